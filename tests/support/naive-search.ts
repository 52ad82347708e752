import { fieldText } from '#search/documents/value-words.ts'
import type { FacetKey, SearchDocument, SearchQuery } from '#search/engine.ts'
import { INDEXES, type IndexDefinition } from '#search/indexes.ts'
import { relativesOf } from '#search/text/affixes.ts'
import { type Alternative, expand, type Lexicon, type QueryUnit } from '#search/text/expand.ts'
import { queryWords } from '#search/text/query-terms.ts'
import { queryWeights } from '#search/text/query-weights.ts'
import { indexText } from '#search/text/tokens.ts'
import { naiveNeighbours } from './naive-typos.ts'

interface Indexed {
  readonly document: SearchDocument
  /** Words of the fields up to each level. */
  readonly words: readonly ReadonlySet<string>[]
}

export interface NaiveAnswer {
  readonly ids: readonly string[]
  readonly total: number
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly matched: 'all' | 'some'
}

/** What search means, written as plainly as possible: every document is looked at for every question. */
export function naiveSearch(
  index: 'offers' | 'actors',
  documents: readonly SearchDocument[],
  query: SearchQuery,
): NaiveAnswer {
  const definition = INDEXES[index]
  const { indexed, lexicon } = prepared(definition, documents)
  const units = expand(queryWords(query.text), lexicon)
  const { least, weights, answering } = answeringText(indexed, units, lexicon)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const passes = (one: Indexed, except: FacetKey | null) =>
    visible(definition, one, query) &&
    Object.entries(query.filters).every(
      ([facet, values]) =>
        facet === except ||
        values.length === 0 ||
        values.some((value) => one.document.facets[facet as FacetKey]?.includes(value)),
    )
  const found = answering.filter((one) => passes(one, null))
  const facets = Object.fromEntries(
    query.facets.map((facet) => [
      facet,
      countValues(
        answering.filter((one) => passes(one, facet)),
        facet,
      ),
    ]),
  )
  const ranked = found
    .map((one) => ({ one, rank: query.sort === 'relevance' ? rankOf(one, units, weights) : [] }))
    .sort((a, b) => compareLists(a.rank, b.rank) || compareSort(definition, query, a.one.document, b.one.document))
    .map(({ one }) => one.document)
  const hits = query.grouped ? firstOfEachGroup(definition, ranked) : ranked
  const start = (query.page - 1) * query.pageSize
  return {
    ids: hits.slice(start, start + query.pageSize).map((hit) => hit.id),
    total: hits.length,
    facets,
    matched: least > 0 && least < whole ? 'some' : 'all',
  }
}

type Prepared = { readonly indexed: readonly Indexed[]; readonly lexicon: ReturnType<typeof naiveLexicon> }
const known = new WeakMap<readonly SearchDocument[], Prepared>()

/** Documents with their words; made once for each list. */
function prepared(definition: IndexDefinition, documents: readonly SearchDocument[]): Prepared {
  const before = known.get(documents)
  if (before) return before
  const indexed = documents.map((document) => ({ document, words: wordsOf(definition, document) }))
  const made = { indexed, lexicon: naiveLexicon(definition, indexed) }
  known.set(documents, made)
  return made
}

function wordsOf(definition: IndexDefinition, document: SearchDocument): Set<string>[] {
  return [1, 2, 3].map((level) => {
    const fields = definition.fields.filter((field) => field.level <= level)
    return new Set(
      fields.flatMap((field) => indexText(fieldText(field, document)).split(' ')).filter((word) => word !== ''),
    )
  })
}

function naiveLexicon(definition: IndexDefinition, indexed: readonly Indexed[]) {
  const documentsOf = new Map<string, number>()
  for (const { words } of indexed) for (const word of words[2]!) documentsOf.set(word, (documentsOf.get(word) ?? 0) + 1)
  const times = timesByWord(definition, indexed)
  const large = indexed.length >= 5000
  const frequent = (least: number) => (word: string) => (documentsOf.get(word) ?? 0) >= least
  return {
    documents: indexed.length,
    documentsWith: (term: string) => times.get(term) ?? 0,
    neighbours: (term: string) => naiveNeighbours(term, documentsOf, large ? 3 : 1),
    relatives: (term: string) => relativesOf(term, frequent(large ? 5 : 2), frequent(1)),
  }
}

