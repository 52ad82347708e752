import { expect, onTestFinished, test } from 'vitest'
import { askCapacity } from '#app/features/capacity/ask-capacity.server.ts'
import { actOnCapacity, loadCapacityPage } from '#app/features/capacity/capacity-page.server.ts'
import { CapacityView } from '#app/features/capacity/capacity-view.tsx'
import { confirmPlaces } from '#app/features/proposals/confirm-offer.server.ts'
import { loadDesk } from '#app/features/proposals/desk-page.server.ts'
import { DeskView } from '#app/features/proposals/desk-view.tsx'
import type { RequestContext } from '#app/lib/context.server.ts'
import { secretHash } from '#app/lib/secret.server.ts'
import { drainOutbox } from '#app/mail/outbox.server.ts'
import type { MailTransport } from '#app/mail/transport.server.ts'
import type { DbClient } from '#db/client.ts'
import { verifyAudit } from '#db/queries/audit.ts'
import { claimCapacityLink } from '#db/queries/capacity-requests.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { getOffer } from '#db/queries/offers.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, loopWorld, OFFER, ownDataFolder, PARTNER } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer, partnerViewer } from '#tests/support/viewers.ts'

const OLD = '2026-01-05'

async function partnerWith(over: { slots?: number | null; asOf?: string }): Promise<DbClient> {
  ownDataFolder()
  const client = await testDb()
  onTestFinished(() => client.close())
  await loopWorld(client, [{}], over)
  return client
}

const asking = (client: DbClient, viewer = ministryViewer) =>
  ({ client, db: client.db, viewer, today: TODAY, now: NOW }) as const
const opening = (client: DbClient, now = NOW) =>
  ({
    client,
    db: client.db,
    today: TODAY,
    now,
    locale: 'id',
    viewer: { accountId: null, role: 'public', scope: { reach: 'none' } },
  }) as unknown as RequestContext

/** The secrets of the letters that are on their way, by reading what is sent. */
async function sentSecrets(client: DbClient): Promise<string[]> {
  const texts: string[] = []
  const transport: MailTransport = { kind: 'folder', send: async ({ text }) => void texts.push(text) }
  await drainOutbox(client, transport, NOW)
  return texts.flatMap((text) => /konfirmasi-tempat\/([\w-]+)/.exec(text)?.[1] ?? [])
}

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

test('a partner is asked once for an old figure, and one tap on the link of a letter confirms it', async () => {
  const client = await partnerWith({ asOf: OLD })
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['asked'])
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['open'])
  const secrets = await sentSecrets(client)
  expect(secrets).toHaveLength(2)
  const [first, second] = secrets as [string, string]

  const page = await loadCapacityPage(opening(client), first, false)
  expect(page).toMatchObject({ kind: 'open', offer: 'Modal Uji', known: { slots: 10, taken: 0, asOf: OLD } })
  for (const locale of ['id', 'en'] as const) renderView(<CapacityView page={page} errors={[]} />, locale)
  expect((await getOffer(client.db, OFFER))!.capacity.asOf).toBe(OLD)

  expect(await actOnCapacity(opening(client), first, form({ intent: 'same' }))).toHaveProperty('next')
  expect((await getOffer(client.db, OFFER))!.capacity).toEqual({ slots: 10, taken: 0, unit: 'actor', asOf: TODAY })
  expect(await loadCapacityPage(opening(client), first, true)).toEqual({ kind: 'thanks' })
  expect(await loadCapacityPage(opening(client), second, false)).toEqual({ kind: 'dead', why: 'answered' })
  await actOnCapacity(opening(client), second, form({ intent: 'none' }))
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(0)
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['confirmed'])

  const rows = await client.db
    .selectFrom('capacity_request')
    .select(['answered_via', 'answered_by', 'letters'])
    .execute()
  expect(rows).toEqual([{ answered_via: 'link', answered_by: expect.stringMatching(/^staf-[12]$/), letters: 2 }])
  const actions = await client.db.selectFrom('audit_event').select('action').where('subject_id', '=', OFFER).execute()
  expect(actions.map(({ action }) => action)).toEqual(['capacity:ask', 'proposal:answer'])
  expect((await verifyAudit(client.db)).findings).toEqual([])
})

