import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { FACT_KINDS, FACT_VALUES, isFactId } from '#app/domain/values/facts.ts'
import { countDemoActors, findActorsOfRegency, getActor, toProfile } from '#db/queries/actors.ts'
import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import { loadReference } from '#db/reference/load.ts'
import { DemoSeedMismatch, seedDemoActors } from '#db/seed/demo.ts'
import { demoActor } from '#db/seed/demo-actor.ts'
import { DEMO_PRODUCTS } from '#db/seed/demo-products.ts'
import { createDemoWorld } from '#db/seed/demo-world.ts'
import { testDb } from '#tests/support/test-db.ts'

const ASOF = '2026-11-24'
const AT = '2026-11-24T01:00:00Z'

function people(count: number, seed = 1, from = 1) {
  const world = createDemoWorld(ASOF)
  return Array.from({ length: count }, (_, index) => demoActor(from + index, seed, world))
}

async function referenceDb() {
  const client = await testDb()
  await loadReference(client, { at: AT })
  return client
}

test('the same number and seed give the same person, another seed gives others', () => {
  expect(people(300)).toEqual(people(300))
  expect(people(50, 1, 251)).toEqual(people(300).slice(250))
  const same = people(300).filter((demo, index) => demo.profile.regency === people(300, 2)[index]!.profile.regency)
  expect(same.length).toBeLessThan(60)
})

test('demo people are marked as invented and carry nothing that looks like a NIK or a telephone number', () => {
  for (const demo of people(5000, 7, 1_999_000)) {
    const text = JSON.stringify(demo)
    expect(text).not.toMatch(/\d{11,}/)
    expect(text).not.toMatch(/(\+62|\b08\d{2})[\d -]{6,}/)
    expect(demo.name).toMatch(/^Contoh \p{L}+ \d{4,7}$/u)
    expect(demo.profile.village ?? 'Desa Contoh 1').toMatch(/^(Desa|Kelurahan) Contoh \d+$/)
  }
})

test('every value is one the vocabulary knows', () => {
  const needs = new Set(vocabulary.needs.map((need) => need.id))
  const sectors = new Set(vocabulary.sectors.map((sector) => sector.id))
  for (const { profile } of people(5000)) {
    for (const need of profile.needs ?? []) expect(needs).toContain(need)
    expect(new Set(profile.needs).size).toBe(profile.needs?.length ?? 0)
    for (const sector of profile.sectors ?? []) expect(sectors).toContain(sector)
    for (const [fact, value] of Object.entries(profile.facts)) {
      expect(isFactId(fact)).toBe(true)
      const kind = FACT_KINDS[fact as keyof typeof FACT_KINDS]
      const known = FACT_VALUES[fact as keyof typeof FACT_KINDS]
      if (kind === 'boolean') expect(typeof value).toBe('boolean')
      if (kind === 'integer') expect(Number.isInteger(value)).toBe(true)
      if (kind === 'set') for (const member of value as string[]) expect(known).toContain(member)
      if (kind === 'choice') expect(known).toContain(value)
    }
  }
})

test('clusters, unknown facts and near groups are spread as a district would find them', () => {
  const all = people(2000)
  const share = (is: (demo: (typeof all)[number]) => boolean) => all.filter(is).length / all.length
  const clusters = ['IR1', 'IR2', 'IR3'].map((id) => share((demo) => demo.profile.cluster === id))
  expect(clusters[0]!).toBeGreaterThan(clusters[1]!)
  expect(clusters[1]!).toBeGreaterThan(clusters[2]!)
  expect(clusters[2]!).toBeGreaterThan(0.02)
  for (const fact of Object.keys(FACT_KINDS)) {
    const known = share((demo) => demo.profile.facts[fact as keyof typeof FACT_KINDS] !== undefined)
    expect(known).toBeGreaterThan(0.1)
    expect(known).toBeLessThan(0.98)
  }
  const inVillage = new Map<string, number>()
  for (const { profile } of all) {
    if (profile.regency !== '33.24' || !profile.village) continue
    inVillage.set(profile.village, (inVillage.get(profile.village) ?? 0) + 1)
  }
  const sizes = [...inVillage.values()]
  expect(sizes.some((size) => size >= 7)).toBe(true)
  expect(all.some((demo) => [7, 8, 9].includes(demo.profile.facts.group_size as number))).toBe(true)
})

test('each sector has at least eight product phrases', () => {
  const sectors = vocabulary.sectors.map((sector) => sector.id).filter((id) => id !== '*')
  expect(Object.keys(DEMO_PRODUCTS).sort()).toEqual(sectors.sort())
  for (const forms of Object.values(DEMO_PRODUCTS)) {
    expect(Object.values(forms).flat().length).toBeGreaterThanOrEqual(8)
  }
})

test('seeding stores the people as generated, with identities apart and one change-log row each', async () => {
  const client = await referenceDb()
  const steps: number[] = []
  const report = await seedDemoActors(client, {
    actors: 1200,
    asOf: ASOF,
    at: AT,
    onProgress: ({ done }) => steps.push(done),
  })
  expect(report).toEqual({ added: 1200, total: 1200, seed: 1 })
  expect(steps.at(-1)).toBe(1200)
  expect(await countDemoActors(client.db, EVERYTHING)).toBe(1200)
  const expected = people(1200)
  const kendal = await findActorsOfRegency(client.db, '33.24')
  expect(kendal.map(toProfile)).toEqual(
    expected.map((demo) => demo.profile).filter((profile) => profile.regency === '33.24'),
  )
  const identity = await client.db
    .selectFrom('actor_identity')
    .selectAll()
    .where('actor_id', '=', 'demo-0000005')
    .executeTakeFirst()
  expect(identity?.name).toBe(expected[4]!.name)
  const logged = client.sqlite
    .prepare("select count(*) as n, count(distinct entity_id) as ids from change_log where index_name = 'actors'")
    .get()
  expect(logged).toEqual({ n: 1200, ids: 1200 })
  await client.close()
})

test('a larger number adds the missing people only, a smaller one changes nothing', async () => {
  const client = await referenceDb()
  await seedDemoActors(client, { actors: 100, asOf: ASOF, at: AT })
  await client.db.updateTable('actor').set({ village: 'Desa lain' }).where('id', '=', 'demo-0000003').execute()
  const later = '2028-05-01T00:00:00Z'
  expect(await seedDemoActors(client, { actors: 150, at: later })).toEqual({ added: 50, total: 150, seed: 1 })
  expect(await seedDemoActors(client, { actors: 40, at: later })).toEqual({ added: 0, total: 150, seed: 1 })
  expect((await getActor(client.db, 'demo-0000003'))?.village).toBe('Desa lain')
  const last = await getActor(client.db, 'demo-0000150')
  expect(last && toProfile(last)).toEqual(people(150)[149]!.profile)
  await expect(seedDemoActors(client, { actors: 200, seed: 9 })).rejects.toBeInstanceOf(DemoSeedMismatch)
  await client.close()
})

test('stopped between two chunks it keeps the finished one, and a later call adds the rest', async () => {
  const client = await referenceDb()
  const abort = new AbortController()
  const stopped = seedDemoActors(client, {
    actors: 10_005,
    asOf: ASOF,
    at: AT,
    signal: abort.signal,
    onProgress: () => abort.abort(),
  })
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
  expect(await countDemoActors(client.db, EVERYTHING)).toBe(10_000)
  expect(await seedDemoActors(client, { actors: 10_005, at: AT })).toEqual({ added: 5, total: 10_005, seed: 1 })
  await client.close()
})
