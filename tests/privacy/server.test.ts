import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb } from '#db/client.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie } from '#tests/support/sign-in.ts'
import { canarySheet, MARKERS, markersIn, markersInFile, PEOPLE } from './markers.ts'

/** Starting may build the product first. */
const STARTS_WITHIN = 300_000
const TODAY = '2026-11-24'
/** The district of the list, which its board is about. */
const DISTRICTS = ['33.24']

let server: RunningServer
/** The Cookie header of her own district's officer, who hands in the list. */
let officer = ''
/** What tells who somebody is, and where she lives. */
let persons: readonly string[]
let villages: readonly string[]
let ids: readonly string[]

async function send(path: string, body: URLSearchParams | FormData): Promise<Response> {
  const headers = { Origin: server.url, Cookie: officer }
  return fetch(server.url + path, { method: 'POST', body, redirect: 'manual', headers })
}

async function get(path: string, cookie = officer): Promise<Response> {
  return fetch(server.url + path, { headers: { Cookie: cookie } })
}

/** Hands in the list by the form of the import page, and waits until it is stored. */
async function takeIn(): Promise<void> {
  const form = new FormData()
  form.set('tanggal', TODAY)
  form.set('berkas', new Blob([canarySheet()], { type: 'text/csv' }), 'daftar.csv')
  const handed = await send('/impor', form)
  expect(handed.status).toBe(303)
  const batch = handed.headers.get('Location')!
  for (let tries = 0; !(await (await get(batch)).text()).includes('value="simpan"'); tries++) {
    expect(tries, 'the list was not read in time').toBeLessThan(300)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect((await send(batch, new URLSearchParams({ intent: 'simpan' }))).status).toBe(303)
  const client = createDb(join(server.dataDir, 'sinergi.sqlite'), { readonly: true })
  const { id } = await client.db.selectFrom('import_batch').select('id').executeTakeFirstOrThrow()
  expect(batch).toBe(`/impor/${id}`)
  for (let tries = 0, status = ''; status !== 'done'; tries++) {
    expect(tries, 'the list was not stored in time').toBeLessThan(300)
    await new Promise((resolve) => setTimeout(resolve, 200))
    status = (await client.db.selectFrom('import_batch').select('status').executeTakeFirstOrThrow()).status
  }
  await client.close()
}

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '60', LOG_LEVEL: 'debug' })
  officer = await demoCookie(server.url, 'district')
  await takeIn()
  const client = createDb(join(server.dataDir, 'sinergi.sqlite'), { readonly: true })
  const people = await client.db
    .selectFrom('actor')
    .innerJoin('actor_identity', 'actor_identity.actor_id', 'actor.id')
    .select(['actor.id', 'is_demo', 'name', 'business_name', 'village'])
    .execute()
  await client.close()
  ids = people.filter((person) => person.is_demo === 0).map((person) => person.id)
  const named = people.flatMap(({ name, business_name }) => [name, business_name]).filter((text) => text !== null)
  villages = [...new Set(people.map(({ village }) => village).filter((text) => text !== null))]
  persons = [...MARKERS.filter((marker) => !villages.some((village) => village.toLowerCase() === marker)), ...named]
}, STARTS_WITHIN)

afterAll(async () => {
  await server?.stop()
  if (server) rmSync(server.dataDir, { recursive: true, force: true })
})

const linksOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, url]) => url!.replaceAll('&amp;', '&'))
/** The board of a district groups people by village, for the team that visits them; nothing else may tell a village. */
const markersFor = (path: string): readonly string[] =>
  DISTRICTS.some((code) => path.startsWith(`/kecocokan/${code}`)) ? persons : [...persons, ...villages]
/** Pages of one person, which her own district may see with her name. */
const isProfile = (path: string) => /^\/pelaku\/[^/?]+/.test(path)
/** Pages of many, whose links are followed further. */
const isList = (path: string) =>
  /^\/(mitra|pelaku|penawaran\/[^/]+|pencarian)(\?|$)/.test(path) ||
  DISTRICTS.some((code) => path.startsWith(`/kecocokan/${code}`)) ||
  path === '/kecocokan'

test('the list is stored under the names it came with, and the page of one person shows hers', async () => {
  expect(ids).toHaveLength(PEOPLE.length)
  const pages = await Promise.all(ids.map(async (id) => (await get(`/pelaku/${id}`)).text()))
  expect(markersIn(pages.join()).sort()).toEqual(expect.arrayContaining(['qoriyanti', 'usahacanary', 'zulfaqirahwati']))
})

