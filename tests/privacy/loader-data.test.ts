import { beforeAll, expect, test } from 'vitest'
import { PUBLIC_VIEWER, type Viewer } from '#app/domain/access/viewer.ts'
import { loadAboutPage } from '#app/features/about/about-page.server.ts'
import { atomDocument } from '#app/features/feeds/atom-document.ts'
import { loadOfferFeed } from '#app/features/feeds/offer-feed.server.ts'
import { loadHomePage } from '#app/features/home/home-page.server.ts'
import { loadOfferPage } from '#app/features/offers/offer-page.server.ts'
import { loadPartnerPage } from '#app/features/partners/partner-page.server.ts'
import { parsePartnerSearch } from '#app/features/partners/partner-search.ts'
import { loadPartnerSearchPage } from '#app/features/partners/partner-search-page.server.ts'
import { loadProgrammeList } from '#app/features/programmes/programme-list-page.server.ts'
import { createProposal } from '#app/features/proposals/create-proposal.server.ts'
import { takeStep } from '#app/features/proposals/take-step.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import type { DbClient } from '#db/client.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { findOffers, getOffer } from '#db/queries/offers.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { acting, loopWorld, OFFER, PARTNER } from '#tests/support/loop-world.ts'
import { testDb } from '#tests/support/test-db.ts'
import { adminViewer, companionViewer, districtViewer, partnerViewer } from '#tests/support/viewers.ts'

/** What a loader returns can be fetched as data (`/mitra/pnm.data`): the pages are crawled here as that data. */
type Crawl = ReadonlyMap<string, string>

const STRANGERS = { public: PUBLIC_VIEWER, partner: partnerViewer('grab'), admin: adminViewer }
/** Who may know more of an actor, yet reads pages of offers and partners like everybody. */
const INSIDERS = { own: partnerViewer(PARTNER), district: districtViewer('33.24'), companion: companionViewer('33.24') }

async function crawl(client: DbClient, viewer: Viewer): Promise<Crawl> {
  const search = createEmbeddedEngine(':memory:')
  await syncAll(client.db, search)
  const context = { ...acting(client, { viewer }), client, search, locale: 'id' } as unknown as RequestContext
  const found = new Map<string, string>()
  const keep = (path: string, page: unknown) => found.set(path, JSON.stringify(page))
  keep('/', await loadHomePage(context))
  keep('/tentang', await loadAboutPage(client.db))
  keep('/mitra', await loadPartnerSearchPage(context, parsePartnerSearch(new URLSearchParams())))
  const feed = await loadOfferFeed(context, parsePartnerSearch(new URLSearchParams()), 'https://sinergi.test')
  keep('/mitra.atom', atomDocument(feed))
  keep('/program', await loadProgrammeList(context, new URLSearchParams()))
  const offers = await findOffers(client.db)
  for (const offer of offers)
    keep(`/penawaran/${offer.id}`, await loadOfferPage(context, offer.id, { regency: null, cluster: null }))
  for (const partnerId of new Set(offers.map((offer) => offer.partnerId)))
    keep(`/mitra/${partnerId}`, await loadPartnerPage(context, partnerId))
  search.close()
  return found
}

let client: DbClient
const before = new Map<Viewer, Crawl>()

beforeAll(async () => {
  client = await testDb()
  await loopWorld(client)
  await logChanges(client.db, 'offers', [OFFER], NOW)
  await client.db.updateTable('change_log').set({ at: '2026-11-01T00:00:00.000Z' }).execute()
  for (const viewer of Object.values(STRANGERS)) before.set(viewer, await crawl(client, viewer))
  const override = { reason: 'local_knowledge', text: 'uji' }
  const wanted = { offerId: OFFER, actorIds: ['pelaku-1'], isGroup: false, note: null, override }
  const created = await createProposal(acting(client), wanted)
  if (!created.ok) throw new Error(JSON.stringify(created))
  for (const [viewer, input] of [
    [districtViewer('33.24'), { step: 'send' }],
    [partnerViewer(PARTNER), { step: 'accept' }],
    [districtViewer('33.24'), { step: 'refer' }],
    [partnerViewer(PARTNER), { step: 'start' }],
    [districtViewer('33.24'), { step: 'helped', outcomes: [{ position: 0, outcome: 'helped', reason: null }] }],
  ] as const)
    expect(await takeStep(acting(client, { viewer }), created.id, input)).toMatchObject({ ok: true })
  expect(await getOffer(client.db, OFFER)).toMatchObject({
    capacity: { taken: 1 },
    record: [{ cluster: 'IR1', helped: 1, closed: 1 }],
  })
})

test.each(
  Object.entries(STRANGERS),
)('subtracting two fetches of data tells %s nothing of one woman', async (_, viewer) => {
  const after = await crawl(client, viewer)
  expect(after.size).toBeGreaterThan(100)
  for (const [path, data] of after) expect(data, path).toBe(before.get(viewer)!.get(path))
})

test.each(
  Object.entries(INSIDERS),
)('the data of offers and partners tell %s no taken places and no outcomes', async (_, viewer) => {
  for (const [path, data] of await crawl(client, viewer))
    expect(data, path).not.toMatch(/"(taken|record|helped|closed)"/)
})
