import { expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { answerByLink } from '#app/features/proposals/answer-by-link.server.ts'
import { lookUpAnswerLink } from '#app/features/proposals/answer-link.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import { authKey, unseal } from '#app/lib/seal.server.ts'
import { secretHash } from '#app/lib/secret.server.ts'
import type { DbClient } from '#db/client.ts'
import { putObjection } from '#db/queries/actor-corrections.ts'
import { getAnswerLink } from '#db/queries/answer-links.ts'
import { verifyAudit } from '#db/queries/audit.ts'
import { findPartnerDeliveries } from '#db/queries/mou.ts'
import { getOffer } from '#db/queries/offers.ts'
import { findActorEngagements, findProposalActors, findProposalEvents, getProposal } from '#db/queries/proposals.ts'
import { addActors, NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { acting, consent, loopWorld, OFFER, ownDataFolder, PARTNER } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { companionViewer, districtViewer, partnerViewer } from '#tests/support/viewers.ts'

const OVERRIDE = { reason: 'local_knowledge', text: 'uji' }

async function world(actors = [{}], over = {}) {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, actors, over)
  return client
}

async function sentProposal(client: DbClient, actorIds = ['pelaku-1'], isGroup = false) {
  const created = await createProposal(acting(client), {
    offerId: OFFER,
    actorIds,
    isGroup,
    note: null,
    override: OVERRIDE,
  })
  if (!created.ok) throw new Error(JSON.stringify(created))
  const sent = await takeStep(acting(client), created.id, { step: 'send' })
  expect(sent).toMatchObject({ ok: true })
  return created.id
}

const staff = (client: DbClient, accountId = 'staf-1') =>
  acting(client, { viewer: { ...partnerViewer(PARTNER), accountId } })

async function linksOf(client: DbClient): Promise<string[]> {
  const letters = await client.db.selectFrom('mail_outbox').select(['letter_sealed']).orderBy('dedupe_key').execute()
  const key = authKey(readConfig())
  return letters.flatMap(({ letter_sealed }) => {
    const { text } = JSON.parse(unseal(key, 'mail.letter', letter_sealed!))
    return /\/jawab\/([\w-]+)/.exec(text)?.[1] ?? []
  })
}

test('from draft to helped: every step is dated, named, audited, and the places are counted', async () => {
  const client = await world()
  const id = await sentProposal(client)
  expect(await takeStep(staff(client), id, { step: 'see' })).toMatchObject({ ok: true })
  expect(await takeStep(staff(client), id, { step: 'accept' })).toMatchObject({ ok: true })
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(1)
  expect(await takeStep(acting(client), id, { step: 'refer' })).toMatchObject({ ok: true })
  expect(await takeStep(staff(client), id, { step: 'start' })).toMatchObject({ ok: true })
  const done = await takeStep(acting(client), id, {
    step: 'helped',
    outcomes: [{ position: 0, outcome: 'helped', reason: null }],
  })
  expect(done).toMatchObject({ ok: true, proposal: { state: 'helped' } })
  const events = await findProposalEvents(client.db, id)
  expect(events.map((event) => event.to_state)).toEqual([
    'draft',
    'sent',
    'seen',
    'accepted',
    'referred',
    'in_progress',
    'helped',
  ])
  for (const event of events) expect(event.account_id && event.at && event.role).toBeTruthy()
  const audit = await client.db.selectFrom('audit_event').selectAll().where('subject_type', '=', 'proposal').execute()
  expect(audit).toHaveLength(events.length)
  expect((await verifyAudit(client.db)).findings).toEqual([])
  expect((await getOffer(client.db, OFFER))!.record).toEqual([{ cluster: 'IR1', helped: 1, closed: 1 }])
})

test('"done" is impossible without an outcome for every woman, and "not helped" without a reason', async () => {
  const client = await world([{}, {}])
  const id = await sentProposal(client, ['pelaku-1', 'pelaku-2'])
  await takeStep(staff(client), id, { step: 'accept' })
  await takeStep(acting(client), id, { step: 'refer' })
  const some = [{ position: 0, outcome: 'helped' as const, reason: null }]
  expect(await takeStep(acting(client), id, { step: 'helped', outcomes: some })).toMatchObject({
    ok: false,
    refused: { kind: 'outcomes', positions: [1] },
  })
  const bare = [...some, { position: 1, outcome: 'not_helped' as const, reason: null }]
  expect(await takeStep(acting(client), id, { step: 'helped', outcomes: bare })).toMatchObject({
    ok: false,
    refused: { kind: 'outcomes', positions: [1], problem: 'missing' },
  })
  const full = [
    ...some,
    {
      position: 1,
      outcome: 'not_helped' as const,
      reason: { id: 'could_not_reach' as const, condition: null, text: null },
    },
  ]
  expect(await takeStep(acting(client), id, { step: 'not_helped', outcomes: full })).toMatchObject({ ok: false })
  expect(await takeStep(acting(client), id, { step: 'helped', outcomes: full })).toMatchObject({ ok: true })
  expect((await findProposalActors(client.db, [id])).map((actor) => actor.outcome)).toEqual(['helped', 'not_helped'])
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(1)
})

test('sending checks again: verdict, consent, places, engagement', async () => {
  const client = await world([{}, { needs: ['halal'] }])
  addActors(client, [{ id: 'tanpa-izin' }])
  const problemsOf = async (actorIds: string[]) => {
    const created = await createProposal(acting(client), {
      offerId: OFFER,
      actorIds,
      isGroup: false,
      note: null,
      override: OVERRIDE,
    })
    if (!created.ok) return created.why === 'problems' ? created.problems.map((problem) => problem.code) : [created.why]
    const sent = await takeStep(acting(client), created.id, { step: 'send' })
    if (sent.ok) return []
    return sent.refused.kind === 'sending' ? sent.refused.problems.map((problem) => problem.code) : [sent.refused.kind]
  }
  expect(await problemsOf(['pelaku-2'])).toEqual(['ineligible'])
  expect(await problemsOf(['tanpa-izin'])).toEqual(['no_consent'])
  expect(await problemsOf([])).toEqual(['empty'])
  await client.db.updateTable('offer').set({ capacity_taken: 10 }).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  expect(await problemsOf(['pelaku-1'])).toEqual(['capacity_full'])
  await client.db.updateTable('offer').set({ capacity_taken: 0 }).execute()
  await client.db
    .insertInto('change_log')
    .values({ index_name: 'offers', entity_id: OFFER, op: 'put', at: NOW })
    .execute()
  expect(await problemsOf(['pelaku-1'])).toEqual(['engaged'])
})

/** Of a proposal that could have been sent: why it cannot be after something has changed. */
async function problemsAfter(change: (client: DbClient) => Promise<unknown>): Promise<readonly string[]> {
  const client = await world()
  const created = await createProposal(acting(client), {
    offerId: OFFER,
    actorIds: ['pelaku-1'],
    isGroup: false,
    note: null,
    override: OVERRIDE,
  })
  if (!created.ok) throw new Error(JSON.stringify(created))
  expect(created.check.problems).toEqual([])
  await change(client)
  const sent = await takeStep(acting(client), created.id, { step: 'send' })
  expect((await getProposal(client.db, created.id))!.state).toBe(sent.ok ? 'sent' : 'draft')
  expect((await client.db.selectFrom('mail_outbox').selectAll().execute()).length > 0).toBe(sent.ok)
  return !sent.ok && sent.refused.kind === 'sending' ? sent.refused.problems.map((problem) => problem.code) : []
}

test('sending asks again for her consent and her objection: what was withdrawn, ran out or was objected to stays here', async () => {
  expect(await problemsAfter(async () => undefined)).toEqual([])
  expect(await problemsAfter((client) => putObjection(client.db, 'pelaku-1', true, NOW))).toEqual(['objects'])
  expect(
    await problemsAfter((client) =>
      client.db.updateTable('consent_receipt').set({ given_on: '2026-01-01', expires_on: '2026-11-23' }).execute(),
    ),
  ).toEqual(['no_consent'])
  expect(
    await problemsAfter((client) =>
      client.db
        .insertInto('consent_withdrawal')
        .values({
          receipt_id: 'izin-pelaku-1-referral',
          withdrawn_on: TODAY,
          withdrawn_at: NOW,
          reason: 'her_wish',
          recorded_by: null,
          recorded_role: 'district',
        })
        .execute(),
    ),
  ).toEqual(['no_consent'])
})

test('a stale figure of places goes to the partner, who cannot accept before confirming it', async () => {
  const client = await world([{}], { asOf: '2026-01-01' })
  const id = await sentProposal(client)
  expect((await getProposal(client.db, id))!.confirm_capacity).toBe(1)
  expect(await takeStep(staff(client), id, { step: 'accept' })).toEqual({
    ok: false,
    refused: { kind: 'capacity', problem: 'stale' },
  })
})

test('referring waits for a consent that covers the name', async () => {
  const client = await world([])
  addActors(client, [{ id: 'pelaku-1' }])
  await consent(client, 'pelaku-1', { fields: ['place', 'needs'] })
  const id = await sentProposal(client)
  await takeStep(staff(client), id, { step: 'accept' })
  expect(await takeStep(acting(client), id, { step: 'refer' })).toEqual({
    ok: false,
    refused: { kind: 'consent', actorIds: ['pelaku-1'] },
  })
})

test('two of the staff answer at once: one wins, the other reads what happened', async () => {
  const client = await world()
  const id = await sentProposal(client)
  const answers = await Promise.all([
    takeStep(staff(client, 'staf-1'), id, { step: 'accept' }),
    takeStep(staff(client, 'staf-2'), id, {
      step: 'decline',
      reason: { id: 'no_capacity', condition: null, text: null },
    }),
  ])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  const lost = answers.find((answer) => !answer.ok)
  expect(lost).toMatchObject({ refused: { kind: 'conflict', state: 'accepted', accountId: 'staf-1', at: NOW } })
  expect((await findProposalEvents(client.db, id)).map((event) => event.step)).toEqual(['create', 'send', 'accept'])
})

test('a link answers once without an account; opening it twice changes nothing, answering twice is told', async () => {
  const client = await world()
  const id = await sentProposal(client)
  const [first, second] = await linksOf(client)
  const when = { now: NOW, today: TODAY }
  for (let n = 0; n < 2; n++) expect(await lookUpAnswerLink(client.db, first!, NOW)).toMatchObject({ ok: true })
  expect((await getProposal(client.db, id))!.state).toBe('sent')
  const answers = await Promise.all([
    answerByLink(client.db, first!, { step: 'accept' }, when),
    answerByLink(client.db, first!, { step: 'accept' }, when),
  ])
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, dead: 'used' })
  expect(await lookUpAnswerLink(client.db, second!, NOW)).toMatchObject({ ok: false, why: 'moved_on' })
  expect(await lookUpAnswerLink(client.db, 'x', NOW)).toMatchObject({ ok: false, why: 'unknown' })
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(1)
})

