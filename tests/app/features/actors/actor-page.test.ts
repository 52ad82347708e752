import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import { type ActorPageQuery, loadActorPage } from '#app/features/actors/actor-page.server.ts'
import { answerFact } from '#app/features/actors/answer-fact.server.ts'
import { recordProfileRead } from '#app/features/actors/record-reading.server.ts'
import { shareText } from '#app/features/actors/share-text.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { DbClient } from '#db/client.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { actorDb, MARKER_NAME } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { unboundOfficer } from '#tests/support/viewers.ts'

const ASKED = { change: null, showAll: false }
const LATER = `${TODAY}T04:00:00.000Z`

/** Everything PNM Mekaar asks for but the size of her group. */
const NEAR_MEKAAR: Partial<ActorProfile> = {
  regency: '33.24',
  cluster: 'IR1',
  sectors: ['food_snack'],
  needs: ['capital', 'savings'],
  facts: { woman_owned: true },
  factsAsOf: '2026-09-01',
}

async function pageOf(client: DbClient, query: ActorPageQuery = ASKED) {
  return (await loadActorPage(
    { db: client.db, locale: 'id', today: TODAY, viewer: unboundOfficer },
    'pelaku-1',
    query,
  ))!
}

const answerGroup = (client: DbClient, value: number) =>
  answerFact(client.db, {
    scope: EVERYTHING,
    by: SYSTEM,
    actorId: 'pelaku-1',
    fact: 'group_size',
    value,
    now: LATER,
    today: TODAY,
  })

test('an unknown actor has no page', async () => {
  const client = await actorDb([])
  expect(
    await loadActorPage({ db: client.db, locale: 'id', today: TODAY, viewer: unboundOfficer }, 'pelaku-1', ASKED),
  ).toBeNull()
})

test('the profile names her, and deals every offer to exactly one of eligible, undecided, ineligible', async () => {
  const page = await pageOf(await actorDb([NEAR_MEKAAR]), { change: null, showAll: true })
  expect(page.name).toBe(`${MARKER_NAME} pelaku-1`)
  expect(page.regency).toEqual({ code: '33.24', name: 'Kab. Kendal', province: 'Jawa Tengah' })
  const shown = page.groups.flatMap((group) => [...group.verified, ...group.unverified])
  const closed = page.whyNot.flatMap((group) => group.offers)
  expect(new Set(shown.map((card) => card.offerId)).size).toBe(shown.length)
  expect(shown.length).toBe(page.counts.eligible + page.counts.undecided)
  expect(closed.length).toBe(page.counts.ineligible)
  expect(closed.every((offer) => offer.lines.some((line) => line.result === 'fail'))).toBe(true)
})

test('each need lists eligible offers before undecided ones, and unverified ones apart', async () => {
  const page = await pageOf(await actorDb([NEAR_MEKAAR]))
  expect(page.groups.map((group) => group.need)).toEqual(['capital', 'savings'])
  for (const group of page.groups) {
    for (const cards of [group.verified, group.unverified]) {
      const verdicts = cards.map((card) => card.verdict)
      expect(verdicts).toEqual([...verdicts].sort())
      expect(verdicts).not.toContain('ineligible')
    }
    expect(group.verified.every((card) => card.status === 'current')).toBe(true)
    expect(group.unverified.every((card) => card.status === 'unverified')).toBe(true)
  }
})

test('an unknown fact waits on its offer with a question, and the answer changes the verdict', async () => {
  const client = await actorDb([NEAR_MEKAAR])
  const before = await pageOf(client)
  const mekaar = before.groups[0]!.verified.find((card) => card.offerId === 'pnm.mekaar')!
  expect(mekaar.verdict).toBe('undecided')
  expect(mekaar.lines.filter((line) => line.ask).map((line) => line.ask)).toEqual(['group_size'])
  expect(before.facts.find((line) => line.fact === 'group_size')).toMatchObject({ value: null, asOf: null })

  const stored = await answerGroup(client, 12)
  const after = await pageOf(client, { change: stored.ok ? stored.changeId : '', showAll: false })
  expect(after.groups[0]!.verified.find((card) => card.offerId === 'pnm.mekaar')!.verdict).toBe('eligible')
  expect(after.answer).toMatchObject({ fact: 'group_size', from: null, to: 12, undone: false })
  expect(after.answer!.verdicts).toContainEqual({
    offerId: 'pnm.mekaar',
    offerName: 'PNM Mekaar / Mekaar Syariah',
    from: 'undecided',
    to: 'eligible',
  })
  expect(after.counts.eligible).toBeGreaterThan(before.counts.eligible)
})

test('an answer gives its own date to its fact and leaves the other facts theirs', async () => {
  const client = await actorDb([NEAR_MEKAAR])
  await answerGroup(client, 12)
  const { facts, recordedOn } = await pageOf(client)
  expect(recordedOn).toBe('2026-09-01')
  expect(facts.find((line) => line.fact === 'group_size')!.asOf).toBe(TODAY)
  expect(facts.find((line) => line.fact === 'woman_owned')!.asOf).toBe('2026-09-01')
})