/** Documents in whose texts a word stands, and once for each value of a facet whose name has it. */
function timesByWord(definition: IndexDefinition, indexed: readonly Indexed[]): Map<string, number> {
  const times = new Map<string, number>()
  const count = (text: string) => {
    for (const word of new Set(indexText(text).split(' '))) times.set(word, (times.get(word) ?? 0) + 1)
  }
  for (const { document } of indexed) {
    const given = definition.fields.filter((field) => !field.wordsOf)
    count(given.map((field) => fieldText(field, document)).join('\n'))
    for (const field of definition.fields) {
      for (const facet of field.wordsOf ?? []) {
        for (const value of new Set(document.facets[facet])) {
          count(fieldText({ ...field, wordsOf: [facet] }, { text: {}, facets: { [facet]: [value] } }))
        }
      }
    }
  }
  return times
}

function met(one: Indexed, alternatives: readonly Alternative[], quality: number, level: number): boolean {
  const words = one.words[level - 1]!
  return alternatives.some(
    (alternative) =>
      alternative.quality <= quality &&
      alternative.terms.every((term) =>
        alternative.prefix
          ? [...words].some((word) => word.startsWith(term))
          : words.has(term) || one.document.handle === term,
      ),
  )
}

function meets(one: Indexed, unit: QueryUnit, quality: number, level: number): boolean {
  return (
    unit.words.every((alternatives) => met(one, alternatives, quality, level)) || met(one, unit.phrase, quality, level)
  )
}

/** What a document meets of the query, by weight. */
function scoreOf(one: Indexed, units: readonly QueryUnit[], weights: readonly number[], quality: number): number {
  return units.reduce((sum, unit, at) => sum + (meets(one, unit, quality, 3) ? weights[at]! : 0), 0)
}

/**
 * With up to three demands the documents that meet them all, when there are any. Otherwise the best ten and whatever is as
 * good, as long as it meets a third of the weight; never none while any document meets anything.
 */
function answeringText(indexed: readonly Indexed[], units: readonly QueryUnit[], lexicon: Lexicon) {
  const weights = queryWeights(units, lexicon)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const scored = indexed.map((one) => ({ one, score: scoreOf(one, units, weights, 3) }))
  const best = scored.map(({ score }) => score).sort((a, b) => b - a)
  const good = best.filter((score, at) => score > 0 && (at === 0 || score === best[0] || score >= whole / 3))
  const least = units.length < 4 && best[0] === whole ? whole : (good[Math.min(9, good.length - 1)] ?? 0)
  return {
    least,
    weights,
    answering:
      units.length === 0 ? indexed : scored.filter(({ score }) => score >= (least || whole)).map(({ one }) => one),
  }
}

/** By what is met, the worst word needed for it, and the sum of the levels of the first six units. */
function rankOf(one: Indexed, units: readonly QueryUnit[], weights: readonly number[]): number[] {
  if (units.length === 0) return []
  const score = scoreOf(one, units, weights, 3)
  const quality = [0, 1, 2, 3].find((worst) => scoreOf(one, units, weights, worst) === score)!
  const levels = units.slice(0, 6).map((unit) => [1, 2, 3].find((level) => meets(one, unit, quality, level)) ?? 4)
  return [-score, quality, levels.reduce((sum, level) => sum + level, 0)]
}

function visible(definition: IndexDefinition, one: Indexed, { scope }: SearchQuery): boolean {
  if (definition.scopedBy.length === 0 || scope.kind === 'all') return true
  if (scope.kind === 'public') return false
  if (scope.kind === 'documents') return scope.ids.includes(one.document.id)
  return definition.scopedBy.some((facet) => one.document.facets[facet]?.some((value) => scope.codes.includes(value)))
}

function countValues(indexed: readonly Indexed[], facet: FacetKey): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { document } of indexed) {
    for (const value of new Set(document.facets[facet] ?? [])) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

function firstOfEachGroup(definition: IndexDefinition, ranked: readonly SearchDocument[]): SearchDocument[] {
  const seen = new Set<string>()
  return ranked.filter((document) => {
    const group = document.facets[definition.groupBy!]?.[0]
    if (group === undefined || seen.has(group)) return false
    seen.add(group)
    return true
  })
}

function compareSort(definition: IndexDefinition, query: SearchQuery, a: SearchDocument, b: SearchDocument): number {
  for (const { field, descending } of definition.sorts[query.sort]) {
    const difference = (a.sort[field] ?? 0) - (b.sort[field] ?? 0)
    if (difference !== 0) return descending ? -difference : difference
  }
  return 0
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return 0
}