test('a link ends with its proposal, and a refused answer leaves it good', async () => {
  const client = await world([{}], { asOf: '2026-01-01' })
  await sentProposal(client)
  const [link] = await linksOf(client)
  const when = { now: NOW, today: TODAY }
  expect(await answerByLink(client.db, link!, { step: 'accept' }, when)).toMatchObject({
    refused: { kind: 'capacity' },
  })
  expect(await lookUpAnswerLink(client.db, link!, NOW)).toMatchObject({ ok: true })
  expect(await lookUpAnswerLink(client.db, link!, '2026-12-10T00:00:00.000Z')).toMatchObject({ why: 'expired' })
  expect(
    await answerByLink(client.db, link!, { step: 'accept' }, { now: '2026-12-10T00:00:00.000Z', today: '2026-12-10' }),
  ).toEqual({
    ok: false,
    dead: 'expired',
  })
})

test('other districts, other partners and unassigned companions find nothing', async () => {
  const client = await world()
  const id = await sentProposal(client)
  for (const viewer of [districtViewer('33.17'), partnerViewer('lain'), companionViewer('33.24')]) {
    const attempt = takeStep(acting(client, { viewer }), id, { step: 'withdraw' })
    await expect(attempt).rejects.toMatchObject({ status: 404 })
  }
  const foreign = createProposal(acting(client, { viewer: districtViewer('33.17') }), {
    offerId: OFFER,
    actorIds: ['pelaku-1'],
    isGroup: false,
    note: null,
  })
  await expect(foreign).rejects.toMatchObject({ status: 404 })
})

