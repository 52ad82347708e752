import { beforeAll, expect, test } from 'vitest'
import { PUBLIC_VIEWER, type Viewer } from '#app/domain/access/viewer.ts'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { CARD_ATTRIBUTES, CARDS_PER_PAGE, type CardFilter } from '#app/features/cards/card-attributes.ts'
import { type CardPage, loadCardPage } from '#app/features/cards/card-page.server.ts'
import { actorsOfCards } from '#app/features/cards/card-table.server.ts'
import { CardView } from '#app/features/cards/card-view.tsx'
import { cardCodes } from '#app/features/cards/partner-codes.server.ts'
import { loadHomePage } from '#app/features/home/home-page.server.ts'
import { loadOfferPage } from '#app/features/offers/offer-page.server.ts'
import type { DbClient } from '#db/client.ts'
import { insertReceipts, insertWithdrawal } from '#db/queries/consents.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { districtViewer, ministryViewer, partnerViewer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'
const NOW = '2026-11-24T03:00:00.000Z'
const PARTNER = 'pnm'

const context = (client: DbClient, viewer: Viewer = partnerViewer(PARTNER)) =>
  ({ client, db: client.db, viewer, today: TODAY, locale: 'id' }) as const

/** Demo actors, of whom the first ones allow the partner to browse; every seventh does not allow her place. */
async function world(actors: number, consenting = actors): Promise<DbClient> {
  const client = await testDb()
  await loadReference(client)
  await seedDemoActors(client, { actors, asOf: TODAY, at: NOW })
  const rows = await client.db.selectFrom('actor').select('id').orderBy('id').limit(consenting).execute()
  await client.db.transaction().execute((trx) =>
    insertReceipts(
      trx,
      rows.map(({ id }, at) => ({
        id: `izin-${id}`,
        actor_id: id,
        partner_id: PARTNER,
        purpose: 'browse',
        fields: JSON.stringify(
          at % 7 === 0 ? ['products', 'needs', 'readiness'] : ['place', 'products', 'needs', 'readiness'],
        ),
        text_id: 'browse-1-id',
        method: 'paper',
        given_on: '2026-10-01',
        expires_on: '2027-10-01',
        recorded_by: null,
        recorded_role: 'system',
        recorded_at: NOW,
        is_demo: 1,
      })),
      NOW,
    ),
  )
  return client
}

/** Everything a partner can ask: each combination of filters that still finds something, and all pages of it. */
interface Asked {
  readonly filter: CardFilter
  readonly total: number
  readonly facetCounts: readonly number[]
  readonly codes: readonly string[]
}

let client: DbClient
let asked: readonly Asked[]
const lookOf = new Map<string, string>()

async function ask(filter: CardFilter): Promise<{ readonly first: CardPage; readonly answer: Asked }> {
  const first = await loadCardPage(context(client), filter)
  const cards = [...first.cards]
  for (let page = 2; (page - 1) * CARDS_PER_PAGE < first.total; page++) {
    cards.push(...(await loadCardPage(context(client), filter, page)).cards)
  }
  for (const card of cards) lookOf.set(card.code, JSON.stringify(card.shown))
  const facetCounts = CARD_ATTRIBUTES.flatMap((name) => first.counts[name].map(({ count }) => count))
  return { first, answer: { filter, total: first.total, facetCounts, codes: cards.map((card) => card.code) } }
}

async function crawl(): Promise<Asked[]> {
  const answers: Asked[] = []
  const follow = async (filter: CardFilter, from: number): Promise<void> => {
    const { first, answer } = await ask(filter)
    answers.push(answer)
    for (let at = from; at < CARD_ATTRIBUTES.length; at++) {
      const name = CARD_ATTRIBUTES[at]!
      for (const { value } of first.counts[name]) await follow({ ...filter, [name]: value }, at + 1)
    }
  }
  await follow({}, 0)
  return answers
}

beforeAll(async () => {
  client = await world(260, 200)
  asked = await crawl()
}, 60_000)

