import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { cardCodes } from '#app/features/cards/partner-codes.server.ts'
import { acceptRequest } from '#app/features/proposals/accept-request.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { loadDesk } from '#app/features/proposals/desk-page.server.ts'
import { askDistrict, askForCards, declineRequest } from '#app/features/proposals/partner-requests.server.ts'
import { loadRequests } from '#app/features/proposals/request-lines.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { authKey, unseal } from '#app/lib/seal.server.ts'
import type { DbClient } from '#db/client.ts'
import { findProposalEvents, getProposal } from '#db/queries/proposals.ts'
import { acting, consent, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, partnerViewer } from '#tests/support/viewers.ts'

const LATER = '2026-11-24T09:00:00.000Z'

async function world(): Promise<DbClient> {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [{}, {}, {}, {}, {}, { regency: '33.17' }, { regency: '33.17' }])
  for (let n = 1; n <= 7; n++) await consent(client, `pelaku-${n}`, { purpose: 'browse' })
  return client
}

const staff = (client: DbClient) => ({
  ...acting(client, { viewer: { ...partnerViewer(PARTNER), accountId: 'staf-1' } }),
  client,
  locale: 'id' as const,
})

const office = (client: DbClient, regency = REGENCY) => ({
  ...acting(client, { viewer: districtViewer(regency), now: LATER }),
  locale: 'id' as const,
})

const lettersOf = async (client: DbClient) =>
  (await client.db.selectFrom('mail_outbox').selectAll().orderBy('dedupe_key').execute()).map((row) => ({
    to: row.to_account,
    text: unseal(authKey(readConfig()), 'mail.letter', row.letter_sealed!),
    kind: row.kind,
  }))

const cardsOf = (actorIds: readonly string[]) => actorIds.map(cardCodes(PARTNER))

test('the desk shows who is ready under codes alone, and asking for cards goes to the districts of the women', async () => {
  const client = await world()
  const { offers } = await loadDesk(staff(client))
  expect(offers[0]!.ready.total).toBe(7)
  expect(JSON.stringify(offers[0]!.ready)).not.toContain('pelaku-')
  const cards = cardsOf(['pelaku-1', 'pelaku-2', 'pelaku-6'])
  expect(await askForCards(staff(client), { offerId: OFFER, cards: [...cards, 'K-0000000000'], note: null })).toBe(3)
  expect(await askForCards(staff(client), { offerId: OFFER, cards, note: null })).toBe(0)
  const own = await loadRequests(office(client))
  expect(own.map((request) => request.actors.map((actor) => actor.id))).toEqual([['pelaku-1', 'pelaku-2']])
  expect(own[0]!.problems).toEqual([])
  expect((await loadRequests(office(client, '33.17'))).flatMap((one) => one.actors.map(({ id }) => id))).toEqual([
    'pelaku-6',
  ])
  const { requests } = await loadDesk(staff(client))
  expect(requests.map((request) => request.card).sort()).toEqual([...cards].sort())
  expect(requests.every((request) => request.regencyName === null)).toBe(true)
  expect((await lettersOf(client)).map(({ to, kind }) => `${kind} ${to}`)).toEqual(['request-asked test-district'])
})

test('an accepted request is a proposal both sides agreed to: the partner began it, the district accepted it', async () => {
  const client = await world()
  await askForCards(staff(client), { offerId: OFFER, cards: cardsOf(['pelaku-1']), note: 'Segera' })
  const [request] = await loadRequests(office(client))
  const answers = await Promise.all([
    acceptRequest(office(client), request!.id),
    acceptRequest(office(client), request!.id),
  ])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, why: 'settled' })
  const accepted = answers.find((answer) => answer.ok)!
  if (!accepted.ok) throw new Error()
  const proposal = await getProposal(client.db, accepted.proposalId)
  expect(proposal).toMatchObject({ origin: 'partner', state: 'accepted', request_id: request!.id, note: 'Segera' })
  const events = await findProposalEvents(client.db, accepted.proposalId)
  expect(events.map(({ step, account_id, role, at }) => [step, account_id, role, at])).toEqual([
    ['create', 'test-district', 'district', LATER],
    ['send', 'test-district', 'district', LATER],
    ['accept', 'test-district', 'district', LATER],
  ])
  const audit = await client.db
    .selectFrom('audit_event')
    .select(['at', 'account_id', 'detail'])
    .where('subject_type', '=', 'proposal')
    .orderBy('seq')
    .execute()
  expect(audit.map(({ at, account_id, detail }) => [at, account_id, JSON.parse(detail).request])).toEqual([
    [LATER, 'test-district', request!.id],
    [LATER, 'test-district', request!.id],
    [LATER, 'test-district', undefined],
  ])
  const times = await client.db.selectFrom('audit_event').select('at').orderBy('seq').execute()
  expect(times).toEqual([...times].sort((a, b) => (a.at < b.at ? -1 : 1)))
  expect((await loadDesk(staff(client))).requests[0]!.state).toBe('answered')
  const kinds = (await lettersOf(client)).map(({ kind, to }) => `${kind} ${to}`)
  expect(kinds.sort()).toEqual(['proposal-accepted staf-1', 'proposal-accepted staf-2', 'request-asked test-district'])
})