test('letters carry the programme and a link, never a name, and one letter goes to each of the staff', async () => {
  const client = await world()
  await sentProposal(client)
  const key = authKey(readConfig())
  const rows = await client.db.selectFrom('mail_outbox').selectAll().execute()
  expect(rows.map((row) => row.to_account).sort()).toEqual(['staf-1', 'staf-2'])
  for (const row of rows) {
    const letter = unseal(key, 'mail.letter', row.letter_sealed!)
    expect(letter).toContain('Modal Uji')
    expect(letter).not.toContain('Namarahasia')
  }
})

/** She takes her consent back, as her district records it. */
const takeBack = (client: DbClient, actorId: string) =>
  client.db
    .insertInto('consent_withdrawal')
    .values({
      receipt_id: `izin-${actorId}-referral`,
      withdrawn_on: TODAY,
      withdrawn_at: NOW,
      reason: 'her_wish',
      recorded_by: null,
      recorded_role: 'district',
    })
    .execute()

test('one who takes her consent back keeps none of the others waiting: they are referred, hers ends alone', async () => {
  const client = await world([{}, {}, {}])
  const id = await sentProposal(client, ['pelaku-1', 'pelaku-2', 'pelaku-3'])
  await takeStep(staff(client), id, { step: 'accept' })
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(3)
  await takeBack(client, 'pelaku-2')
  expect(await takeStep(acting(client), id, { step: 'refer' })).toMatchObject({
    ok: true,
    proposal: { state: 'referred' },
  })
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(2)
  const rows = await findProposalActors(client.db, [id])
  expect(rows.map((row) => [row.outcome, row.outcome_reason, row.left_on])).toEqual([
    [null, null, null],
    ['not_helped', 'consent_ended', TODAY],
    [null, null, null],
  ])
  expect(await findActorEngagements(client.db, 'pelaku-2')).toEqual([])
  expect((await findPartnerDeliveries(client.db, [PARTNER])).map((one) => one.id)).toEqual([`${id}:0`, `${id}:2`])
  const events = await findProposalEvents(client.db, id)
  expect(events.slice(-2).map(({ step, account_id, reason }) => [step, account_id, reason])).toEqual([
    ['end_part', 'test-district', 'consent_ended'],
    ['refer', 'test-district', null],
  ])
  const audit = await client.db.selectFrom('audit_event').select(['action', 'detail']).orderBy('seq').execute()
  expect(audit.slice(-2).map((row) => [row.action, JSON.parse(row.detail).actors])).toEqual([
    ['proposal:withdraw', 1],
    ['proposal:refer', 2],
  ])
  const outcomes = [0, 2].map((position) => ({ position, outcome: 'helped' as const, reason: null }))
  expect(await takeStep(acting(client), id, { step: 'helped', outcomes })).toMatchObject({ ok: true })
  expect((await findProposalActors(client.db, [id])).map((row) => row.outcome)).toEqual([
    'helped',
    'not_helped',
    'helped',
  ])
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(2)
  expect((await getOffer(client.db, OFFER))!.record).toEqual([{ cluster: 'IR1', helped: 2, closed: 2 }])
})

