import { expect, onTestFinished, test, vi } from 'vitest'
import { personOf } from '#app/auth/person.server.ts'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import { actOnManagedAccount, loadManagedAccount } from '#app/features/accounts/managed-account.server.ts'
import { actOnOwnAccount } from '#app/features/accounts/own-account-action.server.ts'
import { loadOwnAccountPage } from '#app/features/accounts/own-account-page.server.ts'
import { loadTrailPage } from '#app/features/audit/trail-page.server.ts'
import type { DbClient } from '#db/client.ts'
import { getAccount, insertAccount } from '#db/queries/accounts.ts'
import { findCompanionActors } from '#db/queries/actor-companions.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { loadReference } from '#db/reference/load.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { addActors } from '#tests/support/actor-rows.ts'
import { temporaryFolder } from '#tests/support/cli.ts'
import { cookieFor, exampleAccount } from '#tests/support/sign-in.ts'
import { testDb } from '#tests/support/test-db.ts'
import { adminViewer, districtViewer, ministryViewer } from '#tests/support/viewers.ts'

const NOW = '2026-11-24T03:00:00.000Z'
const LATER = '2026-11-24T04:00:00.000Z'

async function office(role: AccountRole = 'district') {
  const { path, remove } = temporaryFolder()
  vi.stubEnv('DATA_DIR', path)
  const client = await testDb()
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await client.close()
    remove()
  })
  await loadReference(client)
  const account = exampleAccount({ role })
  await insertAccount(client.db, account)
  const send = (values: Record<string, string>, viewer = adminViewer, now = NOW) => {
    const form = new FormData()
    for (const [key, value] of Object.entries(values)) form.set(key, value)
    return actOnManagedAccount({ db: client.db, viewer, locale: 'id', now }, account.id, form)
  }
  const page = () => loadManagedAccount({ db: client.db, viewer: adminViewer, locale: 'id', now: NOW }, account.id)
  const lines = async () =>
    (await findAuditEvents(client.db, { subject: { type: 'account', id: account.id } }, { page: 1, size: 20 })).map(
      ({ action, account_id, because, detail }) => [action, account_id, because, detail],
    )
  return { client, account, send, page, lines }
}

const asking = (cookie: string) => new Request('http://localhost/', { headers: { Cookie: cookie } })

test('of two administrators changing one account the second is told, and nothing of the first is overwritten', async () => {
  const { client, account, send, page, lines } = await office()
  const { version } = await page()
  const first = { intent: 'ubah', versi: version, peran: 'province', provinsi: '32' }
  expect(await send(first)).toBeNull()
  const second = { intent: 'ubah', versi: version, peran: 'partner', mitra: 'pnm' }
  expect(await send(second, adminViewer, LATER)).toEqual([
    { field: 'peran', message: expect.stringContaining('orang lain mengubah akun ini') },
  ])
  expect(await getAccount(client.db, account.id)).toMatchObject({ role: 'province', province_code: '32' })
  expect(await lines()).toHaveLength(1)
  expect(await send({ ...second, versi: (await page()).version }, adminViewer, LATER)).toBeNull()
  expect(await getAccount(client.db, account.id)).toMatchObject({
    role: 'partner',
    province_code: null,
    partner_id: 'pnm',
  })
})

test('two at the very same moment: one gets through', async () => {
  const { send, page } = await office()
  const { version } = await page()
  const both = ['32', '33'].map((code) => send({ intent: 'ubah', versi: version, peran: 'province', provinsi: code }))
  const results = await Promise.all(both)
  expect(results.filter((result) => result === null)).toHaveLength(1)
})

test('switching off ends every session at once, and the record says who did it', async () => {
  const { client, account, send, lines } = await office()
  const cookie = await cookieFor(client, account)
  expect(await personOf(asking(cookie), client)).not.toBeNull()
  expect(await send({ intent: 'matikan' })).toBeNull()
  expect(await personOf(asking(cookie), client)).toBeNull()
  expect(await lines()).toEqual([['account:disable', 'test-admin', 'administration', '{"change":"disabled"}']])
  await expect(send({ intent: 'matikan' })).rejects.toMatchObject({ status: 400 })
})

