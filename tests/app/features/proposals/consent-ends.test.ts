import { expect, test } from 'vitest'
import type { ProposalState } from '#app/domain/loop/states.ts'
import { proposedCodes } from '#app/features/cards/partner-codes.server.ts'
import { actOnConsents } from '#app/features/consents/record-consent.server.ts'
import { keepDocument } from '#app/features/documents/document-store.server.ts'
import { readAttachment } from '#app/features/proposals/attachments.server.ts'
import { loadProposalPage } from '#app/features/proposals/proposal-page.server.ts'
import { runJobs } from '#app/features/proposals/run-jobs.server.ts'
import type { DbClient } from '#db/client.ts'
import { assignActors } from '#db/queries/actor-companions.ts'
import { getOffer } from '#db/queries/offers.ts'
import { findActorEngagements, findProposalActors, insertProposalMessage } from '#db/queries/proposals.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { addProposal, consent, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { companionViewer, districtViewer, partnerViewer } from '#tests/support/viewers.ts'

const HER = 'pelaku-1'
const OTHER = 'pelaku-2'
const WORDS = 'Bu Sekar ingin mulai bulan depan'

/** Proposals of hers in several states, each with words and a file, and one she shares with somebody else. */
async function desk(states: readonly ProposalState[] = ['sent', 'accepted', 'referred', 'helped']) {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client, [
    { id: HER, regency: REGENCY },
    { id: OTHER, regency: REGENCY },
  ])
  for (const state of states) await proposalOf(client, state, state)
  await proposalOf(client, 'bersama', 'sent')
  await client.db
    .insertInto('proposal_actor')
    .values({
      proposal_id: 'bersama',
      position: 1,
      actor_id: OTHER,
      cluster: 'IR1',
      regency_code: REGENCY,
      needs: '["capital"]',
      decision_id: null,
      outcome: null,
      outcome_reason: null,
      outcome_condition: null,
      outcome_text: null,
      outcome_on: null,
      left_on: null,
    })
    .execute()
  const context = { db: client.db, locale: 'id' as const, now: NOW, today: TODAY }
  const partner = { ...context, viewer: partnerViewer(PARTNER) }
  const withdraw = (viewer = districtViewer(REGENCY), reason = 'her_wish') => {
    const form = new FormData()
    form.set('intent', 'withdraw')
    form.set('izin', `izin-${HER}-referral`)
    form.set('sebab', reason)
    return actOnConsents({ ...context, viewer }, HER, form)
  }
  const statesNow = async () => {
    const rows = await client.db.selectFrom('proposal').select(['id', 'state', 'end_reason']).orderBy('id').execute()
    return Object.fromEntries(
      rows.map((row) => [row.id, row.end_reason ? `${row.state}: ${row.end_reason}` : row.state]),
    )
  }
  return { client, context, partner, withdraw, statesNow }
}

async function proposalOf(client: DbClient, id: string, state: ProposalState) {
  await addProposal(client, { id, actorId: HER, regency: REGENCY, partnerId: PARTNER, offerId: OFFER, state })
  await client.db.updateTable('proposal').set({ note: WORDS, sent_on: TODAY }).where('id', '=', id).execute()
  const said = { kind: 'note', side: 'office', account_id: null, at: NOW } as const
  await insertProposalMessage(client.db, { id: `pesan-${id}`, proposal_id: id, body: WORDS, ...said })
  const file = { name: 'surat.pdf', media_type: 'application/pdf', bytes: 4, sha256: 'x', account_id: null, at: NOW }
  await client.db
    .insertInto('attachment')
    .values({ id: `berkas-${id}`, proposal_id: id, side: 'office', ...file })
    .execute()
  expect(await keepDocument(`berkas-${id}`, Buffer.from('%PDF'))).toBeNull()
}

test('with her consent go the proposals a partner still has before it; what she was referred for goes on, without her', async () => {
  const { partner, withdraw, statesNow } = await desk()
  const before = await loadProposalPage(partner, 'referred')
  expect(before.actors[0]).toMatchObject({ withheld: false, identity: { name: expect.stringContaining(HER) } })
  await withdraw()
  expect(await statesNow()).toEqual({
    accepted: 'withdrawn: consent_ended',
    bersama: 'sent',
    helped: 'helped',
    referred: 'referred',
    sent: 'withdrawn: consent_ended',
  })
  for (const id of ['accepted', 'helped', 'referred', 'sent']) {
    const page = await loadProposalPage(partner, id)
    expect(page.actors, id).toEqual([
      expect.objectContaining({ withheld: true, id: null, identity: null, needs: [], lines: [] }),
    ])
    expect(page.files, id).toEqual([])
    expect(JSON.stringify(page), id).not.toContain('Sekar')
    expect(JSON.stringify(page.actors), id).not.toContain(HER)
    await expect(readAttachment(partner, id, `berkas-${id}`)).rejects.toMatchObject({ status: 404 })
  }
})

