import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom, pick } from '#db/seed/random.ts'
import { actorDocument } from '#search/documents/actor-document.ts'
import { fieldText } from '#search/documents/value-words.ts'
import type { FacetKey, SearchEngine, SearchPage, SearchQuery, SortKey } from '#search/engine.ts'
import { INDEXES } from '#search/indexes.ts'
import { naiveSearch } from '#tests/support/naive-search.ts'
import { actorDocuments, offerDocuments } from '#tests/support/search-documents.ts'

export interface EngineUnderTest {
  readonly engine: SearchEngine
  /** Waits until everything that was written can be found. */
  settle(): Promise<void>
  close(): Promise<void>
}

const ACTORS = actorDocuments(600)
const OFFERS = offerDocuments()
const DOCUMENTS = { offers: OFFERS, actors: ACTORS }

/** Queries as people type them: plain, typo, affix, synonym, place, description, several words, half a word, nonsense. */
const TEXTS = {
  offers: [
    '',
    'modal',
    'modal kelompok',
    'mekaar',
    'pelatihan digital marketng',
    'kripik',
    'pirt',
    'p-irt',
    'modal kendal',
    'jateng',
    'penjual',
    'kredit usaha rakyat',
    'ultra mikro',
    'hala',
    'xqzzv modal',
    'xqzzv',
    'oleh-oleh',
    'training export',
    'pelatihan jualan online untuk ibu rumah tangga',
    'modal kelompok perempuan kendal',
    'xqzzv wqqqz vkkkx pzzzt',
    'modal alat izin halal label ekspor pasar bahan baku pelatihan digital',
  ],
  actors: [
    '',
    'keripik',
    'kripik psang',
    'penjahit',
    'jahit kendal',
    'kue kering',
    'gula jawa',
    'batik tulis pekalongan',
    'ker',
    'kab kendal',
    'kota semarang',
    'solo',
    'jilbab',
    'anyam bambu',
    'halal kopi bubuk robusta',
    'otak-otak',
    'zzzz tempe',
    'P-0000012',
    'p0000012 kendal',
    'p',
    'p0',
    'usaha minuman jahe di bogor',
    'siapa yang bikin keripik tempe di cirebon',
    'batik tulis tenun songket jepara demak',
    'keripik pisang zzzz',
    'kue kering nastar putri salju kastengel lidah kucing kendal',
  ],
} as const

/** An actor of whom nothing is known but her id. */
function actorSource(id: string) {
  const nothing = { regency: null, sectors: null, cluster: null, needs: null, products: null }
  return { ...nothing, id, facts: {}, factsAsOf: '2026-11-24' }
}

function query(more: Partial<SearchQuery>): SearchQuery {
  return {
    text: '',
    filters: {},
    facets: [],
    sort: 'relevance',
    page: 1,
    pageSize: 20,
    scope: { kind: 'all' },
    ...more,
  }
}

function comparable(page: SearchPage) {
  const facets = Object.fromEntries(
    Object.entries(page.facets).map(([facet, counts]) => [
      facet,
      Object.fromEntries(counts.map(({ value, count }) => [value, count])),
    ]),
  )
  return { ids: page.hits.map((hit) => hit.id), total: page.total, facets, matched: page.matched }
}

/** Filters that occur in the documents, a few values of a few facets. */
function randomFilters(index: 'offers' | 'actors', random: () => number): SearchQuery['filters'] {
  const filters: { [K in FacetKey]?: string[] } = {}
  const facets = INDEXES[index].facets.filter((facet) => facet !== 'partner')
  for (let n = Math.floor(random() * 3); n >= 0; n--) {
    const facet = pick(random, facets)
    const values = DOCUMENTS[index].flatMap((document) => document.facets[facet] ?? [])
    filters[facet] = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(random, values))
  }
  return filters
}