test('there is something to protect: many cells of the records themselves have fewer than five', async () => {
  expect(asked.length).toBeGreaterThan(100)
  expect(asked[0]!.total).toBeGreaterThan(50)
  const rows = await client.db.selectFrom('actor').select(['regency_code', 'cluster']).execute()
  const cells = new Map<string, number>()
  for (const row of rows) {
    const cell = `${row.regency_code} ${row.cluster}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  expect([...cells.values()].filter((count) => count < K).length).toBeGreaterThan(20)
})

test('no total and no facet count of any combination of filters is between 1 and 4', () => {
  for (const { total, facetCounts, codes } of asked) {
    expect(codes).toHaveLength(total)
    for (const count of [total, ...facetCounts]) expect(count === 0 || count >= K).toBe(true)
  }
})

test('no difference between a list and a narrower one is between 1 and 4', () => {
  const byFilter = new Map(asked.map((one) => [JSON.stringify(one.filter), one.total]))
  for (const { filter, total } of asked) {
    for (const name of Object.keys(filter) as (keyof CardFilter)[]) {
      const { [name]: _, ...wider } = filter
      const difference = byFilter.get(JSON.stringify(wider))! - total
      expect(difference === 0 || difference >= K).toBe(true)
    }
  }
})

test('laying all answers and all cards together singles out no group of fewer than five', () => {
  const memberships = new Map<string, number[]>()
  asked.forEach(({ codes }, at) => {
    for (const code of codes) memberships.set(code, [...(memberships.get(code) ?? []), at])
  })
  const alike = new Map<string, number>()
  for (const [code, answers] of memberships) {
    const key = `${lookOf.get(code)} ${answers.join()}`
    alike.set(key, (alike.get(key) ?? 0) + 1)
  }
  expect(alike.size).toBeGreaterThan(3)
  expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(K)
})

test('the public counts beside the cards do not give away how many are not shown', async () => {
  const home = await loadHomePage(context(client))
  expect(home).toMatchObject({ rounded: true, actors: 260 })
  client.sqlite.exec(`delete from actor where id = 'demo-0000260';
    insert into change_log (index_name, entity_id, op, at) values ('actors', 'demo-0000260', 'remove', '${NOW}')`)
  expect((await loadHomePage(context(client))).actors).toBe(250)
})

test('a card tells no name, village, id, product of hers or fact, in either language', async () => {
  const page = await loadCardPage(context(client), {})
  const people = await client.db
    .selectFrom('actor_identity')
    .innerJoin('actor', 'actor.id', 'actor_identity.actor_id')
    .select(['name', 'business_name', 'village', 'products', 'id'])
    .execute()
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<CardView page={page} />, locale)
    for (const person of people) {
      for (const text of [person.name, person.business_name, person.village, person.products, person.id]) {
        if (text) expect(html).not.toContain(text)
      }
    }
  }
})

test('only who allows it is shown, only what she allows, and only to the partner she allows', async () => {
  const allowed = new Set(
    (await client.db.selectFrom('consent_receipt').select('actor_id').execute()).map((row) =>
      cardCodes(PARTNER)(row.actor_id),
    ),
  )
  expect(asked[0]!.codes.every((code) => allowed.has(code))).toBe(true)
  for (const code of asked[0]!.codes) {
    const id = (await actorsOfCards(client, PARTNER, TODAY)).get(code)!
    const withoutPlace = (Number(id.slice(-7)) - 1) % 7 === 0
    if (withoutPlace) expect(JSON.parse(lookOf.get(code)!)).toMatchObject({ provinsi: [], kabkota: [] })
  }
  expect((await loadCardPage(context(client, partnerViewer('grab')), {})).all).toBe(0)
})

test('whoever takes her consent back is gone from the very next answer, and her card leads nowhere', async () => {
  const own = await world(120)
  const before = await loadCardPage(context(own), {})
  const { code } = before.cards[0]!
  const id = (await actorsOfCards(own, PARTNER, TODAY)).get(code)!
  await own.db.transaction().execute((trx) =>
    insertWithdrawal(trx, {
      receipt_id: `izin-${id}`,
      withdrawn_on: TODAY,
      withdrawn_at: NOW,
      reason: 'her_wish',
      recorded_by: null,
      recorded_role: 'system',
    }),
  )
  expect((await loadCardPage(context(own), {})).all).toBe(before.all - 1)
  expect((await actorsOfCards(own, PARTNER, TODAY)).has(code)).toBe(false)
  const expired = { ...context(own), today: '2027-10-02' }
  expect((await loadCardPage(expired, {})).all).toBe(0)
})

test('fewer than five cards are none', async () => {
  expect((await loadCardPage(context(await world(4)), {})).all).toBe(0)
})

test('an offer shows its cards to its own partner and no actor to another or to the public', async () => {
  const nobody = { regency: null, cluster: null }
  const own = await loadOfferPage(context(client), 'pnm.mekaar', nobody)
  expect(own).toMatchObject({
    fits: null,
    cards: (await loadCardPage(context(client), { penawaran: 'pnm.mekaar' })).total,
  })
  for (const viewer of [partnerViewer('grab'), PUBLIC_VIEWER]) {
    expect(await loadOfferPage(context(client, viewer), 'pnm.mekaar', nobody)).toMatchObject({
      fits: null,
      cards: null,
    })
  }
})

test('cards are for partners: the public signs in first, officers are sent away', async () => {
  await expect(loadCardPage(context(client, PUBLIC_VIEWER), {})).rejects.toMatchObject({ status: 401 })
  for (const viewer of [ministryViewer, districtViewer('33.24')]) {
    await expect(loadCardPage(context(client, viewer), {})).rejects.toMatchObject({ status: 403 })
  }
})