test('nobody changes her own account here, an administrator is kept by administrators alone, a district by no other', async () => {
  const admin = await office('admin')
  await expect(admin.send({ intent: 'matikan' }, ministryViewer)).rejects.toMatchObject({ status: 404 })
  await expect(
    admin.send({ intent: 'matikan' }, { ...adminViewer, accountId: admin.account.id }),
  ).rejects.toMatchObject({ status: 404 })
  const companion = await office('companion')
  await expect(companion.send({ intent: 'matikan' }, districtViewer('32.77'))).rejects.toMatchObject({ status: 404 })
  expect(await companion.send({ intent: 'matikan' }, districtViewer('33.24'))).toBeNull()
})

test('a companion gets actors of her own kabupaten by the code their profile shows; a code that fits none is told', async () => {
  const { client, account, send, lines } = await office('companion')
  addActors(client, [
    { id: 'uji-0000001', regency: '33.24' },
    { id: 'uji-0000002', regency: '32.77' },
  ])
  const officer = districtViewer('33.24')
  expect(await send({ intent: 'tambah-kode', kode: ' p-0000001 ' }, officer)).toBeNull()
  expect(await findCompanionActors(client.db, account.id)).toEqual(['uji-0000001'])
  for (const kode of ['P-0000002', 'P-9999999', '']) {
    expect(await send({ intent: 'tambah-kode', kode }, officer), kode).toEqual([
      { field: 'kode', message: expect.stringContaining('tidak ada') },
    ])
  }
  expect(await send({ intent: 'lepas', kode: 'uji-0000001' }, officer)).toBeNull()
  expect(await findCompanionActors(client.db, account.id)).toEqual([])
  expect((await lines()).map(([, , , detail]) => detail)).toEqual([
    '{"change":"actor_released"}',
    '{"change":"actors_assigned"}',
  ])
  const trail = await loadTrailPage({ db: client.db, viewer: officer }, 'uji-0000001', null)
  expect(trail.lines.map(({ action, account, detail }) => [action, account, detail])).toEqual([
    ['actor:companion', null, { change: 'released', companion: account.name }],
    ['actor:companion', null, { change: 'assigned', companion: account.name }],
  ])
})

/** Somebody signed in on two devices, acting from the first. */
async function twoDevices(client: DbClient, account: AccountRow) {
  const [here, there] = [await cookieFor(client, account), await cookieFor(client, account)]
  const person = (await personOf(asking(here), client))!
  const send = (values: Record<string, string>) => {
    const form = new FormData()
    for (const [key, value] of Object.entries(values)) form.set(key, value)
    return actOnOwnAccount({ db: client.db, key: new Uint8Array(32), now: NOW, locale: 'id' }, person, form)
  }
  const isIn = async (cookie: string) => (await personOf(asking(cookie), client)) !== null
  return { here, there, person, send, isIn }
}

test('sessions are listed, one is ended and the other goes on, and only her own', async () => {
  const { client, account, lines } = await office()
  const { here, there, person, send, isIn } = await twoDevices(client, account)
  const stranger = exampleAccount({ role: 'partner' })
  await insertAccount(client.db, stranger)
  const strange = await cookieFor(client, stranger)
  const strangeId = (await personOf(asking(strange), client))!.sessionHash
  const page = await loadOwnAccountPage(client.db, person, new Date().toISOString(), null)
  expect(page.sessions.map((session) => session.here).sort()).toEqual([false, true])
  expect(await send({ intent: 'akhiri', sesi: strangeId })).toHaveProperty('next')
  expect(await isIn(strange), 'the session of somebody else').toBe(true)
  await send({ intent: 'akhiri', sesi: page.sessions.find((session) => !session.here)!.id })
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  expect((await lines()).map(([action]) => action)).toEqual(['session:end', 'session:end'])
})

test('signing out everywhere leaves no session', async () => {
  const { client, account } = await office()
  const { here, there, send, isIn } = await twoDevices(client, account)
  expect(await send({ intent: 'keluar-semua' })).toEqual({ next: '/masuk' })
  expect([await isIn(here), await isIn(there)]).toEqual([false, false])
})