test('a name that is not allowed yet still waits, and when nobody consents any more nobody is referred', async () => {
  const client = await world([{}])
  addActors(client, [{ id: 'pelaku-2' }])
  await consent(client, 'pelaku-2', { fields: ['place', 'needs'] })
  const id = await sentProposal(client, ['pelaku-1', 'pelaku-2'])
  await takeStep(staff(client), id, { step: 'accept' })
  const refer = () => takeStep(acting(client), id, { step: 'refer' })
  expect(await refer()).toEqual({ ok: false, refused: { kind: 'consent', actorIds: ['pelaku-2'] } })
  await takeBack(client, 'pelaku-1')
  await takeBack(client, 'pelaku-2')
  expect(await refer()).toEqual({ ok: false, refused: { kind: 'consent', actorIds: ['pelaku-1', 'pelaku-2'] } })
  expect((await findProposalActors(client.db, [id])).map((row) => row.left_on)).toEqual([null, null])
})

test('a group gives places back in the unit they are counted in', async () => {
  const takenAfter = async (unit: 'actor' | 'group', helped: number) => {
    const actors = Array.from({ length: 4 }, () => ({ village: 'Desa Uji' }))
    const client = await world(actors)
    await client.db.updateTable('offer').set({ capacity_unit: unit }).execute()
    const ids = actors.map((_, n) => `pelaku-${n + 1}`)
    const id = await sentProposal(client, ids, true)
    await takeStep(staff(client), id, { step: 'accept' })
    await takeStep(acting(client), id, { step: 'refer' })
    const reason = { id: 'could_not_reach' as const, condition: null, text: null }
    const outcomes = ids.map((_, position) =>
      position < helped
        ? { position, outcome: 'helped' as const, reason: null }
        : { position, outcome: 'not_helped' as const, reason },
    )
    const step = helped > 0 ? 'helped' : 'not_helped'
    expect(await takeStep(acting(client), id, { step, outcomes })).toMatchObject({ ok: true })
    return (await getOffer(client.db, OFFER))!.capacity.taken
  }
  expect([await takenAfter('actor', 1), await takenAfter('group', 1)]).toEqual([1, 1])
  expect([await takenAfter('actor', 0), await takenAfter('group', 0)]).toEqual([0, 0])
})

