import type { Policy } from '../matching/policy.ts'
import type { ActorProfile } from '../values/actor.ts'
import type { Day } from '../values/day.ts'
import { factOf } from '../values/facts.ts'
import type { Condition, Offer } from '../values/offer.ts'
import { evaluateFact } from './fact-condition.ts'
import { type Finding, type Verdict, verdictOf } from './finding.ts'
import {
  capacityFinding,
  clusterFinding,
  collaborationFinding,
  needFinding,
  regionFinding,
  sectorFinding,
  statusFinding,
  windowFinding,
} from './structural.ts'

const FACT_CODES = { pass: 'fact.met', fail: 'fact.unmet', unknown: 'fact.unknown' } as const

function conditionFinding(condition: Condition, actor: ActorProfile): Finding {
  const text = { id: condition.textId, en: condition.textEn }
  if (condition.fact === 'partner_checked') {
    return {
      condition: 'partner_checked',
      result: 'unknown',
      code: 'partner.to_check',
      actual: null,
      threshold: null,
      text,
    }
  }
  const result = evaluateFact(condition, actor.facts)
  return {
    condition: condition.fact,
    result,
    code: FACT_CODES[result],
    actual: factOf(actor.facts, condition.fact),
    threshold: condition.value,
    op: condition.op,
    text,
  }
}

/**
 * Every condition of an offer for an actor on a day, structural ones first, none left out after the first failure.
 * Partner-checked rules stand in the trace as unknown and do not count.
 */
export function evaluateEligibility(
  actor: ActorProfile,
  offer: Offer,
  today: Day,
  policy: Policy,
): { readonly verdict: Verdict; readonly trace: readonly Finding[] } {
  const collaboration = collaborationFinding(actor, offer)
  const trace: Finding[] = [
    statusFinding(offer),
    regionFinding(actor, offer),
    clusterFinding(actor, offer),
    sectorFinding(actor, offer),
    needFinding(actor, offer),
    windowFinding(offer, today),
    capacityFinding(offer, today, policy),
    ...(collaboration ? [collaboration] : []),
    ...offer.conditions.map((condition) => conditionFinding(condition, actor)),
  ]
  return { verdict: verdictOf(trace), trace }
}
