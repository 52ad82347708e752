import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { cardTable } from '#app/features/cards/card-table.server.ts'
import { cardCodes, proposedCodes } from '#app/features/cards/partner-codes.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { createDb, type DbClient } from '#db/client.ts'
import { actorsWithConsent } from '#db/queries/consents.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie } from '#tests/support/sign-in.ts'

const PARTNER = 'pnm'
const REGENCY = '33.24'
const PATIENCE_MS = 5000

let server: RunningServer
let client: DbClient
let officer: string
let partner: string

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '2000' })
  // why: the codes are made with the key that the server keeps in its data folder
  vi.stubEnv('DATA_DIR', server.dataDir)
  officer = await demoCookie(server.url, 'district')
  partner = await demoCookie(server.url, 'partner')
  client = createDb(join(server.dataDir, 'sinergi.sqlite'), { readonly: true })
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await client?.close()
  await server?.stop()
})

const text = async (path: string, cookie: string) =>
  (await fetch(server.url + path, { headers: { Cookie: cookie } })).text()

/** Every address about actors that the partner can open: lists, cards, desk, offers, feeds, each proposal with its sheet. */
async function partnerPages(): Promise<string[]> {
  const proposals = await client.db.selectFrom('proposal').select('id').where('partner_id', '=', PARTNER).execute()
  return [
    ...['/', '/mitra.atom', '/meja-mitra', '/penawaran/pnm.mekaar', '/usulan', '/pelaku/kartu'],
    ...proposals.flatMap(({ id }) => [`/usulan/${id}`, `/usulan/${id}/lembar`]),
    ...Array.from({ length: 20 }, (_, at) => `/pelaku/kartu?hal=${at + 2}`),
  ]
}

/** Those of the pages on which a mark stands. */
async function showing(marks: readonly string[], pages: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const page of pages) {
    const html = await text(page, partner)
    if (marks.some((mark) => html.includes(mark))) found.push(page)
  }
  return found
}

async function withdrawEverything(actorId: string): Promise<void> {
  const receipts = await client.db
    .selectFrom('consent_receipt')
    .select('id')
    .where('actor_id', '=', actorId)
    .where('partner_id', '=', PARTNER)
    .execute()
  expect(receipts.length).toBeGreaterThan(0)
  for (const { id } of receipts) {
    const response = await fetch(`${server.url}/pelaku/${actorId}/persetujuan`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ intent: 'withdraw', izin: id, sebab: 'her_wish' }),
      headers: { Cookie: officer, Origin: server.url },
    })
    expect(response.status).toBe(303)
  }
}

/**
 * Takes everything back that she allowed, and asks for the pages that showed her again and again until none does; then looks
 * through all the others. Fails when the first takes longer than it may.
 */
async function withdrawAndLook(actorId: string, marks: readonly string[]): Promise<void> {
  const shown = await showing(marks, await partnerPages())
  expect(shown.length, `nothing shows ${marks}`).toBeGreaterThan(0)
  const since = performance.now()
  await withdrawEverything(actorId)
  for (let left = shown; left.length > 0; ) {
    left = await showing(marks, left)
    expect(performance.now() - since, `still there: ${left}`).toBeLessThan(PATIENCE_MS)
  }
  expect(await showing(marks, await partnerPages())).toEqual([])
}

test('who is in a referral by name is nowhere the partner looks, within five seconds of taking her consent back', async () => {
  const her = await client.db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .innerJoin('actor_identity', 'actor_identity.actor_id', 'proposal_actor.actor_id')
    .select(['actor_identity.actor_id as id', 'actor_identity.name', 'proposal.id as proposalId'])
    .where('proposal.partner_id', '=', PARTNER)
    .where('proposal.regency_code', '=', REGENCY)
    .where('proposal.state', 'in', ['referred', 'in_progress'])
    .executeTakeFirstOrThrow()
  const marks = [her.name, proposedCodes(PARTNER)(her.id)]
  expect(await text(`/usulan/${her.proposalId}`, partner)).toContain(her.name)
  await withdrawAndLook(her.id, marks)
  expect(await text(`/usulan/${her.proposalId}`, partner)).toContain('tidak menyetujui datanya dilihat')
  expect(await text(`/usulan/${her.proposalId}`, officer), 'her own district knows as before').toContain(
    actorCode(her.id),
  )
})

test('an open proposal is withdrawn with her consent, and she cannot be proposed to that partner again', async () => {
  const open = await client.db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select(['proposal_actor.actor_id as id', 'proposal.id as proposalId', 'proposal.offer_id as offerId'])
    .where('proposal.partner_id', '=', PARTNER)
    .where('proposal.regency_code', '=', REGENCY)
    .where('proposal.is_group', '=', 0)
    .where('proposal.state', 'in', ['sent', 'seen', 'clarification', 'accepted'])
    .executeTakeFirstOrThrow()
  await withdrawAndLook(open.id!, [proposedCodes(PARTNER)(open.id!)])
  const { state } = await client.db
    .selectFrom('proposal')
    .select('state')
    .where('id', '=', open.proposalId)
    .executeTakeFirstOrThrow()
  expect(state).toBe('withdrawn')
  await fetch(`${server.url}/usulan/baru`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      intent: 'send',
      penawaran: open.offerId,
      pelaku: open.id!,
      alasan_urutan: 'other',
      keterangan_urutan: 'Dicoba lagi setelah izinnya dicabut',
    }),
    headers: { Cookie: officer, Origin: server.url },
  })
  const states = await client.db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select('proposal.state')
    .where('proposal_actor.actor_id', '=', open.id)
    .where('proposal.offer_id', '=', open.offerId)
    .execute()
  expect(states.filter(({ state }) => state !== 'draft' && state !== 'withdrawn')).toEqual([])
  expect(await showing([proposedCodes(PARTNER)(open.id!)], await partnerPages())).toEqual([])
})

test('her card is gone from the cards, and the address of it leads nowhere', async () => {
  const today = jakartaDay(new Date())
  const shown = (await cardTable(client, PARTNER, today)).flatMap((group) => group.ids)
  const { id } = await client.db
    .selectFrom('actor')
    .select('id')
    .where('regency_code', '=', REGENCY)
    .where('id', 'in', actorsWithConsent(client.db, PARTNER, 'browse', today))
    .where('id', 'in', shown)
    .executeTakeFirstOrThrow()
  const code = cardCodes(PARTNER)(id)
  await withdrawAndLook(id, [code])
  const byHand = await fetch(`${server.url}/usulan/baru?penawaran=pnm.mekaar&pelaku=${id}`, {
    headers: { Cookie: partner },
  })
  expect(byHand.status).toBe(404)
})
