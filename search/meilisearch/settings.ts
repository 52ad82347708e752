import type { Settings } from 'meilisearch'
import type { IndexName } from '../engine.ts'
import { INDEXES, LEVELS, sortFieldsOf, storedFields } from '../indexes.ts'
import { stopWords } from '../text/stop-words.ts'
import { synonymGroups } from '../text/synonyms.ts'
import { facetField, HANDLE, ID, sortField, TEXTS, wordField } from './document.ts'

/** The vocabulary is read as a facet, and a facet that is cut off would be a wrong count. */
const MOST_FACET_VALUES = 1_000_000
/** Totals stop at this number; far above what the registry can hold. */
const MOST_HITS = 10_000_000
/** Longer than we wait for any answer: the server would rather give up ordering than be late, and an order must be true. */
const CUTOFF_MS = 10_000

const countable = { facetSearch: false, filter: { equality: true, comparison: false } }
/** Comparison makes the server keep the levels by which it finds prefixes without reading every word. */
const prefixable = { facetSearch: false, filter: { equality: true, comparison: true } }

/**
 * The settings of an index, compiled from indexes.ts and search/text. Our own queries come as filters over the analysed words
 * (text-filter.ts); searchable fields, synonyms, stop words and typo rules give the same words to whoever searches the index
 * by Meilisearch's own means, its search preview for one.
 */
export function settingsOf(index: IndexName): Settings {
  const definition = INDEXES[index]
  const fields = [...storedFields(definition)].sort((a, b) => a.level - b.level)
  return {
    searchableAttributes: fields.map((field) => `${TEXTS}.${field.key}`),
    displayedAttributes: ['*'],
    filterableAttributes: [
      { attributePatterns: definition.facets.map(facetField), features: countable },
      { attributePatterns: LEVELS.map(wordField), features: prefixable },
      ...(definition.scopedBy.length > 0 ? [{ attributePatterns: [ID], features: countable }] : []),
      ...(definition.handles ? [{ attributePatterns: [HANDLE], features: countable }] : []),
    ],
    sortableAttributes: sortFieldsOf(index).map(sortField),
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
    distinctAttribute: null,
    stopWords: [...stopWords()],
    synonyms: synonymsByTerm(),
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      disableOnNumbers: true,
    },
    proximityPrecision: 'byAttribute',
    facetSearch: false,
    faceting: { maxValuesPerFacet: MOST_FACET_VALUES },
    pagination: { maxTotalHits: MOST_HITS },
    searchCutoffMs: CUTOFF_MS,
  }
}

/** The settings that differ from those the server has; empty when nothing is to be done. */
export function changedSettings(wanted: Settings, current: Settings): Settings {
  const differing = Object.entries(wanted).filter(([name, value]) => {
    const known = current[name as keyof Settings]
    return WHOLE.has(name) ? canonical(value) !== canonical(known) : !agrees(value, known, ORDERED.has(name))
  })
  return Object.fromEntries(differing) as Settings
}

/** Lists whose order means something; the server gives others back sorted. */
const ORDERED = new Set<string>(['searchableAttributes', 'rankingRules'])

/** Compared as a whole: an entry that is no longer wanted must go. */
const WHOLE = new Set<string>(['synonyms'])

/** Whether the server's value holds everything that is wanted; what it adds by default does not count. */
function agrees(wanted: unknown, current: unknown, ordered: boolean): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(current) || current.length !== wanted.length) return false
    const lines = (list: readonly unknown[]) => list.map(canonical)
    const [a, b] = ordered ? [lines(wanted), lines(current)] : [lines(wanted).sort(), lines(current).sort()]
    return a.every((line, at) => line === b[at])
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof current !== 'object' || current === null) return false
    const known = current as Readonly<Record<string, unknown>>
    return Object.entries(wanted).every(([name, value]) => agrees(value, known[name], ordered))
  }
  return wanted === (current ?? null)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function synonymsByTerm(): Record<string, string[]> {
  const byTerm = new Map<string, Set<string>>()
  for (const terms of synonymGroups()) {
    for (const term of terms) {
      const others = byTerm.get(term) ?? new Set()
      for (const other of terms) if (other !== term) others.add(other)
      byTerm.set(term, others)
    }
  }
  return Object.fromEntries([...byTerm].map(([term, others]) => [term, [...others]]))
}
