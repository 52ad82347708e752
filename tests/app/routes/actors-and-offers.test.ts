import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveDb } from '#app/db.server.ts'
import { loader as file } from '#app/routes/actors.file.ts'
import { loader as list } from '#app/routes/actors.list.tsx'
import { action, loader as profile } from '#app/routes/actors.profile.tsx'
import { loader as offer } from '#app/routes/offers.profile.tsx'
import { syncSearch } from '#app/search.server.ts'
import { setup } from '#app/setup.server.ts'
import { countActors, getActor } from '#db/queries/actors.ts'
import { signedInAs } from '#tests/support/sign-in.ts'

const ACTOR = 'demo-0000001'
const HERE = 'http://localhost'

type Called<Loader extends (args: never) => unknown> = (args: Parameters<Loader>[0]) => ReturnType<Loader>

/** A route's function as Remix calls it; what it throws is what it answers. */
async function call<Loader extends (args: never) => unknown>(
  route: Loader,
  path: string,
  params: Record<string, string> = {},
  body?: Record<string, string>,
): Promise<Awaited<ReturnType<Loader>> | Response> {
  const request = body
    ? new Request(HERE + path, {
        method: 'POST',
        body: new URLSearchParams({ version: await version(), ...body }),
        headers: { Origin: HERE, Cookie: cookie },
      })
    : new Request(HERE + path, { headers: { Cookie: cookie } })
  try {
    return (await (route as Called<Loader>)({ request, params, context: {} } as never)) as Awaited<ReturnType<Loader>>
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : 200)
const version = async () => (await getActor(liveDb().db, ACTOR))!.updated_at
const facts = async () => JSON.parse((await getActor(liveDb().db, ACTOR))!.facts)

let cookie = ''
/** Actors of the officer's kabupaten. */
let here = 0
const before = process.env.DATA_DIR
const dataDir = mkdtempSync(join(tmpdir(), 'sinergi-test-'))

beforeAll(async () => {
  process.env.DATA_DIR = dataDir
  await setup({ demoActors: 60, demoAccounts: true }, () => {})
  const actor = (await getActor(liveDb().db, ACTOR))!
  here = await countActors(liveDb().db, { reach: 'regency', regency: actor.regency_code! })
  cookie = await signedInAs(liveDb(), 'district', { regency_code: actor.regency_code })
})

afterAll(async () => {
  await syncSearch()
  await liveDb().close()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  rmSync(dataDir, { recursive: true, force: true })
})

test('a profile, the list, its files and an offer are found', async () => {
  expect(statusOf(await call(profile, `/pelaku/${ACTOR}`, { actorId: ACTOR }))).toBe(200)
  expect(await call(list, '/pelaku')).toMatchObject({ page: { total: here, totals: { all: here, demo: here } } })
  expect(await call(offer, '/penawaran/pnm.mekaar', { offerId: 'pnm.mekaar' })).toMatchObject({
    fits: { counts: { all: here } },
  })
  const csv = (await call(file, '/pelaku.csv?klaster=IR1')) as Response
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect((await csv.text()).split('\r\n').length).toBeGreaterThan(1)
})

test('an unknown actor or offer is a real 404, for forms too', async () => {
  expect(statusOf(await call(profile, '/pelaku/x', { actorId: 'x' }))).toBe(404)
  expect(statusOf(await call(offer, '/penawaran/x', { offerId: 'x' }))).toBe(404)
  const body = { intent: 'answer', fact: 'internet', value: 'yes' }
  expect(statusOf(await call(action, '/pelaku/x', { actorId: 'x' }, body))).toBe(404)
})

test('an answer leads on with 303, and undoing it gives back what was', async () => {
  const at = { actorId: ACTOR }
  const start = await facts()
  const stored = (await call(action, `/pelaku/${ACTOR}`, at, {
    intent: 'answer',
    fact: 'group_size',
    value: '17',
    place: 'tanya',
  })) as Response
  expect(stored.status).toBe(303)
  expect(await facts()).toEqual({ ...start, group_size: 17 })
  const next = new URL(stored.headers.get('Location')!, HERE)
  const page = await call(profile, next.pathname + next.search, at)
  expect(page).toMatchObject({ answer: { fact: 'group_size', to: 17 } })
  const undone = (await call(action, `/pelaku/${ACTOR}`, at, {
    intent: 'undo',
    change: next.searchParams.get('perubahan')!,
  })) as Response
  expect(undone.status).toBe(303)
  expect(await facts()).toEqual(start)
})

test('a bad answer is 400 and changes nothing', async () => {
  const start = await facts()
  const at = { actorId: ACTOR }
  const bad = { intent: 'answer', fact: 'group_size', value: 'banyak', place: 'fakta' }
  expect(statusOf(await call(action, `/pelaku/${ACTOR}`, at, bad))).toBe(400)
  expect(statusOf(await call(action, `/pelaku/${ACTOR}`, at, { intent: 'hapus' }))).toBe(400)
  expect(await facts()).toEqual(start)
})

test('a form of another site is refused', async () => {
  const request = new Request(`${HERE}/pelaku/${ACTOR}`, {
    method: 'POST',
    body: new URLSearchParams({ intent: 'answer', fact: 'internet', value: 'yes' }),
    headers: { Origin: 'http://lain.invalid', Cookie: cookie },
  })
  const refused = await action({ request, params: { actorId: ACTOR }, context: {} } as never).catch((thrown) => thrown)
  expect(statusOf(refused)).toBe(403)
})