test.each([
  ['switched off', { disabled_at: NOW }],
  ['moved to another partner', { partner_id: null, role: 'ministry' }],
] as const)('the link of an account that was %s answers nothing, and that of a colleague still does', async (_, change) => {
  const client = await world()
  const id = await sentProposal(client)
  const [first, second] = await linksOf(client)
  const when = { now: NOW, today: TODAY }
  const { account_id } = (await getAnswerLink(client.db, secretHash(first!)))!
  await client.db.updateTable('account').set(change).where('id', '=', account_id!).execute()
  expect(await lookUpAnswerLink(client.db, first!, NOW)).toEqual({ ok: false, why: 'revoked', proposal: null })
  expect(await answerByLink(client.db, first!, { step: 'accept' }, when)).toEqual({ ok: false, dead: 'revoked' })
  expect((await getProposal(client.db, id))!.state).toBe('sent')
  expect(await answerByLink(client.db, second!, { step: 'accept' }, when)).toMatchObject({ ok: true })
})

test('a link sent to an address without an account stays good', async () => {
  const client = await world()
  await sentProposal(client)
  const [first] = await linksOf(client)
  await client.db.updateTable('answer_link').set({ account_id: null }).execute()
  await client.db.updateTable('account').set({ disabled_at: NOW }).execute()
  expect(await lookUpAnswerLink(client.db, first!, NOW)).toMatchObject({ ok: true })
  const answer = await answerByLink(client.db, first!, { step: 'accept' }, { now: NOW, today: TODAY })
  expect(answer).toMatchObject({ ok: true })
})
