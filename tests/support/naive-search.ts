import { fieldText } from '#search/documents/value-words.ts'
import type { FacetKey, SearchDocument, SearchQuery } from '#search/engine.ts'
import { INDEXES, type IndexDefinition } from '#search/indexes.ts'
import { relativesOf } from '#search/text/affixes.ts'
import { type Alternative, expand, type QueryUnit } from '#search/text/expand.ts'
import { queryWords } from '#search/text/query-terms.ts'
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
  const { wanted, answering } = answeringText(indexed, units)
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
    .map((one) => ({ one, rank: query.sort === 'relevance' ? rankOf(one, units, wanted) : [] }))
    .sort((a, b) => compareLists(a.rank, b.rank) || compareSort(definition, query, a.one.document, b.one.document))
    .map(({ one }) => one.document)
  const hits = query.grouped ? firstOfEachGroup(definition, ranked) : ranked
  const start = (query.page - 1) * query.pageSize
  return {
    ids: hits.slice(start, start + query.pageSize).map((hit) => hit.id),
    total: hits.length,
    facets,
    matched: wanted < units.length ? 'some' : 'all',
  }
}

type Prepared = { readonly indexed: readonly Indexed[]; readonly lexicon: ReturnType<typeof naiveLexicon> }
const known = new WeakMap<readonly SearchDocument[], Prepared>()

/** Documents with their words; made once for each list. */
function prepared(definition: IndexDefinition, documents: readonly SearchDocument[]): Prepared {
  const before = known.get(documents)
  if (before) return before
  const indexed = documents.map((document) => ({ document, words: wordsOf(definition, document) }))
  const made = { indexed, lexicon: naiveLexicon(indexed) }
  known.set(documents, made)
  return made
}

function wordsOf(definition: IndexDefinition, document: SearchDocument): Set<string>[] {
  return [1, 2, 3].map((level) => {
    const fields = definition.fields.filter((field) => field.level <= level)
    return new Set([
      ...(document.handle ? [document.handle] : []),
      ...fields.flatMap((field) => indexText(fieldText(field, document)).split(' ')).filter((word) => word !== ''),
    ])
  })
}

function naiveLexicon(indexed: readonly Indexed[]) {
  const documentsOf = new Map<string, number>()
  for (const { words } of indexed) for (const word of words[2]!) documentsOf.set(word, (documentsOf.get(word) ?? 0) + 1)
  const large = indexed.length >= 5000
  const frequent = (least: number) => (word: string) => (documentsOf.get(word) ?? 0) >= least
  return {
    neighbours: (term: string) => naiveNeighbours(term, documentsOf, large ? 3 : 1),
    relatives: (term: string) => relativesOf(term, frequent(large ? 5 : 2), frequent(1)),
  }
}

function met(one: Indexed, alternatives: readonly Alternative[], quality: number, level: number): boolean {
  const words = one.words[level - 1]!
  return alternatives.some(
    (alternative) =>
      alternative.quality <= quality &&
      alternative.terms.every((term) =>
        alternative.prefix ? [...words].some((word) => word.startsWith(term)) : words.has(term),
      ),
  )
}

function meets(one: Indexed, unit: QueryUnit, quality: number, level: number): boolean {
  return (
    unit.words.every((alternatives) => met(one, alternatives, quality, level)) || met(one, unit.phrase, quality, level)
  )
}

function answeringText(indexed: readonly Indexed[], units: readonly QueryUnit[]) {
  const counted = indexed.map((one) => ({ one, met: units.filter((unit) => meets(one, unit, 3, 3)).length }))
  const most = Math.max(0, ...counted.map((entry) => entry.met))
  const wanted = most || units.length
  return {
    wanted,
    answering: counted.filter((entry) => entry.met === wanted).map((entry) => entry.one),
  }
}

/** First the worst quality needed to meet the wanted units, then the sum of the levels of the first six units. */
function rankOf(one: Indexed, units: readonly QueryUnit[], wanted: number): number[] {
  if (units.length === 0) return []
  const quality = [0, 1, 2, 3].find((worst) => units.filter((unit) => meets(one, unit, worst, 3)).length >= wanted)!
  const levels = units.slice(0, 6).map((unit) => [1, 2, 3].find((level) => meets(one, unit, quality, level)) ?? 4)
  return [quality, levels.reduce((sum, level) => sum + level, 0)]
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