test('a figure that was never stated is stated by link, and what cannot be places is refused with a sentence', async () => {
  const client = await partnerWith({ slots: null })
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['asked'])
  const [secret] = (await sentSecrets(client)) as [string, string]
  expect(await loadCapacityPage(opening(client), secret, false)).toMatchObject({ reason: 'not_stated', known: null })
  for (const values of [
    { jumlah: '', terisi: '' },
    { jumlah: '-3', terisi: '0' },
    { jumlah: '3', terisi: '4' },
  ]) {
    const result = await actOnCapacity(opening(client), secret, form({ intent: 'places', ...values }))
    expect(result).toMatchObject({ errors: [{ field: 'jumlah' }] })
  }
  await expect(actOnCapacity(opening(client), secret, form({ intent: 'same' }))).rejects.toMatchObject({ status: 400 })
  await actOnCapacity(opening(client), secret, form({ intent: 'places', jumlah: '12', terisi: '' }))
  expect((await getOffer(client.db, OFFER))!.capacity).toMatchObject({ slots: 12, taken: 0, asOf: TODAY })
})

test('a figure counted in groups is not answered by confirming it, only by one in persons', async () => {
  const client = await partnerWith({})
  await client.db.updateTable('offer').set({ capacity_unit: 'group' }).where('id', '=', OFFER).execute()
  await logChanges(client.db, 'offers', [OFFER], NOW)
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['asked'])
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  await confirmPlaces(partner, OFFER, 'same')
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['open'])
  await confirmPlaces(partner, OFFER, { slots: 30, taken: 2, unit: 'actor' })
  expect(await askCapacity(asking(client), [OFFER])).toEqual(['confirmed'])
})

test('the desk shows that the ministry waits, and a tap there settles it', async () => {
  const client = await partnerWith({ asOf: OLD })
  await askCapacity(asking(client), [OFFER])
  const desk = () => loadDesk({ client, db: client.db, viewer: partnerViewer(PARTNER), today: TODAY, locale: 'id' })
  expect((await desk()).offers[0]).toMatchObject({ askedAt: NOW })
  expect(renderView(<DeskView page={await desk()} refusal={null} />)).toContain('Konfirmasi diminta')
  await confirmPlaces(acting(client, { viewer: partnerViewer(PARTNER) }), OFFER, 'same')
  expect((await desk()).offers[0]).toMatchObject({ askedAt: null, staleDays: null })
})

test('a link ends after 30 days, an invented one opens nothing, and only planners may ask', async () => {
  const client = await partnerWith({ asOf: OLD })
  await askCapacity(asking(client), [OFFER])
  const [secret] = (await sentSecrets(client)) as [string, string]
  const later = '2026-12-25T03:00:00.000Z'
  expect(await loadCapacityPage(opening(client, later), secret, false)).toEqual({ kind: 'dead', why: 'expired' })
  await actOnCapacity(opening(client, later), secret, form({ intent: 'same' }))
  expect((await getOffer(client.db, OFFER))!.capacity.asOf).toBe(OLD)
  expect(await loadCapacityPage(opening(client), 'karangan', false)).toEqual({ kind: 'dead', why: 'unknown' })
  await expect(askCapacity(asking(client, districtViewer('33.24')), [OFFER])).rejects.toMatchObject({ status: 403 })
  await expect(askCapacity(asking(client), ['tidak-ada'])).rejects.toMatchObject({ status: 404 })
})

test('the link of an account that was switched off confirms nothing', async () => {
  const client = await partnerWith({ asOf: OLD })
  await askCapacity(asking(client), [OFFER])
  const [first] = await sentSecrets(client)
  const link = await client.db.selectFrom('capacity_link').selectAll().execute()
  const hers = link.find((one) => one.token_hash === secretHash(first!))!
  await client.db.updateTable('account').set({ disabled_at: NOW }).where('id', '=', hers.account_id!).execute()
  const page = await loadCapacityPage(opening(client), first!, false)
  expect(page).toEqual({ kind: 'dead', why: 'revoked' })
  for (const locale of ['id', 'en'] as const) renderView(<CapacityView page={page} errors={[]} />, locale)
  expect(await claimCapacityLink(client.db, hers.token_hash, NOW)).toBe(false)
  await actOnCapacity(opening(client), first!, form({ intent: 'same' }))
  expect((await getOffer(client.db, OFFER))!.capacity.asOf).toBe(OLD)
})