/** Follows every link of every list with the rights of a cookie; calls `look` with each page that is text. */
async function crawl(cookie: string, look: (path: string, text: string) => void): Promise<ReadonlySet<string>> {
  const waiting = ['/', '/mitra', '/pelaku', '/kecocokan', '/kecocokan/nasional', '/tentang', '/pencarian', '/impor']
  waiting.push(...DISTRICTS.map((code) => `/kecocokan/${code}`), '/penawaran/pnm.mekaar', '/mitra.atom')
  waiting.push('/usulan', '/kesenjangan', '/jejak-audit', ...ids.map((id) => `/pelaku/${id}`))
  const seen = new Set(waiting)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const response = await get(path, cookie)
    expect(response.status, path).toBeLessThan(500)
    expect(markersIn(JSON.stringify([...response.headers]), [...persons, ...villages]), `headers of ${path}`).toEqual(
      [],
    )
    if (!/html|xml|csv|text/.test(response.headers.get('Content-Type') ?? '')) {
      await response.arrayBuffer()
      continue
    }
    const text = await response.text()
    // why: an officer who asks for all boards is led to her own
    look(new URL(response.url).pathname, text)
    const links = linksOf(text)
    const spoken = links.map((link) => decodeURIComponent(link)).join('\n')
    expect(markersIn(spoken, [...persons, ...villages]), path).toEqual([])
    if (!isList(path)) continue
    for (const link of links) {
      const next = link.replace(/#.*/, '')
      // why: an unbounded number of districts and offers look alike; those of the people in question are all followed
      const wanted = !/^\/kecocokan\/\d/.test(next) || DISTRICTS.some((code) => next.startsWith(`/kecocokan/${code}`))
      if (next.startsWith('/') && !next.startsWith('//') && wanted && !seen.has(next)) {
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return seen
}

test(
  'following every link of every list, the officer meets names on the page of one person alone',
  { timeout: 300_000 },
  async () => {
    const seen = await crawl(officer, (path, text) => {
      if (!isProfile(path)) expect(markersIn(text, markersFor(path)), path).toEqual([])
    })
    expect([...seen].filter(isProfile).length).toBeGreaterThanOrEqual(ids.length)
    expect(seen.size).toBeGreaterThan(60)
  },
)

test.each(['public', 'partner', 'province', 'ministry', 'admin'] as const)(
  'following every link, %s meets no name anywhere',
  { timeout: 300_000 },
  async (role) => {
    const cookie = role === 'public' ? '' : await demoCookie(server.url, role)
    const seen = await crawl(cookie, (path, text) => {
      expect(markersIn(text, persons), path).toEqual([])
    })
    expect(seen.size).toBeGreaterThan(20)
  },
)

test('the files of the lists and boards name nobody', async () => {
  const paths = ['/pelaku', ...DISTRICTS.map((code) => `/kecocokan/${code}/papan`)]
  for (const path of paths) {
    const csv = await (await get(`${path}.csv`)).text()
    expect(csv.length).toBeGreaterThan(200)
    expect(markersIn(csv, markersFor(path)), `${path}.csv`).toEqual([])
    const bytes = await (await get(`${path}.xlsx`)).arrayBuffer()
    const { sheets } = await readXlsx(new Uint8Array(bytes))
    const cells = JSON.stringify(sheets)
    expect(cells.length).toBeGreaterThan(200)
    expect(markersIn(cells, markersFor(path)), `${path}.xlsx`).toEqual([])
  }
})

test('a search for a name, a village or a number finds nobody', async () => {
  for (const q of ['Zulfaqirahwati', 'Usahacanary Jayaxyq', 'Desacanaryqz', '0812-9911-7753', '3324019911775311']) {
    const html = await (await get(`/pelaku?${new URLSearchParams({ q })}`)).text()
    for (const id of ids) expect(html, q).not.toContain(`/pelaku/${id}`)
  }
})

test('after reading, answering, refusing and failing, no log line names anybody', async () => {
  const profile = `/pelaku/${ids[0]}`
  const version = /name="version" value="([^"]*)"/.exec(await (await get(profile)).text())![1]!
  const answer = (value: string) =>
    send(profile, new URLSearchParams({ intent: 'answer', version, fact: 'smartphone', place: 'ask', value }))
  expect((await answer(PEOPLE[0].name)).status).toBe(400)
  expect((await answer('yes')).status).toBe(303)
  expect((await send(profile, new URLSearchParams({ intent: PEOPLE[0].name }))).status).toBe(400)
  const name = new URLSearchParams({ intent: 'save', nama: PEOPLE[0].name, alamat: `/pelaku?q=${PEOPLE[0].phone}` })
  expect((await send('/pencarian', name)).status).toBe(303)
  await get(`/mitra.atom?q=${encodeURIComponent(PEOPLE[0].name)}`)
  const lines = server.output().split('\n')
  expect(lines.filter((line) => line.includes('"method":"POST"')).length).toBeGreaterThanOrEqual(6)
  expect(lines.filter((line) => line.includes(profile)).length).toBeGreaterThan(2)
  expect(markersIn(server.output(), [...persons, ...villages])).toEqual([])
})

test('beside the database itself, no file of the data folder names anybody', () => {
  const files = (readdirSync(server.dataDir, { recursive: true }) as string[]).filter(
    (name) => statSync(join(server.dataDir, name)).isFile() && !/^sinergi\.sqlite/.test(name),
  )
  expect(files).toContain('search.sqlite')
  for (const name of files)
    expect(markersInFile(join(server.dataDir, name), [...persons, ...villages]), name).toEqual([])
})
