import fc from 'fast-check'
import type { OpenSet, PlanActors, PlanDemand, PlanOffer } from '#app/domain/planning/demand.ts'

const REGENCIES = ['11.01', '11.02', '12.01']
const NEEDS = ['capital', 'legal_permits', 'marketing']

export interface DemandShape {
  readonly actors: number
  readonly offers: number
  readonly places: number
  readonly room: number
}

/** A small invented demand: every level of coverage, sets of open offers that differ from actor to actor. */
export function anyDemand(shape: DemandShape): fc.Arbitrary<PlanDemand> {
  const offer = fc.record({
    level: fc.constantFrom('national', 'province', 'regency'),
    regency: fc.integer({ min: 0, max: REGENCIES.length - 1 }),
    needs: fc.subarray([0, 1, 2], { minLength: 1 }),
    places: fc.integer({ min: 0, max: shape.places }),
  })
  const actor = fc.record({
    regency: fc.integer({ min: 0, max: REGENCIES.length - 1 }),
    cluster: fc.integer({ min: 1, max: 2 }),
    first: fc.integer({ min: 0, max: 1 }),
    room: fc.integer({ min: 1, max: shape.room }),
    since: fc.option(fc.integer({ min: 700_000, max: 700_009 })),
    needs: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
    shut: fc.array(fc.boolean(), { minLength: shape.offers, maxLength: shape.offers }),
  })
  return fc
    .tuple(fc.array(offer, { minLength: 1, maxLength: shape.offers }), fc.array(actor, { maxLength: shape.actors }))
    .map(([offers, actors]) => {
      const reaches = (at: number, regency: number): boolean => {
        const { level, regency: home } = offers[at]!
        if (level === 'national') return true
        return level === 'regency' ? home === regency : REGENCIES[home]!.slice(0, 2) === REGENCIES[regency]!.slice(0, 2)
      }
      const sets: OpenSet[] = []
      const setAt = new Map<string, number>()
      const list = [...actors].sort((a, b) => a.regency - b.regency || a.cluster - b.cluster)
      const columns: { [K in keyof PlanActors]: number[] } = {
        ids: [],
        regency: list.map((one) => one.regency),
        cluster: list.map((one) => one.cluster),
        since: [],
        first: list.map((one) => one.first),
        room: list.map((one) => one.room),
        start: [0],
        need: [],
        set: [],
      }
      for (const one of list) {
        for (const need of one.needs) {
          const open = offers.flatMap((entry, at) =>
            !one.shut[at] && entry.needs.includes(need) && reaches(at, one.regency) ? [at] : [],
          )
          const key = open.join()
          if (!setAt.has(key)) setAt.set(key, sets.push({ open, hand: [], why: open.length ? null : 'no_offer' }) - 1)
          columns.need.push(need)
          columns.set.push(setAt.get(key)!)
        }
        columns.start.push(columns.need.length)
      }
      return {
        regencies: REGENCIES,
        needs: NEEDS,
        offers: offers.map(
          (entry, at): PlanOffer => ({
            id: `offer-${at}`,
            partnerId: `partner-${at % 2}`,
            level: entry.level as PlanOffer['level'],
            needs: entry.needs.map((need) => NEEDS[need]!),
            places: entry.places,
          }),
        ),
        sets,
        actors: {
          ...columns,
          ids: list.map((_, at) => `demo-${String(at).padStart(4, '0')}`),
          since: list.map((one) => one.since),
        },
      }
    })
}
