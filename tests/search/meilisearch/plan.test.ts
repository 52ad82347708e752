import { expect, test } from 'vitest'
import { createRandom, pick } from '#db/seed/random.ts'
import type { FacetKey, SearchQuery, SortKey } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import { findHits } from '#search/meilisearch/answer.ts'
import { storedDocument } from '#search/meilisearch/document.ts'
import type { Ask } from '#search/meilisearch/hit-window.ts'
import { Plan } from '#search/meilisearch/plan.ts'
import { countedFields, lexiconFrom } from '#search/meilisearch/words.ts'
import { expand } from '#search/text/expand.ts'
import { queryWords } from '#search/text/query-terms.ts'
import { queryWeights, scoresOf } from '#search/text/query-weights.ts'
import { naiveSearch } from '#tests/support/naive-search.ts'
import { actorDocuments, offerDocuments } from '#tests/support/search-documents.ts'
import { answerQuery } from './support/answer-queries.ts'

const DOCUMENTS = { offers: offerDocuments(), actors: actorDocuments(300) }
const STORED = {
  offers: DOCUMENTS.offers.map((document) => storedDocument(INDEXES.offers, document)),
  actors: DOCUMENTS.actors.map((document) => storedDocument(INDEXES.actors, document)),
}
const TEXTS = {
  offers: [
    '',
    'modal',
    'modal kelompok',
    'pelatihan digital marketng',
    'kripik',
    'p-irt',
    'modal kendal',
    'penjual',
  ].concat([
    'kredit usaha rakyat',
    'hala',
    'xqzzv modal',
    'xqzzv',
    'oleh-oleh',
    'zzzz modal qqqq kelompok wwww',
    'pelatihan jualan online untuk ibu rumah tangga',
    'xqzzv wqqqz vkkkx pzzzt',
  ]),
  actors: [
    '',
    'keripik',
    'kripik psang',
    'penjahit',
    'jahit kendal',
    'kue kering',
    'batik tulis pekalongan',
    'ker',
  ].concat([
    'kota semarang',
    'solo',
    'anyam bambu',
    'halal kopi bubuk robusta',
    'zzzz tempe',
    'k',
    'p',
    'p0',
    'P-0000012',
    'p0000012 keripik',
    'usaha minuman jahe di bogor',
    'kue kering nastar putri salju kastengel lidah kucing kendal',
  ]),
} as const

function query(more: Partial<SearchQuery>): SearchQuery {
  const { all } = { all: { kind: 'all' } as const }
  return { text: '', filters: {}, facets: [], sort: 'relevance', page: 1, pageSize: 20, scope: all, ...more }
}

/** The answer to a query as its own multi-search queries describe it, and how many requests it took. */
async function described(index: 'offers' | 'actors', asked: SearchQuery) {
  let requests = 0
  const ask: Ask = async (queries) => {
    if (queries.length > 0) requests++
    return queries.map((one) => answerQuery(STORED[index], one))
  }
  const counted = answerQuery(STORED[index], { indexUid: index, hitsPerPage: 0, facets: countedFields(index) })
  const lexicon = lexiconFrom(index, counted.facetDistribution!, counted.totalHits!)
  const units = expand(queryWords(asked.text), lexicon)
  const plan = new Plan(INDEXES[index], index, asked, { units, weights: queryWeights(units, lexicon) })
  const found = await findHits(plan, {
    ask,
    askUnscoped: ask,
    readDeep: async (ring, offset, limit) => (await ask([plan.hits(ring, offset, limit)]))[0]!.hits,
  })
  const facets = Object.fromEntries(
    Object.entries(found.facets).map(([facet, counts]) => [
      facet,
      Object.fromEntries(counts.map(({ value, count }) => [value, count])),
    ]),
  )
  const matched = found.plan.isPartial ? 'some' : 'all'
  return { answer: { ids: found.hits.map((hit) => hit.id), total: found.total, facets, matched }, found, requests }
}

function randomFilters(index: 'offers' | 'actors', random: () => number): SearchQuery['filters'] {
  const filters: { [K in FacetKey]?: string[] } = {}
  for (let n = Math.floor(random() * 3); n >= 0; n--) {
    const facet = pick(random, INDEXES[index].facets)
    const values = DOCUMENTS[index].flatMap((document) => document.facets[facet] ?? [])
    if (values.length > 0) filters[facet] = [pick(random, values), pick(random, values)]
  }
  return filters
}

