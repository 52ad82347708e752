import { type ActorProfile, CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { demoFacts } from './demo-facts.ts'
import { DEMO_PRODUCTS } from './demo-products.ts'
import type { DemoWorld } from './demo-world.ts'
import { createRandom, mix, pick, pickWeighted, type Random } from './random.ts'

/** An invented actor: a profile for matching, her products in words, and a name that says it is no real one. */
export interface DemoActor {
  readonly profile: ActorProfile
  readonly products: string
  readonly name: string
  readonly businessName: string | null
}

const GIVEN_NAMES = (
  'Sari Wati Ningsih Dewi Lestari Rahayu Murni Yanti Astuti Puspita Melati Kartini Endah Ratna Wulan Asih Tini Sumi ' +
  'Marni Yuni Rini Santi Lina Mega Intan Tuti Nur Siti Ani Ida Aminah Fatimah Halimah Maryam Ruth Maria Yohana Ester ' +
  'Martha Agnes Made Ketut Putu Komang Upik Butet Tiur Uli Daeng Besse'
).split(' ')

const PHRASES = new Map(
  Object.entries(DEMO_PRODUCTS).map(([sector, forms]) => [
    sector,
    Object.entries(forms).flatMap(([form, words]) => words.map((word) => ({ form, word }))),
  ]),
)

/** Actors of one block share a handful of villages, so that groups of about ten come close to forming. */
const BLOCK = 2000
const VILLAGES_PER_BLOCK = 9
/** After so many blocks the villages repeat, which keeps a regency near 160 of them. */
const BLOCKS_BEFORE_REPEAT = 18

/** The first actors of a small demo stand mostly in the model districts; in a big one population decides. */
function modelDistrictShare(index: number): number {
  if (index <= 2000) return 0.75
  return index <= 20_000 ? 0.3 : 0.03
}

function groupOfVillage(seed: number, regency: number, village: number): number {
  const random = createRandom(mix(mix(seed, regency), village))
  const kind = random()
  if (kind < 0.25) return 0
  if (kind < 0.75) return 6 + Math.floor(random() * 4)
  if (kind < 0.9) return 10 + Math.floor(random() * 6)
  return 16 + Math.floor(random() * 14)
}

function rankedNeeds(random: Random, world: DemoWorld, totals: Float64Array): string[] {
  const wanted = 2 + Math.floor(random() * 4)
  const needs: string[] = []
  while (needs.length < wanted) {
    const need = world.needs[pickWeighted(random, totals)]!
    if (!needs.includes(need)) needs.push(need)
  }
  return needs
}

/**
 * The invented actor with a number: the same number, seed and world always give the same person.
 * @param index from 1 to 9,999,999; it becomes the id `demo-0000001`.
 */
export function demoActor(index: number, seed: number, world: DemoWorld): DemoActor {
  const random = createRandom(mix(seed, index))
  const place =
    random() < modelDistrictShare(index) ? pick(random, world.modelDistricts) : pickWeighted(random, world.byPopulation)
  const regency = world.regencies[place]!
  const block = Math.floor((index - 1) / BLOCK) % BLOCKS_BEFORE_REPEAT
  const village = 1 + block * VILLAGES_PER_BLOCK + Math.floor(random() ** 1.3 * VILLAGES_PER_BLOCK)

  const sectorTotals = world.sectorsByProvince.get(regency.province)!
  const sector = world.sectors[pickWeighted(random, sectorTotals)]!
  const second = random() < 0.18 ? world.sectors[pickWeighted(random, sectorTotals)]! : sector
  const phrases = PHRASES.get(sector)!
  const main = pick(random, phrases)
  const extra = random() < 0.35 ? pick(random, phrases) : main

  const cluster = pickWeighted(random, world.clusters) as 0 | 1 | 2
  const food = main.form !== 'nonfood'
  const needs = rankedNeeds(random, world, (food ? world.needTotals.food : world.needTotals.other)[cluster]!)
  const asked = random()
  const facts = demoFacts(random, {
    cluster,
    province: regency.province,
    usualPermits: world.usualPermits.get(sector)!,
    form: main.form,
    villageGroup: groupOfVillage(seed, place, village),
  })

  const number = String(index).padStart(4, '0')
  return {
    profile: {
      id: `demo-${String(index).padStart(7, '0')}`,
      regency: regency.code,
      village: random() < 0.04 ? null : `${regency.village} ${village}`,
      sectors: random() < 0.02 ? null : second === sector ? [sector] : [sector, second],
      cluster: random() < 0.03 ? null : CLUSTER_IDS[cluster]!,
      needs: asked < 0.03 ? null : asked < 0.04 ? [] : needs,
      facts,
      factsAsOf: random() < 0.03 ? null : world.days[Math.floor(random() ** 1.5 * world.days.length)]!,
    },
    products: extra === main ? main.word : `${main.word}, ${extra.word}`,
    name: `Contoh ${pick(random, GIVEN_NAMES)} ${number}`,
    businessName: random() < 0.5 ? `Usaha Contoh ${number}` : null,
  }
}
