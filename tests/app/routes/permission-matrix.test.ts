import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveDb } from '#app/db.server.ts'
import { keepDocument } from '#app/features/documents/document-store.server.ts'
import routes from '#app/routes.ts'
import { syncSearch } from '#app/search.server.ts'
import { setup } from '#app/setup.server.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { assignActors } from '#db/queries/actor-companions.ts'
import { getActor } from '#db/queries/actors.ts'
import { insertImportBatch } from '#db/queries/imports.ts'
import { insertProgrammeFile } from '#db/queries/programme-files.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { addActors, NOW } from '#tests/support/actor-rows.ts'
import { addGapTask } from '#tests/support/gap-task.ts'
import { addProposal } from '#tests/support/loop-world.ts'
import { addMou } from '#tests/support/mou.ts'
import { addProgramme } from '#tests/support/programme.ts'
import { cookieFor, exampleAccount } from '#tests/support/sign-in.ts'
import { MATRIX, type MatrixRow, VIEWERS, type ViewerName } from './permission-matrix.ts'

const HERE = 'http://localhost'
const HER = 'matriks-0000001'
const BATCH = '00000000-0000-4000-8000-000000003324'

type RouteFunction = (args: { request: Request; params: Record<string, string>; context: object }) => unknown
type RouteModule = { readonly loader?: RouteFunction; readonly action?: RouteFunction }

const TABLE = (await routes) as readonly RouteConfigEntry[]
const patternOf = (entry: RouteConfigEntry) => entry.path ?? ''
const moduleOf = async (entry: RouteConfigEntry): Promise<RouteModule> => import(`../../../app/${entry.file}`)

const before = process.env.DATA_DIR
const dataDir = mkdtempSync(join(tmpdir(), 'sinergi-test-'))
const accounts = new Map<ViewerName, AccountRow>()

function accountsOfRoles(): [ViewerName, AccountRow][] {
  return [
    ['partner', exampleAccount({ role: 'partner', partner_id: 'pnm' })],
    ['partner elsewhere', exampleAccount({ role: 'partner', partner_id: 'grab' })],
    ['companion', exampleAccount({ role: 'companion', regency_code: '33.24' })],
    ['companion elsewhere', exampleAccount({ role: 'companion', regency_code: '32.77' })],
    ['district', exampleAccount({ role: 'district', regency_code: '33.24' })],
    ['district elsewhere', exampleAccount({ role: 'district', regency_code: '32.77' })],
    ['province', exampleAccount({ role: 'province', province_code: '33' })],
    ['province elsewhere', exampleAccount({ role: 'province', province_code: '32' })],
    ['ministry', exampleAccount({ role: 'ministry' })],
    ['admin', exampleAccount({ role: 'admin' })],
  ]
}

/** A load of the office in Kendal that has ended, with a rejected row. */
async function addLoad(): Promise<void> {
  const client = liveDb()
  const rows = { total: 1, created: 0, changed: 0, same: 0, rejected: 1 }
  const mapping = JSON.stringify({
    kind: 'csv',
    headings: [{ index: 0, heading: 'Nama' }],
    columns: [],
    ignored: [],
    rows,
    skipped: { example: 0, other: 0 },
    notices: [],
    regions: [],
    asOf: '2026-11-24',
    headerRow: 1,
  })
  await insertImportBatch(client.db, {
    id: BATCH,
    file_name: 'matriks.csv',
    sha256: 'x',
    status: 'done',
    mapping,
    created_at: NOW,
    regency_code: '33.24',
  })
  client.sqlite.prepare('insert into import_reject values (?, 2, ?, ?)').run(BATCH, '["x"]', '[]')
}

