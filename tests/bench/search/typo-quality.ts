import { createRandom } from '#db/seed/random.ts'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { SearchQuery } from '#search/engine.ts'
import { QUALITY, type QueryReader } from '#search/text/expand.ts'
import { corpus, misspell } from './corpus.ts'
import { productPairs } from './queries.ts'

const PAIRS = 200
/** Every id of an answer is compared, so they are looked for in a few regencies only. */
const REGENCIES = 12

/** Words as typed, nothing else. */
const literally: QueryReader = (words) =>
  words.map(({ term }) => ({ words: [[{ terms: [term], prefix: false, quality: QUALITY.exact }]], phrase: [] }))

async function idsOf(engine: EmbeddedEngine, text: string, regency: readonly string[]): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let page = 1; ; page++) {
    const query: SearchQuery = {
      text,
      filters: { regency },
      facets: [],
      sort: 'newest',
      page,
      pageSize: 200,
      scope: { kind: 'all' },
    }
    const answer = await engine.search('actors', query)
    for (const hit of answer.hits) ids.add(hit.id)
    if (ids.size >= answer.total) return ids
  }
}

const shareIn = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  some.size === 0 ? 1 : [...some].filter((id) => others.has(id)).length / some.size

/**
 * Pairs of words, one of them misspelt by one edit. Recall: how many documents with both words as meant are found. Precision:
 * how many of those found the right spelling finds too.
 */
export async function typoQuality(file: string): Promise<{ recall: number; precision: number; pairs: number }> {
  const random = createRandom(99)
  const engine = createEmbeddedEngine(file)
  const literal = createEmbeddedEngine(file, literally)
  const recalls: number[] = []
  const precisions: number[] = []
  const regencies = [...corpus(REGENCIES * 10)].flatMap((document) => document.facets.regency ?? [])
  const places = [...new Set(regencies)].slice(0, REGENCIES)
  for (const [a, b] of productPairs(PAIRS, random)) {
    const wrong = misspell(a, random)
    if (wrong.length < 4) continue
    const meant = await idsOf(literal, `${a} ${b} `, places)
    const right = await idsOf(engine, `${a} ${b} `, places)
    const found = await idsOf(engine, `${wrong} ${b} `, places)
    if (meant.size === 0) continue
    recalls.push(shareIn(meant, found))
    precisions.push(shareIn(found, right))
  }
  engine.close()
  literal.close()
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { recall: mean(recalls), precision: mean(precisions), pairs: recalls.length }
}
