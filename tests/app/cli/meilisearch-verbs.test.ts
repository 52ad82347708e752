import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ProtocolDouble } from '#tests/search/meilisearch/support/protocol-double.ts'
import { command, temporaryFolder } from '#tests/support/cli.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'data')
const double = new ProtocolDouble()

beforeAll(async () => {
  await double.start()
  await command(['seed', '--actors', '40', '--json', '--data-dir', data])
  await command(['reindex', '--data-dir', data])
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await double.stop()
  folder.remove()
})

function configure(): void {
  vi.stubEnv('MEILI_URL', double.url)
  vi.stubEnv('MEILI_KEY', 'an-admin-key-for-tests')
}

test('the state tells both engines, and of each what waits', async () => {
  configure()
  const before = JSON.parse((await command(['index-status', '--json', '--data-dir', data])).stdout)
  expect(before.indexes[1]).toMatchObject({ index: 'actors', documents: 40, waiting: 0 })
  expect(before.meilisearch).toMatchObject({ up: true, why: null })
  expect(before.meilisearch.indexes[1]).toMatchObject({ documents: 0, cursor: 0 })
  expect(before.meilisearch.indexes[1].waiting).toBeGreaterThan(0)
  const rebuilt = await command(['reindex', '--engine', 'meilisearch', '--json', '--data-dir', data])
  expect(JSON.parse(rebuilt.stdout)).toMatchObject({ engine: 'meilisearch', documents: { offers: 63, actors: 40 } })
  const after = JSON.parse((await command(['index-status', '--json', '--data-dir', data])).stdout)
  expect(after.meilisearch.indexes[1]).toMatchObject({ documents: 40, waiting: 0 })
  expect((await command(['index-status', '--data-dir', data])).stdout).toMatch(
    /Meilisearch\. Indeks actors: 40 dokumen/,
  )
})

test('a server that does not answer is told in a sentence, and searching goes on without it', async () => {
  configure()
  await double.stop()
  const status = await command(['index-status', '--data-dir', data])
  expect(status).toMatchObject({ code: 0 })
  expect(status.stdout).toMatch(/Meilisearch tidak menjawab/)
  const search = await command(['search', '--index', 'actors', '--q', 'keripik', '--json', '--data-dir', data])
  expect(JSON.parse(search.stdout).answeredBy).toBe('embedded')
  const rebuilt = await command(['reindex', '--engine', 'meilisearch', '--data-dir', data])
  expect(rebuilt.code).toBe(1)
  expect(rebuilt.stderr).toMatch(/Meilisearch tidak menyelesaikan/)
  await double.start()
})

test('a server that hangs holds a search up for less than a second, and the answer says who stood in', async () => {
  configure()
  double.handler = () => 'hang'
  const alone = ['search', '--index', 'actors', '--q', 'keripik', '--json', '--data-dir', data]
  vi.stubEnv('MEILI_URL', '')
  await command(alone)
  const quick = performance.now()
  expect(JSON.parse((await command(alone)).stdout)).toMatchObject({ standIn: false, standInReason: null })
  const without = performance.now() - quick
  configure()
  const start = performance.now()
  const search = await command(alone)
  expect(performance.now() - start - without).toBeLessThan(1500)
  expect(JSON.parse(search.stdout)).toMatchObject({
    answeredBy: 'embedded',
    standIn: true,
    standInReason: 'catching-up',
  })
  double.handler = () => undefined
})

test('one search fills no server; where the index was never filled the embedded engine answers', async () => {
  vi.stubEnv('MEILI_PREFIX', 'never-filled')
  configure()
  const search = await command(['search', '--index', 'actors', '--q', 'keripik', '--json', '--data-dir', data])
  expect(JSON.parse(search.stdout)).toMatchObject({ standIn: true, standInReason: 'catching-up' })
  expect([...double.indexes.keys()].filter((uid) => uid.startsWith('never-filled'))).toEqual([])
})

test('without settings there is no second engine, and asking for it names what to set', async () => {
  const status = await command(['index-status', '--json', '--data-dir', data])
  expect(JSON.parse(status.stdout)).not.toHaveProperty('meilisearch')
  const rebuilt = await command(['reindex', '--engine', 'meilisearch', '--data-dir', data])
  expect(rebuilt.code).toBe(1)
  expect(rebuilt.stderr).toMatch(/MEILI_URL/)
})
