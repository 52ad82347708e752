import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanActors } from '#app/domain/planning/demand.ts'
import { standInFor } from '#app/domain/planning/stand-in.ts'
import { compareWaiting } from '#app/domain/planning/waiting-order.ts'
import { anyDemand } from '#tests/support/random-demand.ts'

const queue = (actors: PlanActors, seed: number, first: boolean) =>
  actors.ids
    .map((id, at) => ({ at, id, since: actors.since[at]!, first: actors.first[at]! }))
    .sort(
      (a, b) =>
        actors.regency[a.at]! - actors.regency[b.at]! ||
        actors.cluster[a.at]! - actors.cluster[b.at]! ||
        compareWaiting(seed, first)(a, b),
    )
    .map(({ at }) => at)

test('whoever is replaced, every queue keeps its order', () => {
  fc.assert(
    fc.property(
      anyDemand({ actors: 40, offers: 2, places: 4, room: 2 }),
      fc.nat(),
      fc.boolean(),
      fc.nat(),
      ({ actors }, seed, firstCounts, pick) => {
        if (actors.ids.length === 0) return
        const her = actors.ids[pick % actors.ids.length]!
        let n = 0
        const stand = standInFor(her, [{ actors, seed, firstCounts }], () => `tanpa-${n++}`)
        expect(stand).toMatch(/^tanpa-/)
        const ids = actors.ids.map((id) => (id === her ? stand : id))
        expect(queue({ ...actors, ids }, seed, firstCounts)).toEqual(queue(actors, seed, firstCounts))
      },
    ),
  )
})