test('what sending checks keeps a request open: a consent withdrawn since leaves nothing half done', async () => {
  const client = await world()
  await askForCards(staff(client), { offerId: OFFER, cards: cardsOf(['pelaku-1']), note: null })
  const [request] = await loadRequests(office(client))
  await client.db.deleteFrom('consent_receipt').where('purpose', '=', 'referral').execute()
  expect((await loadRequests(office(client)))[0]!.problems).toHaveLength(1)
  expect(await acceptRequest(office(client), request!.id)).toMatchObject({
    ok: false,
    why: 'problems',
    problems: [{ code: 'no_consent' }],
  })
  expect(await client.db.selectFrom('proposal').selectAll().execute()).toEqual([])
  expect(await loadRequests(office(client))).toHaveLength(1)
})

test('a card the woman no longer shows is told like any missing consent, in the list and when it is pressed', async () => {
  const client = await world()
  await askForCards(staff(client), { offerId: OFFER, cards: cardsOf(['pelaku-1']), note: null })
  const [request] = await loadRequests(office(client))
  expect(request!.problems).toEqual([])
  await client.db.deleteFrom('consent_receipt').where('purpose', '=', 'browse').execute()
  expect((await loadRequests(office(client)))[0]!.problems).toHaveLength(1)
  expect(await acceptRequest(office(client), request!.id)).toMatchObject({
    ok: false,
    why: 'problems',
    problems: [{ code: 'no_consent', actorId: 'pelaku-1' }],
  })
  expect(await client.db.selectFrom('proposal').selectAll().execute()).toEqual([])
})

test('an invited district answers by proposing, or declines once with a reason that the partner reads', async () => {
  const client = await world()
  await askDistrict(staff(client), { offerId: OFFER, regency: REGENCY, places: 2, note: null })
  const created = await createProposal(office(client), {
    offerId: OFFER,
    actorIds: ['pelaku-1'],
    isGroup: false,
    note: null,
    override: { reason: 'local_knowledge', text: 'uji' },
  })
  if (!created.ok) throw new Error(JSON.stringify(created))
  expect(await loadRequests(office(client))).toHaveLength(1)
  await takeStep(office(client), created.id, { step: 'send' })
  expect(await loadRequests(office(client))).toEqual([])

  const id = await askDistrict(staff(client), { offerId: OFFER, regency: REGENCY, places: null, note: null })
  const no = { id: 'no_capacity', condition: null, text: null } as const
  await expect(declineRequest(office(client, '33.17'), id, no)).rejects.toMatchObject({ status: 404 })
  await expect(declineRequest(staff(client), id, no)).rejects.toMatchObject({ status: 404 })
  expect(await declineRequest(office(client), id, null)).toBe('missing')
  const both = await Promise.all([declineRequest(office(client), id, no), declineRequest(office(client), id, no)])
  expect(both.sort()).toEqual(['settled', null].sort())
  const told = (await lettersOf(client)).filter(({ kind }) => kind === 'request-declined')
  expect(told.map(({ to }) => to)).toEqual(['staf-1', 'staf-2'])
  expect(told[0]!.text).toContain('Tidak ada tempat lagi')
})

test('what the desk says of its requests does not tell which cards are of one district', async () => {
  const client = await world()
  const women = ['pelaku-1', 'pelaku-2', 'pelaku-3', 'pelaku-4', 'pelaku-6', 'pelaku-7']
  await askForCards(staff(client), { offerId: OFFER, cards: cardsOf(women), note: null })
  const { requests } = await loadDesk(staff(client))
  expect(requests.map((one) => one.card)).toEqual(cardsOf(women).sort())
  expect(new Set(requests.map((one) => one.id)).size).toBe(women.length)
  const rows = await client.db.selectFrom('partner_request').select('id').execute()
  expect(rows).toHaveLength(2)
  for (const { id } of rows) expect(JSON.stringify(requests)).not.toContain(id.slice(0, 8))
})

test('who knows the id of an actor, or the codes of another partner, cannot work out her card', async () => {
  const client = await world()
  const [card] = cardsOf(['pelaku-1'])
  expect(cardCodes('mitra-lain')('pelaku-1')).not.toBe(card)
  vi.stubEnv('AUTH_KEY', Buffer.alloc(32, 9).toString('base64'))
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(cardsOf(['pelaku-1'])).not.toEqual([card])
  await client.close()
})