test.each(
  (['offers', 'actors'] as const).flatMap((index) => TEXTS[index].map((text) => [index, text] as const)),
)('the queries for %s "%s" describe what a naive search finds, in order', async (index, text) => {
  const asked = query({ text, facets: INDEXES[index].facets, pageSize: 50 })
  expect((await described(index, asked)).answer).toEqual(naiveSearch(index, DOCUMENTS[index], asked))
})

test.each([1, 2, 3, 4])('so do queries with filters, sorts, groups and pages (round %i)', async (round) => {
  const random = createRandom(round * 977)
  for (let n = 0; n < 12; n++) {
    const index = pick(random, ['offers', 'actors'] as const)
    const asked = query({
      text: pick(random, TEXTS[index]),
      filters: randomFilters(index, random),
      facets: INDEXES[index].facets,
      sort: pick(random, ['relevance', 'name', 'newest'] as const satisfies readonly SortKey[]),
      pageSize: 1 + Math.floor(random() * 12),
      grouped: index === 'offers' && random() < 0.5,
    })
    const first = await described(index, asked)
    expect(first.answer).toEqual(naiveSearch(index, DOCUMENTS[index], asked))
    const page = 1 + Math.floor((random() * first.found.total) / asked.pageSize)
    const later = { ...asked, page }
    expect((await described(index, later)).answer).toEqual(naiveSearch(index, DOCUMENTS[index], later))
  }
})

test('a page beyond the last is the last', async () => {
  for (const grouped of [false, true]) {
    for (const text of ['', 'modal']) {
      const { answer, found } = await described('offers', query({ text, grouped, page: 999, pageSize: 5 }))
      expect(found.page).toBe(Math.ceil(answer.total / 5))
      expect(answer.ids).toEqual(
        naiveSearch('offers', DOCUMENTS.offers, query({ text, grouped, page: found.page, pageSize: 5 })).ids,
      )
    }
  }
})

test('scope narrows every query; regions the viewer does not have are in no count', async () => {
  const codes = ['33', '34.71']
  for (const text of ['', 'keripik', 'zzzz keripik']) {
    const asked = query({ text, facets: ['province', 'need'], scope: { kind: 'regions', codes } })
    const { answer } = await described('actors', asked)
    expect(answer).toEqual(naiveSearch('actors', DOCUMENTS.actors, asked))
  }
  const hidden = await described('actors', query({ facets: ['need'], scope: { kind: 'public' } }))
  expect(hidden.answer).toMatchObject({ total: 0, ids: [], facets: { need: {} } })
})

test('hits, totals and all facet counts of a first page come in one request', async () => {
  const filters = { need: ['capital'], sector: ['food_snack'] }
  for (const text of ['', 'keripik']) {
    const asked = query({ text, filters, facets: INDEXES.actors.facets, pageSize: 5 })
    const { requests, answer } = await described('actors', asked)
    expect(answer.total).toBeGreaterThan(5)
    expect(requests).toBe(1)
  }
})

/** Meilisearch 1.50 gives up a filter nested deeper than 150 steps of its grammar; a parenthesis is four, a NOT is one.
 * It writes every filter anew before it searches, with one more pair around each condition, and joins the rule of the token. */
test.each([
  'keripik pisang batik tulis gula jawa anyam bambu kopi bubuk jahit kendal',
  'keripik batik kopi jahit tempe kendal',
])('"%s" with typos stays within what the server reads', (text) => {
  const counted = answerQuery(STORED.actors, { indexUid: 'actors', hitsPerPage: 0, facets: countedFields('actors') })
  const lexicon = lexiconFrom('actors', counted.facetDistribution!, counted.totalHits!)
  const units = expand(queryWords(text), lexicon)
  const weights = queryWeights(units, lexicon)
  const plan = new Plan(INDEXES.actors, 'actors', query({ text }), { units, weights })
  const middle = scoresOf(weights)[Math.floor(scoresOf(weights).length / 2)]!
  for (const scores of [scoresOf(weights).slice(0, 1), [middle]]) {
    const rings = plan.withScores(scores).rings()
    expect(rings.length).toBeGreaterThan(0)
    for (const { filter } of rings) {
      let depth = 0
      let deepest = 0
      for (const sign of filter.replace(/"[^"]*"/g, '')) {
        if (sign === '(') deepest = Math.max(deepest, ++depth)
        if (sign === ')') depth--
      }
      expect((deepest + 2) * 5).toBeLessThan(150)
      expect(filter.length).toBeLessThan(1_000_000)
    }
  }
})
