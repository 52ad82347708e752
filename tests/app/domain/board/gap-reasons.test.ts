import fc from 'fast-check'
import { expect, test } from 'vitest'
import { districtBoard } from '#app/domain/board/district-board.ts'
import { gapReasons } from '#app/domain/board/gap-reasons.ts'
import { createAxes } from '#app/domain/engine/axes.ts'
import { actorsArb, offersArb, WORLD } from '#tests/support/arbitraries.ts'
import { exampleActor, exampleContext, exampleOffer, rule } from '#tests/support/example.ts'

const axes = createAxes({ ...WORLD, needs: [...WORLD.needs] })

test('a need that no offer serves has no offers, near or past', () => {
  const [reason] = gapReasons(exampleContext(), [exampleActor({ needs: ['export'] })], [exampleOffer()], ['export'])
  expect(reason).toEqual({ need: 'export', offers: [], historical: [], reaching: [], blockers: [] })
})

test('an offer elsewhere serves the need but does not reach', () => {
  const elsewhere = exampleOffer({ id: 'jauh', coverage: { level: 'province', regions: ['82'], known: true } })
  const past = exampleOffer({ id: 'lampau', status: 'historical' })
  const [reason] = gapReasons(exampleContext(), [exampleActor()], [elsewhere, past], ['capital'])
  expect(reason).toEqual({ need: 'capital', offers: ['jauh'], historical: ['lampau'], reaching: [], blockers: [] })
})

test('blockers count the actors left out, not those whom another offer serves', () => {
  const offers = [
    exampleOffer({ id: 'a', sectors: ['textile_batik'], conditions: [rule('permits', 'has_all', ['nib'])] }),
    exampleOffer({ id: 'b', clusters: ['IR3'] }),
  ]
  const actors = [
    exampleActor({ id: 'p1', facts: { permits: [] } }),
    exampleActor({ id: 'p2', facts: { permits: ['nib'] } }),
    exampleActor({ id: 'p3', cluster: 'IR3', facts: { permits: [] } }),
    exampleActor({ id: 'p4', needs: ['export'] }),
  ]
  const [reason] = gapReasons(exampleContext(), actors, offers, ['capital'])
  expect(reason!.reaching).toEqual(['a', 'b'])
  expect(reason!.blockers).toEqual([
    { condition: 'cluster', actors: 2 },
    { condition: 'sector', actors: 2 },
    { condition: 'permits', actors: 1 },
  ])
})

test('there is something in the way exactly where the board sees actors left out by an offer that reaches them', () => {
  fc.assert(
    fc.property(actorsArb(10), offersArb(8), (actors, offers) => {
      const context = exampleContext(offers)
      const { needs } = districtBoard(context, axes, actors, offers)
      const reasons = gapReasons(
        context,
        actors,
        offers,
        needs.map((need) => need.need),
      )
      needs.forEach((need, at) => {
        const reason = reasons[at]!
        expect(reason.need).toBe(need.need)
        expect(reason.blockers.length > 0).toBe(reason.reaching.length > 0)
        for (const blocker of reason.blockers) expect(blocker.actors).toBeLessThanOrEqual(need.unserved)
        if (need.unserved === 0) expect(reason.reaching).toEqual([])
        if (reason.offers.length === 0) expect(need.served + need.undecided).toBe(0)
      })
    }),
    { numRuns: 60 },
  )
})