/** What every engine must do, checked against a naive search of the same documents. */
export function describeSearchEngine(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(name, () => {
    let tested: EngineUnderTest

    beforeAll(async () => {
      tested = await open()
      for (const index of ['offers', 'actors'] as const) {
        await tested.engine.replaceAll(
          index,
          (async function* () {
            yield DOCUMENTS[index].slice(0, 40)
            yield DOCUMENTS[index].slice(40)
          })(),
          index === 'offers' ? 63 : 600,
        )
      }
      await tested.settle()
    })
    afterAll(() => tested.close())

    describe.each(['offers', 'actors'] as const)('%s', (index) => {
      test.each(
        TEXTS[index],
      )('"%s" finds what a naive search finds, in the same order, with the same counts', async (text) => {
        const asked = query({ text, facets: INDEXES[index].facets })
        expect(comparable(await tested.engine.search(index, asked))).toEqual(
          naiveSearch(index, DOCUMENTS[index], asked),
        )
      })

      test.each([
        1, 2, 3, 4, 5, 6, 7, 8,
      ])('filters, disjunctive counts, orders and pages agree (round %i)', async (round) => {
        const random = createRandom(round * 101)
        for (let n = 0; n < 12; n++) {
          const asked = query({
            text: pick(random, TEXTS[index]),
            filters: randomFilters(index, random),
            facets: INDEXES[index].facets,
            sort: pick(random, ['relevance', 'name', 'newest'] as const satisfies readonly SortKey[]),
            pageSize: 1 + Math.floor(random() * 30),
            grouped: index === 'offers' && random() < 0.4,
          })
          expect(comparable(await tested.engine.search(index, asked))).toEqual(
            naiveSearch(index, DOCUMENTS[index], asked),
          )
        }
      })
    })

    test('pages put together are the whole list, each document once', async () => {
      const all: string[] = []
      for (let page = 1; ; page++) {
        const answer = await tested.engine.search('actors', query({ text: 'keripik', page, pageSize: 7 }))
        all.push(...answer.hits.map((hit) => hit.id))
        if (all.length >= answer.total) break
      }
      expect(new Set(all).size).toBe(all.length)
      expect(all).toEqual(naiveSearch('actors', ACTORS, query({ text: 'keripik', pageSize: 1000 })).ids)
    })

    test('a page beyond the last is the last, one before the first is the first', async () => {
      const last = await tested.engine.search('offers', query({ page: 999, pageSize: 20 }))
      expect(last).toMatchObject({ page: 4, total: 63 })
      expect(last.hits).toHaveLength(3)
      expect(await tested.engine.search('offers', query({ page: -1 }))).toMatchObject({ page: 1 })
    })

    test('scope narrows hits, totals and counts alike; the public sees no actor and every offer', async () => {
      const codes = ['33', '34.71']
      for (const text of ['', 'keripik']) {
        const asked = query({ text, facets: ['province', 'need'], scope: { kind: 'regions', codes } })
        const answer = comparable(await tested.engine.search('actors', asked))
        expect(answer).toEqual(naiveSearch('actors', ACTORS, asked))
        expect(Object.keys(answer.facets.province!).every((code) => code === '33' || code === '34')).toBe(true)
      }
      const ids = [...ACTORS.filter((_actor, at) => at % 7 === 0).map((actor) => actor.id), 'nobody']
      for (const text of ['', 'keripik']) {
        const asked = query({ text, facets: ['province', 'need'], scope: { kind: 'documents', ids } })
        expect(comparable(await tested.engine.search('actors', asked))).toEqual(naiveSearch('actors', ACTORS, asked))
      }
      const nobody = query({ facets: ['need'], scope: { kind: 'documents', ids: [] } })
      expect(await tested.engine.search('actors', nobody)).toMatchObject({ total: 0, hits: [], facets: { need: [] } })
      const hidden = await tested.engine.search('actors', query({ facets: ['need'], scope: { kind: 'public' } }))
      expect(hidden).toMatchObject({ total: 0, hits: [], facets: { need: [] } })
      expect((await tested.engine.search('offers', query({ scope: { kind: 'public' } }))).total).toBe(63)
    })

    test('what matched is marked, in pieces that put together are the text', async () => {
      const answer = await tested.engine.search('actors', query({ text: 'kripik psang', pageSize: 200 }))
      expect(answer.total).toBeGreaterThan(0)
      for (const hit of answer.hits) {
        const document = ACTORS.find((one) => one.id === hit.id)!
        for (const [key, pieces] of Object.entries(hit.highlights)) {
          const field = INDEXES.actors.fields.find((one) => one.key === key)!
          expect(pieces.map((piece) => piece.text).join('')).toBe(fieldText(field, document))
        }
        expect(JSON.stringify(hit.highlights)).toMatch(/"text":"[^"]*(keripik|pisang|chips)[^"]*","hit":true/i)
      }
    })

    test('whatever is typed gives an ordinary answer', async () => {
      const odd = [
        '"',
        'a" OR "b',
        'modal AND',
        'NEAR(modal kelompok)',
        'partner:modal',
        '*',
        '\u0000\u0007modal\u001b',
        "'; drop table offers_1_doc; --",
        'need = "capital" OR 1=1',
        '🎉🎉',
        'x'.repeat(10_000),
        'modal '.repeat(2_000),
        '\ud800',
        '-- ( ) { } ^ : \\',
      ]
      for (const text of odd) {
        const answer = await tested.engine.search('offers', query({ text, facets: ['need'] }))
        expect(answer.total).toBeGreaterThanOrEqual(0)
      }
      const injected = query({ filters: { need: ['capital" OR need != "x', "a'b", 'capital'] } })
      expect((await tested.engine.search('offers', injected)).total).toBe(
        naiveSearch('offers', OFFERS, query({ filters: { need: ['capital'] } })).total,
      )
    })

    test('a facet or sort that the index does not have is refused by name', async () => {
      const wrong = { tie: ['financing'] }
      await expect(tested.engine.search('actors', query({ filters: wrong }))).rejects.toThrow(/"tie"/)
      await expect(tested.engine.search('actors', query({ facets: ['coverage'] }))).rejects.toThrow(/"coverage"/)
      await expect(tested.engine.search('actors', query({ sort: 'x' as SortKey }))).rejects.toThrow(/"x"/)
    })

    test('documents put, replaced and removed are found, found anew and gone; the cursor moves with them', async () => {
      const { engine, settle } = tested
      const [first, second, third] = actorDocuments(3, 9001)
      await engine.put('actors', [first!, second!], 700)
      await settle()
      expect((await engine.status()).indexes.actors).toEqual({ documents: 602, cursor: 700 })
      const changed = { ...first!, text: { ...first!.text, products: 'kerajinan zirkonia' } }
      await engine.put('actors', [changed, third!], 701)
      await settle()
      const found = await engine.search('actors', query({ text: 'zirkonia', facets: INDEXES.actors.facets }))
      expect(found.hits.map((hit) => hit.id)).toEqual([first!.id])
      const asked = query({ text: 'keripik', facets: INDEXES.actors.facets })
      expect(comparable(await engine.search('actors', asked))).toEqual(
        naiveSearch('actors', [...ACTORS, changed, second!, third!], asked),
      )
      await engine.remove('actors', [first!.id, second!.id, third!.id, 'no-such-id'], 702)
      await settle()
      expect((await engine.search('actors', query({ text: 'zirkonia' }))).total).toBe(0)
      expect((await engine.status()).indexes.actors).toEqual({ documents: 600, cursor: 702 })
      expect(comparable(await engine.search('actors', asked))).toEqual(naiveSearch('actors', ACTORS, asked))
    })

    test('a code is found whole, also one without a digit, and one that ends like a doubled word', async () => {
      const { engine, settle } = tested
      const ids = ['7c9e6679-7425-40de-944b-e07fcabcdefa', '7c9e6679-7425-40de-944b-e07fcabcdef2']
      const products = { text: { products: 'kerajinan zirkonia' } }
      const coded = ids.map((id) => ({ ...actorDocument(actorSource(id)), ...products }))
      await engine.put('actors', coded)
      await settle()
      for (const [at, texts] of [
        ['P-ABCDEFA', 'pabcdefa', 'p-abcdefa zirkonia'],
        ['P-ABCDEF2', 'pabcdef2', 'p-abcdef2 zirkonia'],
      ].entries()) {
        for (const text of texts) {
          const found = await engine.search('actors', query({ text }))
          expect([text, found.hits.map((hit) => hit.id)]).toEqual([text, [ids[at]]])
        }
      }
      expect((await engine.search('actors', query({ text: 'pabcdef' }))).hits).toEqual([])
      await engine.remove('actors', ids)
      await settle()
    })

    test('a rebuild that breaks off leaves the old index as it was', async () => {
      const { engine, settle } = tested
      const broken = (async function* () {
        yield OFFERS.slice(0, 5)
        throw new Error('the source broke off')
      })()
      await expect(engine.replaceAll('offers', broken, 999)).rejects.toThrow('the source broke off')
      await settle()
      expect((await engine.status()).indexes.offers).toEqual({ documents: 63, cursor: 63 })
      expect((await engine.search('offers', query({}))).total).toBe(63)
    })
  })
}
