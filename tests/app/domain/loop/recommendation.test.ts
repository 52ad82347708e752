import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankingView } from '#app/domain/loop/recommendation.ts'
import { createMatchContext } from '#app/domain/matching/context.ts'
import { matchActor } from '#app/domain/matching/match.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import { actorArb, offerArb, WORLD } from '#tests/support/arbitraries.ts'

test('what is recommended instead is eligible, fits better, serves the same needs and is not set aside', () => {
  fc.assert(
    fc.property(
      actorArb,
      fc.uniqueArray(offerArb, { selector: (offer) => offer.id, maxLength: 8, minLength: 1 }),
      (actor, offers) => {
        const context = createMatchContext({ policy: DEFAULT_POLICY, today: WORLD.today, offers })
        const { matches } = matchActor(context, actor, offers)
        const byId = new Map(offers.map((offer) => [offer.id, offer]))
        const aside = new Set([offers[0]!.id])
        for (const chosen of matches) {
          const needsOf = (id: string) => byId.get(id)!.needs
          const view = rankingView(matches, chosen.offerId, actor.needs ?? [], needsOf, aside)
          if (view.rank !== null) expect(chosen.verdict).toBe('eligible')
          if (view.instead === null) continue
          const other = matches.find((match) => match.offerId === view.instead)!
          expect(other.verdict).toBe('eligible')
          expect(other.fit).toBeGreaterThan(chosen.fit)
          expect(aside.has(other.offerId)).toBe(false)
          for (const need of (actor.needs ?? []).filter((one) => needsOf(chosen.offerId).includes(one)))
            expect(needsOf(other.offerId)).toContain(need)
        }
      },
    ),
    { numRuns: 80 },
  )
})
