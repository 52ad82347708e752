import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAxes } from '#app/domain/engine/axes.ts'
import { columnsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { createEngine } from '#app/domain/engine/engine.ts'
import { allocateRanking, NO_OFFER } from '#app/domain/engine/rank-range.ts'
import { createMatchContext } from '#app/domain/matching/context.ts'
import { compareMatches, matchPair } from '#app/domain/matching/match.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { actorsArb, offersArb, WORLD } from '#tests/support/arbitraries.ts'

const TOP = 3
const places = new Map([['33.24', { lat: -6.92, lng: 110.2 }]])

function build(actors: readonly ActorProfile[], offers: readonly Offer[]) {
  const context = createMatchContext({ policy: DEFAULT_POLICY, today: WORLD.today, offers, places })
  const axes = createAxes(WORLD)
  const { columns, sorted } = columnsOf(axes, actors)
  const engine = createEngine(compileOffers(context, axes, offers), columns, TOP)
  return { context, engine, sorted }
}

test('law 3: the fast engine equals the naive pair loop, verdict by verdict and order by order', () => {
  fc.assert(
    fc.property(actorsArb(25), offersArb(45), (actors, offers) => {
      const { context, engine, sorted } = build(actors, offers)
      const out = allocateRanking(actors.length, TOP)
      const counts = { eligible: 0, undecided: 0 }
      engine.rankGroups(0, engine.groups.length, out, counts)
      const ids = offers.map((offer) => offer.id).sort()
      let eligible = 0
      let undecided = 0
      sorted.forEach((actor, index) => {
        const matches = offers.map((offer) => matchPair(context, actor, offer)).sort(compareMatches)
        const open = matches.filter((match) => match.verdict === 'eligible')
        eligible += open.length
        undecided += matches.filter((match) => match.verdict === 'undecided').length
        const expected = open.slice(0, TOP).map((match) => [match.offerId, match.fit])
        const row = Array.from({ length: TOP }, (_, k) => index * TOP + k).filter((at) => out.offers[at] !== NO_OFFER)
        expect(row.map((at) => [ids[out.offers[at]!], out.scores[at]])).toEqual(expected)
        expect(engine.rankActor(index).map((ranked) => [ranked.offerId, ranked.fit])).toEqual(expected)
      })
      expect(counts).toEqual({ eligible, undecided })
    }),
    { numRuns: 150 },
  )
})

test('the best actors of an offer equal the naive loop, the longest waiting first among equals', () => {
  fc.assert(
    fc.property(actorsArb(30), offersArb(6), (actors, offers) => {
      const { context, engine, sorted } = build(actors, offers)
      for (const offer of offers) {
        const pairs = sorted.map((actor, index) => ({ index, actor, match: matchPair(context, actor, offer) }))
        const expected = pairs
          .filter((pair) => pair.match.verdict === 'eligible')
          .sort((a, b) => {
            const day = (pair: typeof a) => pair.actor.factsAsOf ?? '9999'
            return b.match.fit - a.match.fit || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.index - b.index)
          })
        const best = engine.rankOffer(offer.id, 4)
        expect(best.actors).toEqual(expected.slice(0, 4).map((pair) => pair.index))
        expect(best.scores).toEqual(expected.slice(0, 4).map((pair) => pair.match.fit))
        expect(best.eligible).toBe(expected.length)
        expect(best.undecided).toBe(pairs.filter((pair) => pair.match.verdict === 'undecided').length)
      }
    }),
    { numRuns: 100 },
  )
})
