import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { valueMeets } from '#app/domain/eligibility/fact-condition.ts'
import { nearestChange } from '#app/domain/eligibility/nearest-change.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import { FACT_IDS, FACT_KINDS, FACT_VALUES, type FactId, type FactValue } from '#app/domain/values/facts.ts'
import type { FactCondition, Offer } from '#app/domain/values/offer.ts'
import { actorArb, factValueArb, offerArb, WORLD } from '#tests/support/arbitraries.ts'

const evaluate = (actor: ActorProfile, offer: Offer) => evaluateEligibility(actor, offer, WORLD.today, DEFAULT_POLICY)
const withFacts = (actor: ActorProfile, facts: Partial<Record<FactId, FactValue | undefined>>): ActorProfile => ({
  ...actor,
  facts: { ...actor.facts, ...facts },
})

/** An offer nothing but facts can stand in the way of, for the actor it is paired with. */
const openPairArb = fc.tuple(actorArb, offerArb).map(([actor, offer]): [ActorProfile, Offer] => [
  { ...actor, needs: ['capital'] },
  {
    ...offer,
    needs: ['capital'],
    sectors: ['*'],
    status: 'current',
    clusters: ['IR1', 'IR2', 'IR3'],
    coverage: { level: 'national', regions: [], known: true },
    window: { opens: null, closes: null },
    capacity: { slots: null, taken: 0, unit: null, asOf: null },
  },
])

test('law 1: adding a fact never moves a pair from decided to undecided, removing one never decides it', () => {
  const factArb = fc.constantFrom(...FACT_IDS).chain((fact) => fc.tuple(fc.constant(fact), factValueArb(fact)))
  fc.assert(
    fc.property(fc.oneof(fc.tuple(actorArb, offerArb), openPairArb), factArb, ([actor, offer], [fact, value]) => {
      const without = withFacts(actor, { [fact]: undefined })
      const before = evaluate(without, offer).verdict
      const after = evaluate(withFacts(actor, { [fact]: value }), offer).verdict
      if (before !== 'undecided') expect(after).toBe(before)
      if (after === 'undecided') expect(before).toBe('undecided')
    }),
    { numRuns: 1000 },
  )
})

/** Every value worth trying for a fact: whatever any rule could turn on. */
function valuesToTry(fact: FactId, held: FactValue | null): FactValue[] {
  const members = FACT_VALUES[fact] ?? []
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      return [true]
    case 'integer':
      return [0, 1, 2, 3, 6, 9, 10, 12, 25, 30, 500]
    case 'choice':
      return [...members]
    case 'set': {
      const own = (held as readonly string[] | null) ?? []
      const rest = members.filter((member) => !own.includes(member))
      return Array.from({ length: 1 << rest.length }, (_, bits) => [...own, ...rest.filter((_m, i) => bits & (1 << i))])
    }
  }
}

/** Whether changing exactly these facts can make the pair eligible, by trying every combination. */
function canOpen(actor: ActorProfile, offer: Offer, facts: readonly FactId[]): boolean {
  const [first, ...rest] = facts
  if (!first) return evaluate(actor, offer).verdict === 'eligible'
  return valuesToTry(first, actor.facts[first] ?? null).some((value) =>
    canOpen(withFacts(actor, { [first]: value }), offer, rest),
  )
}

const subsetsOf = (facts: readonly FactId[]): FactId[][] =>
  Array.from({ length: 1 << facts.length }, (_, bits) => facts.filter((_f, i) => bits & (1 << i)))

test('law 2: applying the nearest change makes the pair eligible, and no smaller set does', () => {
  let changed = 0
  fc.assert(
    fc.property(
      fc.oneof({ weight: 1, arbitrary: fc.tuple(actorArb, offerArb) }, { weight: 5, arbitrary: openPairArb }),
      ([actor, offer]) => {
        const { verdict, trace } = evaluate(actor, offer)
        const changes = nearestChange(actor.facts, offer, trace, DEFAULT_POLICY)
        const spoken = DEFAULT_POLICY.changeable.filter((fact) => offer.conditions.some((rule) => rule.fact === fact))
        const opening = subsetsOf(spoken).filter((facts) => canOpen(actor, offer, facts))
        if (changes === null) {
          expect(opening).toEqual([])
          return
        }
        if (verdict === 'eligible') expect(changes).toEqual([])
        else changed++
        const applied = withFacts(actor, Object.fromEntries(changes.map((change) => [change.fact, change.to])))
        expect(evaluate(applied, offer).verdict).toBe('eligible')
        expect(Math.min(...opening.map((facts) => facts.length))).toBe(changes.length)
        for (const change of changes) expect(change.from).toEqual(actor.facts[change.fact] ?? null)
      },
    ),
    { numRuns: 400 },
  )
  expect(changed).toBeGreaterThan(20)
})

test('law 4: every excluded offer has a why-not, and every shown reason is true of the data', () => {
  fc.assert(
    fc.property(actorArb, offerArb, (actor, offer) => {
      const { verdict, trace } = evaluate(actor, offer)
      if (verdict === 'ineligible') expect(trace.some((finding) => finding.result === 'fail')).toBe(true)
      if (verdict === 'undecided') expect(trace.some((finding) => finding.result === 'unknown')).toBe(true)
      for (const finding of trace) {
        if (!finding.op) continue
        const rule = { op: finding.op, value: finding.threshold } as FactCondition
        const actual = actor.facts[finding.condition as FactId] ?? null
        expect(finding.actual).toEqual(actual)
        expect(finding.result).toBe(actual === null ? 'unknown' : valueMeets(rule, actual) ? 'pass' : 'fail')
      }
      expect(trace.find((finding) => finding.condition === 'need')!.result).toBe(
        actor.needs === null ? 'unknown' : actor.needs.some((need) => offer.needs.includes(need)) ? 'pass' : 'fail',
      )
    }),
  )
})
