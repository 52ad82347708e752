import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestChange } from '#app/domain/eligibility/nearest-change.ts'
import { createAxes } from '#app/domain/engine/axes.ts'
import { columnsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { offerCandidates } from '#app/domain/engine/offer-candidates.ts'
import { createMatchContext } from '#app/domain/matching/context.ts'
import { matchPair } from '#app/domain/matching/match.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { actorsArb, offerArb, WORLD } from '#tests/support/arbitraries.ts'
import { exampleActor, exampleOffer, rule } from '#tests/support/example.ts'

const axes = createAxes(WORLD)
const contextOf = (offer: Offer) => createMatchContext({ policy: DEFAULT_POLICY, today: WORLD.today, offers: [offer] })

/** One pair at a time, straight from the definition. */
function naive(actors: readonly ActorProfile[], offer: Offer) {
  const context = contextOf(offer)
  const kinds = actors.map((actor) => {
    const match = matchPair(context, actor, offer)
    const open = match.trace.filter((one) => one.result !== 'pass' && one.condition !== 'partner_checked')
    const facts = new Set(open.map((one) => one.condition))
    const single = facts.size === 1 && open.every((one) => one.op !== undefined)
    const near =
      single &&
      (match.verdict === 'undecided' || nearestChange(actor.facts, offer, match.trace, DEFAULT_POLICY) !== null)
    const waits = open.length > 0 && open.every((one) => ['region.ask_partner', 'capacity.stale'].includes(one.code))
    return { id: actor.id, fit: match.fit, verdict: match.verdict, near, waits }
  })
  const count = (accept: (one: (typeof kinds)[number]) => boolean) => kinds.filter(accept).length
  return {
    kinds: new Map(kinds.map((one) => [one.id, one])),
    eligible: count((one) => one.verdict === 'eligible'),
    undecided: count((one) => one.verdict === 'undecided'),
    oneAnswer: count((one) => one.near && one.verdict === 'undecided'),
    askPartner: count((one) => one.waits),
    oneChange: count((one) => one.near && one.verdict === 'ineligible'),
  }
}

test('counts, members and fits are those of the definition', () => {
  fc.assert(
    fc.property(actorsArb(30), offerArb, (actors, offer) => {
      const { columns, sorted } = columnsOf(axes, actors)
      const found = offerCandidates(compileOffers(contextOf(offer), axes, [offer]), columns, 100)
      const { kinds, ...counts } = naive(actors, offer)
      expect(found).toMatchObject({ actors: actors.length, ...counts })
      expect(found.best.length).toBe(counts.eligible)
      expect(found.near.length).toBe(counts.oneAnswer + counts.oneChange)
      expect(found.waiting.length).toBe(counts.askPartner)
      for (const { actor, fit } of [...found.best, ...found.near, ...found.waiting]) {
        const one = kinds.get(sorted[actor]!.id)!
        expect(one.fit).toBe(fit)
      }
      expect(found.best.every(({ actor }) => kinds.get(sorted[actor]!.id)!.verdict === 'eligible')).toBe(true)
      expect(found.near.every(({ actor }) => kinds.get(sorted[actor]!.id)!.near)).toBe(true)
      expect(found.waiting.every(({ actor }) => kinds.get(sorted[actor]!.id)!.waits)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('both lists are in order of fit, cut to the limit, and the counts stay whole', () => {
  fc.assert(
    fc.property(actorsArb(30), offerArb, fc.integer({ min: 0, max: 4 }), (actors, offer, limit) => {
      const { columns } = columnsOf(axes, actors)
      const compiled = compileOffers(contextOf(offer), axes, [offer])
      const all = offerCandidates(compiled, columns, 100)
      const cut = offerCandidates(compiled, columns, limit)
      expect(cut).toEqual({
        ...all,
        best: all.best.slice(0, limit),
        near: all.near.slice(0, limit),
        waiting: all.waiting.slice(0, limit),
      })
      for (const list of [all.best, all.near, all.waiting]) {
        const fits = list.map((one) => one.fit)
        expect(fits).toEqual([...fits].sort((a, b) => b - a))
      }
    }),
    { numRuns: 100 },
  )
})

test('narrowing to a place counts only who is there', () => {
  const actors = [
    exampleActor({ id: 'a', regency: '33.24' }),
    exampleActor({ id: 'b', regency: '33.17' }),
    exampleActor({ id: 'c', regency: '33.24', cluster: 'IR2' }),
  ]
  const offer = exampleOffer()
  const { columns, sorted } = columnsOf(axes, actors)
  const here = axes.regencyAt.get('33.24')!
  const found = offerCandidates(
    compileOffers(contextOf(offer), axes, [offer]),
    columns,
    10,
    (group) => group.regency === here,
  )
  expect(found).toMatchObject({ actors: 2, eligible: 2 })
  expect(found.best.map(({ actor }) => sorted[actor]!.id).sort()).toEqual(['a', 'c'])
})

test('a permit that must not be held is no step away, because none is ever taken from her', () => {
  const offer = exampleOffer({ conditions: [rule('permits', 'lacks', ['halal'])] })
  const actors = [
    exampleActor({ id: 'holds', facts: { permits: ['halal'] } }),
    exampleActor({ id: 'asked', facts: {} }),
    exampleActor({ id: 'free', facts: { permits: [] } }),
  ]
  const { columns, sorted } = columnsOf(axes, actors)
  const found = offerCandidates(compileOffers(contextOf(offer), axes, [offer]), columns, 10)
  expect(found).toMatchObject({ eligible: 1, undecided: 1, oneAnswer: 1, oneChange: 0 })
  expect(found.near.map(({ actor }) => sorted[actor]!.id)).toEqual(['asked'])
})
