import type { Axes } from '#app/domain/engine/axes.ts'
import { type ActorColumns, allocateColumns, rankWaiting, writeActor } from '#app/domain/engine/columns.ts'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import type { Condition, Coverage, Offer } from '#app/domain/values/offer.ts'
import { offerRecords } from '#db/reference/partner-records.ts'
import { demoActor } from '#db/seed/demo-actor.ts'
import { createDemoWorld } from '#db/seed/demo-world.ts'
import { createRandom, pick } from '#db/seed/random.ts'

export const BENCH_DAY = '2026-11-24'
export const BENCH_SEED = 20261124

/**
 * Columns of `count` invented actors in column order. Each is generated twice, once for her place and once to be
 * written, so that a million profiles never stand in memory together.
 */
export function generatedColumns(axes: Axes, count: number): ActorColumns {
  const world = createDemoWorld(BENCH_DAY)
  const keys = new Float64Array(count)
  let needs = 0
  for (let i = 0; i < count; i++) {
    const { profile } = demoActor(i + 1, BENCH_SEED, world)
    const regency = profile.regency === null ? 0 : axes.regencyAt.get(profile.regency)! + 1
    const cluster = profile.cluster === null ? 0 : CLUSTER_IDS.indexOf(profile.cluster) + 1
    keys[i] = (regency * 4 + cluster) * 2 ** 24 + i
    needs += profile.needs?.length ?? 0
  }
  keys.sort()
  const columns = allocateColumns(count, needs)
  const days: (string | null)[] = []
  keys.forEach((key, index) => {
    const { profile } = demoActor((key % 2 ** 24) + 1, BENCH_SEED, world)
    writeActor(columns, axes, index, profile)
    days.push(profile.factsAsOf)
  })
  rankWaiting(columns, (index) => days[index]!)
  return columns
}

const CONDITIONS = offerRecords().map((record) =>
  record.conditions.map(
    (condition): Condition =>
      ({
        fact: condition.fact,
        op: condition.op,
        value: JSON.parse(condition.value),
        textId: condition.text_id,
        textEn: condition.text_en,
        confidence: condition.confidence,
      }) as Condition,
  ),
)

/**
 * Invented offers with the rules of the real ones: about a quarter national, two fifths provincial, a third regional,
 * as in a country-wide catalogue.
 */
export function generatedOffers(axes: Axes, count: number): Offer[] {
  const random = createRandom(BENCH_SEED)
  const provinces = [...new Set(axes.regencies.map((code) => code.slice(0, 2)))]
  const some = <T>(values: readonly T[], most: number): T[] => {
    const wanted = 1 + Math.floor(random() * most)
    const chosen = new Set<T>()
    while (chosen.size < Math.min(wanted, values.length)) chosen.add(pick(random, values))
    return [...chosen]
  }
  return Array.from({ length: count }, (_, n) => {
    const draw = random()
    const coverage: Coverage =
      draw < 0.26
        ? { level: 'national', regions: [], known: true }
        : draw < 0.69
          ? { level: 'province', regions: some(provinces, 4), known: random() < 0.97 }
          : { level: 'regency', regions: some(axes.regencies, 12), known: random() < 0.97 }
    return {
      id: `uji-${String(n).padStart(5, '0')}`,
      partnerId: `mitra-uji-${n % 400}`,
      tie: 'training',
      status: random() < 0.02 ? 'historical' : random() < 0.3 ? 'unverified' : 'current',
      needs: some(axes.needs, 4),
      sectors: random() < 0.5 ? ['*'] : some(axes.sectors, 4),
      clusters: some(CLUSTER_IDS, 3),
      coverage,
      conditions: pick(random, CONDITIONS),
      capacity: { slots: null, taken: 0, unit: null, asOf: null },
      window: { opens: null, closes: null },
      confidence: 'medium',
      asOf: '2026-06',
    } satisfies Offer
  })
}
