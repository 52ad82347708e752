import type { Day } from '#app/domain/values/day.ts'
import modelDistricts from '../reference/data/model-districts.json' with { type: 'json' }
import regions from '../reference/data/regions.json' with { type: 'json' }
import vocabulary from '../reference/data/vocabulary.json' with { type: 'json' }
import { CLUSTER_SHARE, SECTOR_BASE, SECTOR_LEANING } from './demo-weights.ts'
import { cumulate } from './random.ts'

/** What every demo actor is drawn from, worked out once. */
export interface DemoWorld {
  readonly regencies: readonly { readonly code: string; readonly province: string; readonly village: string }[]
  /** Running totals of population. */
  readonly byPopulation: Float64Array
  /** Positions of the model districts in `regencies`. */
  readonly modelDistricts: readonly number[]
  readonly sectors: readonly string[]
  readonly sectorsByProvince: ReadonlyMap<string, Float64Array>
  readonly usualPermits: ReadonlyMap<string, ReadonlySet<string>>
  readonly clusters: Float64Array
  readonly needs: readonly string[]
  /** Running totals by cluster (0 to 2), for food and for other sectors. */
  readonly needTotals: { readonly food: readonly Float64Array[]; readonly other: readonly Float64Array[] }
  /** The day of reference and the 730 days before it, latest first. */
  readonly days: readonly Day[]
}

const FOOD_NEEDS = new Set(['halal', 'product_quality'])

function needWeight(need: (typeof vocabulary.needs)[number], cluster: string, food: boolean): number {
  const usual = need.default_clusters.includes(cluster) ? 6 : 1
  if (need.id === 'policy_advocacy') return 0.3
  if (need.id === 'export' && cluster !== 'IR3') return 0.1
  return !food && FOOD_NEEDS.has(need.id) ? usual * 0.08 : usual
}

/**
 * Prepares the world of the demo actors.
 * @param asOf the day the demo data pretends to be of; facts were confirmed within two years before it.
 */
export function createDemoWorld(asOf: Day): DemoWorld {
  const position = new Map(regions.regencies.map((regency, index) => [regency.code, index]))
  const sectors = Object.keys(SECTOR_BASE)
  const needTotals = (food: boolean) =>
    ['IR1', 'IR2', 'IR3'].map((cluster) => cumulate(vocabulary.needs.map((need) => needWeight(need, cluster, food))))
  const start = Date.parse(`${asOf}T00:00:00Z`)
  if (Number.isNaN(start)) throw new RangeError(`Not a day: ${asOf}`)
  return {
    regencies: regions.regencies.map((regency) => ({
      code: regency.code,
      province: regency.prov,
      village: regency.kind === 'kota' ? 'Kelurahan Contoh' : 'Desa Contoh',
    })),
    byPopulation: cumulate(regions.regencies.map((regency) => regency.pop)),
    modelDistricts: modelDistricts.districts.flatMap((district) =>
      district.code ? [position.get(district.code)!] : [],
    ),
    sectors,
    sectorsByProvince: new Map(
      regions.provinces.map((province) => [
        province.code,
        cumulate(sectors.map((sector) => SECTOR_BASE[sector]! * (SECTOR_LEANING[province.code]?.[sector] ?? 1))),
      ]),
    ),
    usualPermits: new Map(vocabulary.sectors.map((sector) => [sector.id, new Set(sector.usual_permits)])),
    clusters: cumulate(CLUSTER_SHARE),
    needs: vocabulary.needs.map((need) => need.id),
    needTotals: { food: needTotals(true), other: needTotals(false) },
    days: Array.from({ length: 731 }, (_, back) => new Date(start - back * 86_400_000).toISOString().slice(0, 10)),
  }
}
