import fc from 'fast-check'
import { expect, test } from 'vitest'
import { districtBoard } from '#app/domain/board/district-board.ts'
import { groupBounds, splitIntoGroups } from '#app/domain/board/groups.ts'
import { createAxes } from '#app/domain/engine/axes.ts'
import { matchActor, matchPair } from '#app/domain/matching/match.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { actorsArb, offersArb, WORLD } from '#tests/support/arbitraries.ts'
import { exampleActor, exampleContext, exampleOffer, rule } from '#tests/support/example.ts'

const axes = createAxes({ ...WORLD, needs: [...WORLD.needs] })
const board = (actors: readonly ActorProfile[], offers: readonly Offer[]) =>
  districtBoard(exampleContext(offers), axes, actors, offers)
const neighbours = (count: number, over: Partial<ActorProfile> = {}): ActorProfile[] =>
  Array.from({ length: count }, (_, n) =>
    exampleActor({ id: `p${String(n).padStart(2, '0')}`, facts: { group_size: 0 }, ...over }),
  )

test('the board counts what the pair loop counts', () => {
  fc.assert(
    fc.property(actorsArb(12), offersArb(12), (actors, offers) => {
      const context = exampleContext(offers)
      const found = board(actors, offers)
      const all = actors.map((actor) => ({ actor, ...matchActor(context, actor, offers) }))
      for (const row of found.offers) {
        const verdicts = all.map(({ matches }) => matches.find((match) => match.offerId === row.offerId)!.verdict)
        expect(row.eligible).toBe(verdicts.filter((verdict) => verdict === 'eligible').length)
        expect(row.undecided).toBe(verdicts.filter((verdict) => verdict === 'undecided').length)
        const oneChange = all.filter(({ matches, nearestChanges }) => {
          const match = matches.find((candidate) => candidate.offerId === row.offerId)!
          return match.verdict === 'ineligible' && nearestChanges.get(row.offerId)?.length === 1
        })
        expect(row.oneChange).toBe(oneChange.length)
      }
      for (const need of found.needs) {
        const wanting = all.filter(({ actor }) => actor.needs?.includes(need.need))
        expect(need.wanted).toBe(wanting.length)
        expect(need.served + need.undecided + need.unserved).toBe(need.wanted)
        const serves = (id: string) => offers.find((offer) => offer.id === id)!.needs.includes(need.need)
        expect(need.served).toBe(
          wanting.filter(({ matches }) =>
            matches.some((match) => match.verdict === 'eligible' && serves(match.offerId)),
          ).length,
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('law 6: a group stays in its village, has its minimum, and nobody is in two groups for one offer', () => {
  fc.assert(
    fc.property(
      actorsArb(40),
      fc.integer({ min: 2, max: 5 }),
      fc.option(fc.integer({ min: 5, max: 9 }), { nil: 99 }),
      (people, minimum, maximum) => {
        const actors = people.map((actor) => ({
          ...actor,
          regency: '33.24',
          needs: ['capital'],
          cluster: 'IR1' as const,
          sectors: ['food_snack'],
        }))
        const offer = exampleOffer({
          conditions: [rule('group_size', 'gte', minimum), rule('group_size', 'lte', maximum)],
        })
        const { groups } = board(actors, [offer])
        const seen = new Set<string>()
        for (const group of groups) {
          expect(group.members.length).toBeGreaterThanOrEqual(minimum)
          expect(group.members.length).toBeLessThanOrEqual(maximum)
          for (const id of group.members) {
            expect(seen.has(id)).toBe(false)
            seen.add(id)
            const member = actors.find((actor) => actor.id === id)!
            expect(member.village).toBe(group.village)
            const together = { ...member, facts: { ...member.facts, group_size: group.members.length } }
            expect(matchPair(exampleContext(), together, offer).verdict).toBe('eligible')
          }
        }
      },
    ),
  )
})

test('a village that is three short says so', () => {
  const offer = exampleOffer({ conditions: [rule('group_size', 'gte', 10)] })
  const found = board(neighbours(7), [offer])
  expect(found.groups).toEqual([])
  expect(found.nearGroups).toEqual([{ offerId: 'penawaran-1', village: 'Desa A', minimum: 10, have: 7, lacking: 3 }])
  expect(board(neighbours(10), [offer]).groups[0]?.members).toHaveLength(10)
})

test('a permit that opens two offers for two actors is one unlock', () => {
  const offers = ['a', 'b'].map((id) => exampleOffer({ id, conditions: [rule('permits', 'has_all', ['nib'])] }))
  const found = board(neighbours(2, { facts: { permits: [] } }), offers)
  expect(found.unlocks).toEqual([{ fact: 'permits', to: ['nib'], actors: 2, offers: ['a', 'b'] }])
})

test('a need nobody serves is a gap', () => {
  const found = board(neighbours(3, { needs: ['export', 'capital'] }), [exampleOffer()])
  expect(found.needs[0]).toEqual({ need: 'export', wanted: 3, served: 0, undecided: 0, unserved: 3 })
})

test('groups are as few and as even as the bounds allow', () => {
  const sizes = (people: number, minimum: number, maximum: number) =>
    splitIntoGroups(
      Array.from({ length: people }, (_, n) => n),
      minimum,
      maximum,
    ).map((group) => group.length)
  expect(sizes(40, 10, 25)).toEqual([20, 20])
  expect(sizes(27, 20, 25)).toEqual([25])
  expect(sizes(9, 10, 25)).toEqual([])
  expect(sizes(60, 10, Number.POSITIVE_INFINITY)).toEqual([60])
})

test('an offer for at least two that asks for at most one has no group', () => {
  expect(
    groupBounds(exampleOffer({ conditions: [rule('group_size', 'gte', 2), rule('group_size', 'lte', 1)] })),
  ).toBeNull()
})