beforeAll(async () => {
  process.env.DATA_DIR = dataDir
  await setup({ demoActors: 0, demoAccounts: false }, () => {})
  const client = liveDb()
  addActors(client, [
    { id: HER, regency: '33.24' },
    { id: 'matriks-0000002', regency: '33.24' },
    { id: 'matriks-0000003', regency: '32.77' },
  ])
  for (const [name, account] of accountsOfRoles()) {
    await insertAccount(client.db, account)
    accounts.set(name, account)
  }
  await insertAccount(client.db, exampleAccount({ role: 'companion', id: 'matriks-pendamping' }))
  await assignActors(client.db, accounts.get('companion')!.id, [HER], NOW)
  await assignActors(client.db, accounts.get('companion elsewhere')!.id, ['matriks-0000003'], NOW)
  await addLoad()
  await addProposal(client, {
    id: 'usulan-matriks',
    actorId: HER,
    regency: '33.24',
    partnerId: 'pnm',
    offerId: 'pnm.mekaar',
  })
  await addMou(client, { id: 'mou-matriks', partner_id: 'pnm', regions: '["33.24"]', regency_code: '33.24' })
  const shared = { offers: ['pnm.mekaar'], regencies: ['33.24'] }
  await addProgramme(client, { id: 'program-draf', ...shared, offers: [] })
  await addProgramme(client, { id: 'program-provinsi', province_code: '33' })
  await addProgramme(client, { id: 'program-konsultasi', state: 'consulted', ...shared })
  await addProgramme(client, { id: 'program-matriks', state: 'published', published_at: NOW, ...shared })
  for (const is_public of [1, 0] as const) {
    const id = is_public ? 'berkas-umum' : 'berkas-petugas'
    const named = { id, programme_id: 'program-matriks', name: 'uji.pdf', media_type: 'application/pdf', bytes: 1 }
    await insertProgrammeFile(client.db, { ...named, is_public, account_id: null, at: NOW })
    await keepDocument(id, new Uint8Array([1]))
  }
  await addGapTask(client, { id: 'tugas-matriks', region: '33.24' })
  await syncSearch()
})

afterAll(async () => {
  await syncSearch()
  await liveDb().close()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  rmSync(dataDir, { recursive: true, force: true })
})

function paramsOf(pattern: string, path: string): Record<string, string> {
  const given = path.split('/').slice(1)
  return Object.fromEntries(
    pattern.split('/').flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), given[at] ?? '']] : [])),
  )
}

async function requestOf(row: MatrixRow, name: ViewerName, from: Record<string, string>): Promise<Request> {
  const account = accounts.get(name)
  const headers = new Headers(from)
  if (account) headers.set('Cookie', await cookieFor(liveDb(), account))
  if (row.method === 'GET') return new Request(HERE + row.address, { headers })
  const form = new URLSearchParams(row.form)
  if (form.get('version') === 'VERSION') form.set('version', (await getActor(liveDb().db, HER))!.updated_at)
  return new Request(HERE + row.address, { method: 'POST', body: form, headers })
}