test('a list loaded later dates what it confirms, and its own changes by the day of the list', async () => {
  const client = await actorDb([NEAR_MEKAAR])
  await answerGroup(client, 12)
  client.sqlite.prepare("update actor set facts_as_of = '2026-12-01' where id = 'pelaku-1'").run()
  client.sqlite
    .prepare(
      `insert into fact_change (id, actor_id, fact, old_value, new_value, source, changed_at)
       values ('x', 'pelaku-1', 'woman_owned', null, 'true', 'import', '2027-01-01T00:00:00.000Z')`,
    )
    .run()
  const { facts, recordedOn } = await pageOf(client)
  expect(recordedOn).toBe('2026-12-01')
  expect(facts.filter((line) => line.value !== null).map((line) => line.asOf)).toEqual(['2026-12-01', '2026-12-01'])
})

test('a failing group size comes with the change that would open the offer', async () => {
  const client = await actorDb([{ ...NEAR_MEKAAR, facts: { woman_owned: true, group_size: 8 } }])
  const page = await pageOf(client)
  const group = page.whyNot.find((one) => one.condition === 'group_size')!
  expect(group.offers.map((offer) => offer.offerId)).toContain('pnm.mekaar')
  expect(page.openings.find((opening) => opening.offers.includes('PNM Mekaar / Mekaar Syariah'))!.change).toBe(
    'tambah 2 anggota kelompok',
  )
})

test('the need bar is filled by the complementary set', async () => {
  const page = await pageOf(await actorDb([{ ...NEAR_MEKAAR, facts: { woman_owned: true, group_size: 12 } }]))
  const added = page.steps.flatMap((step) => step.adds)
  expect(new Set(added).size).toBe(added.length)
  expect(page.needs!.filter((need) => need.state === 'covered').map((need) => need.id)).toEqual(
    ['capital', 'savings'].filter((need) => added.includes(need)),
  )
  expect(page.coverage).toBeGreaterThan(0)
})

test('unknown needs leave the offers undecided instead of closing them', async () => {
  const page = await pageOf(await actorDb([{ ...NEAR_MEKAAR, needs: null }]))
  expect(page.needs).toBeNull()
  expect(page.groups).toEqual([])
  expect(page.withoutNeed.length).toBeGreaterThan(0)
})

test('the text for sharing carries her code and place, never her name', async () => {
  const page = await pageOf(await actorDb([NEAR_MEKAAR]))
  for (const locale of ['id', 'en'] as const) {
    const text = shareText(locale, messagesFor(locale), formatterFor(locale), page)
    expect(text).toContain('P-PELAKU1')
    expect(text).toContain('Kab. Kendal')
    expect(text).not.toContain(MARKER_NAME)
  }
})

test('the text for sharing has 600 characters at most, however many steps, sectors and long names there are', async () => {
  const page = await pageOf(await actorDb([NEAR_MEKAAR]))
  const [step] = page.steps
  const long = fc.string({ maxLength: 900 })
  const stepArb = fc.record({ offerName: long, partnerName: long }).map((names) => ({ ...step!, ...names }))
  const openingArb = fc.record({ change: long, offers: fc.array(long, { maxLength: 4 }) })
  const openings = openingArb.map((one) => ({ ...page.openings[0]!, ...one }))
  const steps = fc.array(stepArb, { maxLength: 12 })
  fc.assert(
    fc.property(
      steps,
      fc.array(openings, { maxLength: 4 }),
      long,
      fc.constantFrom(...LOCALES),
      (many, more, name, locale) => {
        const made = { ...page, steps: many, openings: more, regency: { ...page.regency!, name } }
        const text = shareText(locale, messagesFor(locale), formatterFor(locale), made)
        expect(text.length).toBeLessThanOrEqual(600)
        expect(text).toContain('P-PELAKU1')
      },
    ),
    { numRuns: 60 },
  )
  const short = { ...page, steps: Array.from({ length: 30 }, () => step!) }
  const text = shareText('id', messagesFor('id'), formatterFor('id'), short)
  expect(text).toContain(step!.offerName)
  expect(text).toContain(messagesFor('id').actors.share.foot(formatterFor('id').day(page.today)))
})

test('who opened a profile is recorded field by field: her name and place, and the sales band only where it is shown', async () => {
  const told = async (facts: ActorProfile['facts']) => {
    const client = await actorDb([{ ...NEAR_MEKAAR, facts }])
    await recordProfileRead({ db: client.db, viewer: unboundOfficer, now: LATER }, await pageOf(client))
    const lines = await findAuditEvents(client.db, { subject: { type: 'actor', id: 'pelaku-1' } }, { page: 1, size: 9 })
    return lines.map(({ action, detail }) => [action, JSON.parse(detail).fields]).reverse()
  }
  const named = ['actor:identity-read', expect.arrayContaining(['name', 'village'])]
  expect(await told({ woman_owned: true })).toEqual([named])
  expect(await told({ woman_owned: true, annual_sales_idr: 25_000_000 })).toEqual([
    named,
    ['actor:field-read', ['sales_band']],
  ])
})
