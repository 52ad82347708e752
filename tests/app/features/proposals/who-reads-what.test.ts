import { createElement } from 'react'
import { expect, test } from 'vitest'
import type { ConsentField } from '#app/domain/consent/receipt.ts'
import { cardCodes, proposedCodes } from '#app/features/cards/partner-codes.server.ts'
import { handOutAnswerLink } from '#app/features/proposals/answer-link.server.ts'
import { loadAnswerPage } from '#app/features/proposals/answer-page.server.ts'
import { readAttachment } from '#app/features/proposals/attachments.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { loadDesk } from '#app/features/proposals/desk-page.server.ts'
import { loadNewProposal } from '#app/features/proposals/new-proposal-page.server.ts'
import { openProposal } from '#app/features/proposals/open-proposal.server.ts'
import { loadProposalList } from '#app/features/proposals/proposal-list-page.server.ts'
import { loadProposalPage } from '#app/features/proposals/proposal-page.server.ts'
import { ProposalView } from '#app/features/proposals/proposal-view.tsx'
import { loadSheet } from '#app/features/proposals/sheet-page.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import type { DbClient } from '#db/client.ts'
import { assignActors } from '#db/queries/actor-companions.ts'
import { getProposal } from '#db/queries/proposals.ts'
import { MARKER_NAME, NOW } from '#tests/support/actor-rows.ts'
import { acting, consent, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { companionViewer, districtViewer, ministryViewer, partnerViewer } from '#tests/support/viewers.ts'

const HER = 'pelaku-1'
const OTHER = 'pelaku-2'
const SALES = 'Omzet setahun paling banyak Rp300 juta'
const PERMIT = 'Sudah memiliki NIB'
const RULES = [
  { fact: 'annual_sales_idr', op: 'lte', value: '300000000', text_id: SALES },
  { fact: 'permits', op: 'has_all', value: '["nib"]', text_id: PERMIT },
] as const

const as = (client: DbClient, viewer: RequestContext['viewer']) =>
  ({ ...acting(client, { viewer }), client, locale: 'id' }) as unknown as RequestContext
const partnerOf = (client: DbClient) => as(client, { ...partnerViewer(PARTNER), accountId: 'staf-1' })

/** A draft of women who sell for 60 million a year and have a NIB, to an offer that asks for both. */
async function draft(fields: readonly ConsentField[], actorIds: readonly string[] = [HER]) {
  ownDataFolder()
  const client = await testDb()
  const facts = { annual_sales_idr: 61_234_567, permits: ['nib'] }
  await loopWorld(client, [{ facts }, { facts }])
  await client.db.deleteFrom('consent_receipt').execute()
  for (const id of [HER, OTHER]) await consent(client, id, { fields })
  for (const [position, rule] of RULES.entries())
    await client.db
      .insertInto('offer_condition')
      .values({ offer_id: OFFER, position, ...rule, text_en: rule.text_id, confidence: 'high' })
      .execute()
  const override = { reason: 'local_knowledge', text: 'uji' }
  const wanted = { offerId: OFFER, actorIds, isGroup: false, note: 'Segera', override }
  const created = await createProposal(acting(client), wanted)
  if (!created.ok) throw new Error(JSON.stringify(created))
  return { client, id: created.id }
}

async function sent(fields: readonly ConsentField[], actorIds: readonly string[] = [HER]) {
  const made = await draft(fields, actorIds)
  expect(await takeStep(acting(made.client), made.id, { step: 'send' })).toMatchObject({ ok: true })
  return made
}

async function referred(fields: readonly ConsentField[], actorIds: readonly string[] = [HER]) {
  const made = await sent(fields, actorIds)
  await takeStep(partnerOf(made.client) as never, made.id, { step: 'accept' })
  expect(await takeStep(acting(made.client), made.id, { step: 'refer' })).toMatchObject({ ok: true })
  return made
}

/** Every text of the pages and papers of a proposal that its partner can get hold of. */
async function allItReads(client: DbClient, id: string): Promise<string> {
  const own = partnerOf(client)
  const district = as(client, districtViewer(REGENCY))
  // why: the conditions to choose from are those of the offer itself, whoever is proposed
  const { conditions, ...page } = await loadProposalPage(own, id)
  expect(conditions).toHaveLength(RULES.length)
  return JSON.stringify([page, await loadSheet(own, id), await loadSheet(district, id), (await loadDesk(own)).inbox])
}

test('a partner reads of her only what she allows: neither needs, place nor a sentence more, on page, sheet and desk', async () => {
  const { client, id } = await sent(['name'])
  const read = await allItReads(client, id)
  for (const text of [SALES, PERMIT, '61.234', 'Modal usaha', 'Kendal', 'IR1', HER])
    expect(read, text).not.toContain(text)
  const [her] = (await loadProposalPage(partnerOf(client), id)).actors
  expect(her).toMatchObject({ withheld: false, id: null, needs: [] })
  expect(her!.lines.map((line) => line.key.replace(/^\d+-/, '')).sort()).toEqual(['capacity', 'status', 'window'])
  expect((await loadDesk(partnerOf(client))).inbox.lines[0]!.checked).toBe(3)
})

test.each([
  ['sales_band', SALES, PERMIT],
  ['readiness', PERMIT, SALES],
] as const)('the field %s shows its own conditions and no others', async (field, shown, hidden) => {
  const { client, id } = await sent(['name', field])
  const read = await allItReads(client, id)
  expect(read).toContain(shown)
  expect(read).not.toContain(hidden)
})

test('place and needs are told where she allows them', async () => {
  const { client, id } = await sent(['name', 'place', 'needs'])
  const page = await loadProposalPage(partnerOf(client), id)
  expect(page.regencyName).toContain('Kendal')
  expect(page.actors[0]!.needs).toHaveLength(1)
  expect((await loadDesk(partnerOf(client))).inbox.lines[0]!.regencyName).toContain('Kendal')
})

test('who sends is told before what the partner will not see', async () => {
  const { client, id } = await draft(['name', 'place', 'readiness'])
  const district = as(client, districtViewer(REGENCY))
  const page = await loadProposalPage(district, id)
  expect(page.unseen).toEqual(['P-PELAKU1: produk, kebutuhan, dan kisaran omzet'])
  expect(renderView(createElement(ProposalView, { page, refusal: null, fileProblem: null }))).toContain(page.unseen[0])
  const query = { offerId: OFFER, actorIds: [OTHER], isGroup: false, requestId: null }
  expect((await loadNewProposal(district, query)).unseen).toEqual(['P-PELAKU2: produk, kebutuhan, dan kisaran omzet'])
})

test('the link of a letter shows no more than the page, and returns neither thread nor files', async () => {
  const { client, id } = await sent(['name'])
  const secret = await handOutAnswerLink(client.db, (await getProposal(client.db, id))!, { accountId: null, now: NOW })
  const found = await loadAnswerPage(as(client, partnerViewer(PARTNER)), secret, false)
  if (found.kind !== 'open') throw new Error(found.kind)
  const { conditions: _, ...page } = found.page
  const answer = JSON.stringify(page)
  for (const text of [SALES, PERMIT, 'Kendal', HER, '"thread"', '"files"']) expect(answer, text).not.toContain(text)
})

test('no partner is given an id, a code made of one, or the code another partner knows her by', async () => {
  const { client, id } = await referred(['name', 'place', 'products', 'needs', 'readiness', 'sales_band'])
  const read = JSON.stringify([await loadProposalPage(partnerOf(client), id), await loadSheet(partnerOf(client), id)])
  expect(read).toContain(MARKER_NAME)
  expect(read).not.toContain(`"${HER}"`)
  expect(read).not.toContain('P-PELAKU1')
  expect(read).toContain(proposedCodes(PARTNER)(HER))
  expect(read).not.toContain(cardCodes(PARTNER)(HER).slice(2))
  expect(proposedCodes('mitra-lain')(HER)).not.toBe(proposedCodes(PARTNER)(HER))
})

test('a companion reads of her own women alone, and works on no proposal that others share', async () => {
  const { client, id } = await referred(['name', 'place', 'products', 'needs', 'readiness'], [HER, OTHER])
  await client.db
    .insertInto('attachment')
    .values({
      id: 'berkas',
      proposal_id: id,
      name: 'surat.pdf',
      media_type: 'application/pdf',
      bytes: 4,
      sha256: 'x',
      account_id: null,
      side: 'office',
      at: NOW,
    })
    .execute()
  await assignActors(client.db, 'test-companion', [HER], NOW)
  const companion = as(client, companionViewer(REGENCY))
  const page = await loadProposalPage(companion, id)
  expect(page.actors.map((actor) => actor.withheld)).toEqual([false, true])
  expect(page.actors[0]!.identity?.name).toContain(HER)
  const read = JSON.stringify([page, await loadSheet(companion, id)])
  for (const text of [OTHER, 'P-PELAKU2', 'Segera']) expect(read, text).not.toContain(text)
  expect(page).toMatchObject({ steps: [], files: [], mayWrite: false })
  const outcomes = [0, 1].map((position) => ({ position, outcome: 'helped' as const, reason: null }))
  for (const input of [{ step: 'start' as const }, { step: 'helped' as const, outcomes }])
    await expect(takeStep({ ...companion, via: 'page' }, id, input)).rejects.toMatchObject({ status: 403 })
  await expect(readAttachment(companion, id, 'berkas')).rejects.toMatchObject({ status: 404 })
  await assignActors(client.db, 'test-companion', [OTHER], NOW)
  expect((await loadProposalPage(companion, id)).steps).toEqual(['start', 'helped'])
  expect(await takeStep({ ...companion, via: 'page' }, id, { step: 'start' })).toMatchObject({ ok: true })
})

test('the rates a companion reads are of her own women', async () => {
  const { client } = await sent(['name'], [HER, OTHER])
  const answeredOf = async () =>
    (await loadProposalList(as(client, companionViewer(REGENCY)), new URLSearchParams())).rates.answered.of
  expect(await answeredOf()).toBe(0)
  await assignActors(client.db, 'test-companion', [HER], NOW)
  expect(await answeredOf()).toBe(1)
})

async function linesOfLog(client: DbClient) {
  const rows = await client.db
    .selectFrom('audit_event')
    .select(['action', 'role', 'subject_id', 'because', 'partner_id', 'detail'])
    .where('subject_type', '=', 'actor')
    .orderBy('seq')
    .execute()
  return rows.map(({ detail, ...row }) => ({ ...row, fields: JSON.parse(detail).fields ?? [] }))
}

test('every reading in a proposal is a line of the log, of her needs and facts as of her sales and her name', async () => {
  const { client, id } = await sent(['name', 'sales_band'])
  const lines = async (
    viewer: RequestContext['viewer'],
    read = loadProposalPage as typeof loadSheet | typeof loadProposalPage,
  ) => {
    const before = (await linesOfLog(client)).length
    await read(as(client, viewer), id)
    return (await linesOfLog(client)).slice(before)
  }
  const line = (role: string, action: string, fields: readonly string[], partner_id: string | null = null) => ({
    action,
    role,
    subject_id: HER,
    because: 'proposal',
    partner_id,
    fields,
  })
  expect(await lines(partnerViewer(PARTNER))).toEqual([
    line('partner', 'actor:read', [], PARTNER),
    line('partner', 'actor:field-read', ['sales_band'], PARTNER),
  ])
  expect(await lines(ministryViewer)).toEqual([
    line('ministry', 'actor:read', []),
    line('ministry', 'actor:field-read', ['sales_band']),
  ])
  expect(await lines(districtViewer(REGENCY))).toEqual([
    line('district', 'actor:identity-read', ['name', 'business_name', 'village']),
    line('district', 'actor:field-read', ['sales_band']),
  ])
  expect(await lines(districtViewer(REGENCY), loadSheet)).toEqual([
    line('district', 'actor:read', []),
    line('district', 'actor:field-read', ['sales_band']),
  ])
})

test('opening an unseen proposal is one reading, and one that is withheld is none', async () => {
  const { client, id } = await sent(['name'])
  const before = (await linesOfLog(client)).length
  const opened = await openProposal(partnerOf(client), id, new URLSearchParams())
  expect(opened.page.proposal.state).toBe('seen')
  expect((await linesOfLog(client)).slice(before)).toHaveLength(1)
  await client.db.deleteFrom('consent_receipt').execute()
  await loadProposalPage(partnerOf(client), id)
  expect((await linesOfLog(client)).slice(before)).toHaveLength(1)
})

test('the desk checks nothing of who took her consent back', async () => {
  const { client } = await sent(['name', 'place'], [HER, OTHER])
  await client.db.deleteFrom('consent_receipt').where('actor_id', '=', HER).execute()
  expect((await loadDesk(partnerOf(client))).inbox.lines[0]!.checked).toBeGreaterThan(0)
  await client.db.deleteFrom('consent_receipt').execute()
  expect((await loadDesk(partnerOf(client))).inbox.lines[0]).toMatchObject({
    checked: 0,
    partnerChecks: [],
    note: null,
    regencyName: null,
  })
})