/** The status a route answers with, as Remix would make it of what the function returns or throws. */
async function answer(
  run: RouteFunction,
  row: MatrixRow,
  name: ViewerName,
  from: Record<string, string> = { Origin: HERE },
): Promise<number> {
  const request = await requestOf(row, name, from)
  const params = paramsOf(row.route, new URL(request.url).pathname)
  try {
    const result = await run({ request, params, context: {} })
    if (!(result instanceof Response)) return 200
    await result.arrayBuffer()
    return result.status
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

test.each(MATRIX)('$method /$route answers every role as the table says', async (row) => {
  const entry = TABLE.find((one) => patternOf(one) === row.route)
  expect(entry, `app/routes.ts has no route "${row.route}"; take its line out of the matrix`).toBeDefined()
  const { loader, action } = await moduleOf(entry!)
  const run = row.method === 'GET' ? loader : action
  expect(run, `"${row.route}" has nothing for ${row.method}`).toBeDefined()
  const answers: number[] = []
  for (const name of VIEWERS) answers.push(await answer(run!, row, name))
  const expected = Object.fromEntries(VIEWERS.map((name, at) => [name, row.answers.split(' ')[at]]))
  const found = Object.fromEntries(VIEWERS.map((name, at) => [name, String(answers[at])]))
  expect(found, `line for the matrix, once you are sure it is right: '${answers.join(' ')}'`).toEqual(expected)
})

/** How a browser says that a form was sent from a page of another site; the second is told by older ones. */
const ELSEWHERE: readonly Record<string, string>[] = [
  { Origin: HERE, 'Sec-Fetch-Site': 'cross-site' },
  { Origin: HERE, 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'https://elsewhere.example' },
  { Origin: 'null' },
]

test.each(
  MATRIX.filter((row) => row.method === 'POST' && row.route !== '*'),
)('POST /$route does nothing for a form sent from a page of another site', async (row) => {
  const { action } = await moduleOf(TABLE.find((one) => patternOf(one) === row.route)!)
  const answers = row.answers.split(' ')
  // why: whoever is refused anyhow shows nothing; the one who would get furthest is asked
  const far = ['303', '200', '400', '410', '404'].flatMap((status) => VIEWERS.filter((_, at) => answers[at] === status))
  const name = far[0]!
  const usual = answers[VIEWERS.indexOf(name)]
  for (const from of ELSEWHERE) {
    const status = await answer(action!, row, name, from)
    expect(status === 403 || (usual === '404' && status === 404), `${name}: ${status}`).toBe(true)
  }
})

test('every route stands in the matrix, its loader and its action', async () => {
  const known = new Set(MATRIX.map((row) => `${row.method} ${row.route}`))
  const missing: string[] = []
  for (const entry of TABLE) {
    const { loader, action } = await moduleOf(entry)
    const pattern = patternOf(entry)
    if (loader && !known.has(`GET ${pattern}`))
      missing.push(`get('${pattern}', '/an/address', '${'??? '.repeat(11).trim()}'),`)
    if (action && !known.has(`POST ${pattern}`))
      missing.push(`post('${pattern}', '/an/address', '${'??? '.repeat(11).trim()}', {}),`)
  }
  const how =
    'add these lines to tests/app/routes/permission-matrix.ts with a real address; the test then prints the statuses to check'
  expect(missing, how).toEqual([])
})

/** Modules of features that routes call and that guard nothing, each with the reason. */
const OPEN: Readonly<Record<string, string>> = {
  'actors/record-reading': 'writes the audit line of a page that asked already',
  'rights/data-folder': 'knows where the data folder is, nothing more',
  'about/about-page': 'published figures only',
  'accounts/code-page': 'for who has half signed in',
  'accounts/forgot-page': 'for who cannot sign in',
  'accounts/invitation-page': 'for who holds the link',
  'accounts/own-account-action': 'the route asks for a person; each changes her own account',
  'accounts/own-account-page': 'the route asks for a person; each reads her own account',
  'accounts/recovery-cookie': "carries a person's own codes to her once",
  'accounts/reset-page': 'for who holds the link',
  'accounts/second-factor-page': 'the route asks for a person; each sets up her own',
  'accounts/sign-in-page': 'for who has not signed in',
  'accounts/sign-out': 'ends the session of whoever asks',
  'accounts/typed-post': 'repeats what was typed',
  'actors/follow-changes': 'brings the index up to date and answers nothing',
  'board/board-file': 'writes the board it is given',
  'capacity/capacity-page': 'the secret in the link of a letter is the permission',
  'home/home-page': 'the public reads rounded counts',
  'intake/import-jobs': 'names the folders of a site',
  'proposals/answer-page': 'the secret in the link of a letter is the permission',
  'documents/document-store': 'keeps the bytes another service let in',
  'saved-searches/saved-searches-page': "reads the asker's own searches",
}

test('every service a route calls asks for a permission, or says here why it needs none', async () => {
  const unguarded = new Set<string>()
  for (const { file } of TABLE) {
    const source = readFileSync(`app/${file}`, 'utf8')
    for (const [, name] of source.matchAll(/^import (?!type).* from '#app\/features\/(.+)\.server\.ts'$/gm)) {
      const service = readFileSync(`app/features/${name}.server.ts`, 'utf8')
      if (!/\b(demand\w*|boardPlace|loadBoard)\(/.test(service)) unguarded.add(name!)
    }
  }
  expect([...unguarded].sort().filter((name) => !Object.hasOwn(OPEN, name))).toEqual([])
})
