import type { Policy } from '../matching/policy.ts'
import { FACT_KINDS, FACT_VALUES, type FactId, type Facts, type FactValue, factOf } from '../values/facts.ts'
import type { FactCondition, Offer } from '../values/offer.ts'
import { valueMeets } from './fact-condition.ts'
import type { Finding } from './finding.ts'

/** A fact to change (or, where `from` is null, to make true) so that a condition is met. */
export interface Change {
  readonly fact: FactId
  readonly from: FactValue | null
  readonly to: FactValue
}

const onLadder = (policy: Policy, permits: readonly string[]): readonly string[] =>
  [...permits].sort((a, b) => policy.permitLadder.indexOf(a) - policy.permitLadder.indexOf(b))

/** The smallest set of permits that contains what she has and meets all rules; nothing is ever taken away. */
function permitsTo(rules: readonly FactCondition[], from: FactValue | null, policy: Policy): FactValue | null {
  const held = new Set(Array.isArray(from) ? (from as readonly string[]) : [])
  for (const rule of rules) {
    if (rule.op === 'has_all') for (const permit of rule.value as readonly string[]) held.add(permit)
  }
  // why: the narrowest choice first, so that its permit may already meet a wider one
  const choices = rules.filter((rule) => rule.op === 'has_any').map((rule) => rule.value as readonly string[])
  for (const choice of choices.sort((a, b) => a.length - b.length)) {
    const cheapest = onLadder(policy, choice)[0]
    if (cheapest && !choice.some((permit) => held.has(permit))) held.add(cheapest)
  }
  const before = Array.isArray(from) ? (from as readonly string[]) : []
  return [
    ...before,
    ...onLadder(
      policy,
      [...held].filter((permit) => !before.includes(permit)),
    ),
  ]
}

/** The whole number closest to where she stands that meets all bounds. */
function numberTo(rules: readonly FactCondition[], from: FactValue | null): FactValue | null {
  let low = 0
  let high = Number.POSITIVE_INFINITY
  for (const rule of rules) {
    if (rule.op === 'gte') low = Math.max(low, Number(rule.value))
    if (rule.op === 'lte') high = Math.min(high, Number(rule.value))
  }
  if (low > high) return null
  return Math.min(Math.max(typeof from === 'number' ? from : low, low), high)
}

function valueTo(
  fact: FactId,
  rules: readonly FactCondition[],
  from: FactValue | null,
  policy: Policy,
): FactValue | null {
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      // why: losing a capability is never advice
      return true
    case 'integer':
      return numberTo(rules, from)
    case 'set':
      return permitsTo(rules, from, policy)
    case 'choice':
      return FACT_VALUES[fact]?.find((value) => rules.every((rule) => valueMeets(rule, value))) ?? null
  }
}

/**
 * The value of a fact that meets every condition an offer puts on it, starting from hers; null where there is none, or
 * where the fact is fixed.
 */
export function valueToReach(offer: Offer, fact: FactId, from: FactValue | null, policy: Policy): FactValue | null {
  if (!policy.changeable.includes(fact)) return null
  const rules = offer.conditions.filter((condition): condition is FactCondition => condition.fact === fact)
  const to = valueTo(fact, rules, from, policy)
  return to !== null && rules.every((rule) => valueMeets(rule, to)) ? to : null
}

/**
 * The smallest set of changeable facts that makes an actor eligible, or null when no such set exists: a structural or
 * fixed condition stands in the way. Each condition speaks of one fact, so every fact with an unmet or unknown condition
 * must change and no other need; the set is therefore the smallest there is. Empty for an eligible pair.
 */
export function nearestChange(
  facts: Facts,
  offer: Offer,
  trace: readonly Finding[],
  policy: Policy,
): readonly Change[] | null {
  const open = new Set<FactId>()
  for (const finding of trace) {
    if (finding.result === 'pass' || finding.condition === 'partner_checked') continue
    if (!finding.op || !policy.changeable.includes(finding.condition as FactId)) return null
    open.add(finding.condition as FactId)
  }
  const changes: Change[] = []
  for (const fact of policy.changeable) {
    if (!open.has(fact)) continue
    const from = factOf(facts, fact)
    const to = valueToReach(offer, fact, from, policy)
    if (to === null) return null
    changes.push({ fact, from, to })
  }
  return changes
}