test('in a proposal with others she alone is gone; the rest, its words and its files stay with the partner', async () => {
  const { partner, withdraw } = await desk([])
  await withdraw()
  const page = await loadProposalPage(partner, 'bersama')
  expect(page.actors.map((actor) => [actor.withheld, actor.id, actor.code])).toEqual([
    [true, null, null],
    [false, null, proposedCodes(PARTNER)(OTHER)],
  ])
  expect(page.files).toHaveLength(1)
  expect(await (await readAttachment(partner, 'bersama', 'berkas-bersama')).text()).toBe('%PDF')
})

test('in an accepted proposal with others her part ends at once, and she is free for another', async () => {
  const { client, withdraw, statesNow } = await desk([])
  await client.db.updateTable('proposal').set({ state: 'accepted' }).execute()
  await client.db.updateTable('offer').set({ capacity_taken: 2 }).execute()
  await withdraw()
  expect(await statesNow()).toEqual({ bersama: 'accepted' })
  const rows = await findProposalActors(client.db, ['bersama'])
  expect(rows.map((row) => [row.actor_id, row.outcome_reason, row.left_on])).toEqual([
    [HER, 'consent_ended', TODAY],
    [OTHER, null, null],
  ])
  expect(await findActorEngagements(client.db, HER)).toEqual([])
  expect((await getOffer(client.db, OFFER))!.capacity.taken).toBe(1)
})

test('her own district goes on seeing all of it', async () => {
  const { context, withdraw } = await desk()
  await withdraw()
  const page = await loadProposalPage({ ...context, viewer: districtViewer(REGENCY) }, 'sent')
  expect(page.actors[0]).toMatchObject({ withheld: false, id: HER })
  expect(page.files).toHaveLength(1)
})

test('her companion may record it too, though a companion withdraws no proposal herself', async () => {
  const { client, withdraw, statesNow } = await desk(['sent'])
  await assignActors(client.db, 'test-companion', [HER], NOW)
  await withdraw(companionViewer(REGENCY))
  expect(await statesNow()).toMatchObject({ sent: 'withdrawn: consent_ended' })
})

test('a consent that ran out does the same: hidden from that day on, withdrawn by the next run of the clock', async () => {
  const { client, partner, statesNow } = await desk(['sent', 'referred'])
  await client.db.deleteFrom('consent_receipt').where('actor_id', '=', HER).execute()
  await consent(client, HER, { expiresOn: TODAY })
  await runJobs(client, NOW)
  expect(await statesNow()).toMatchObject({ sent: 'sent', referred: 'referred' })
  const tomorrow = '2026-11-25'
  expect((await loadProposalPage({ ...partner, today: tomorrow }, 'referred')).actors[0]).toMatchObject({
    withheld: true,
  })
  await runJobs(client, `${tomorrow}T03:00:00.000Z`)
  expect(await statesNow()).toMatchObject({ sent: 'withdrawn: consent_ended', referred: 'referred', bersama: 'sent' })
})

test('another consent to the same partner where one was wrongly recorded, and a withdrawal from somebody else, end nothing', async () => {
  const { client, withdraw, statesNow } = await desk(['sent'])
  await client.db
    .insertInto('consent_receipt')
    .columns([
      'id',
      'actor_id',
      'partner_id',
      'purpose',
      'fields',
      'text_id',
      'method',
      'given_on',
      'expires_on',
      'recorded_by',
      'recorded_role',
      'recorded_at',
      'is_demo',
    ])
    .expression((eb) =>
      eb
        .selectFrom('consent_receipt')
        .select((one) => [
          one.val('izin-kedua').as('id'),
          'actor_id',
          'partner_id',
          'purpose',
          'fields',
          'text_id',
          'method',
          'given_on',
          'expires_on',
          'recorded_by',
          'recorded_role',
          'recorded_at',
          'is_demo',
        ])
        .where('id', '=', `izin-${HER}-referral`),
    )
    .execute()
  await withdraw(districtViewer(REGENCY), 'wrongly_recorded')
  expect(await statesNow()).toMatchObject({ sent: 'sent' })
})
