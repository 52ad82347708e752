import type { Meilisearch } from 'meilisearch'
import { valuesByWord } from '../documents/value-words.ts'
import { Vocabulary } from '../embedded/vocabulary.ts'
import type { IndexName } from '../engine.ts'
import { INDEX_NAMES, INDEXES } from '../indexes.ts'
import { lexiconOf } from '../lexicon.ts'
import type { Lexicon } from '../text/expand.ts'
import { facetField, storedLevels, wordField } from './document.ts'
import { isMissing, unavailable } from './errors.ts'
import { encodeFacetValue } from './facet-value.ts'

/** Other processes write too, so words are read anew at least this often while somebody searches. */
const FRESH_MS = 60_000
/** Reading a large vocabulary costs the server something; it may take one part in so many of the time. */
const SHARE = 100
const LOAD_TIMEOUT_MS = 60_000

interface Known {
  readonly lexicon: Lexicon
  readonly loadedAt: number
  readonly took: number
}

/**
 * The words of each index with their numbers of documents, as typo and affix rules need them. The server counts them (a
 * facet over the analysed words), so they are always those of the index itself; a copy that is a little old misses only
 * new words as targets of a typo or a stem, never an exact or half-typed one.
 */
export class Words {
  private readonly known = new Map<IndexName, Known>()
  private readonly loading = new Map<IndexName, Promise<Known>>()
  private readonly stale = new Set<IndexName>(INDEX_NAMES)

  constructor(
    private readonly clientFor: (index: IndexName) => Promise<Meilisearch>,
    private readonly uidOf: (index: IndexName) => string,
  ) {}

  /** Waits only when nothing was read yet. */
  async lexicon(index: IndexName): Promise<Lexicon> {
    const known = this.known.get(index)
    if (!known) return (await this.load(index)).lexicon
    const age = Date.now() - known.loadedAt
    const due = this.stale.has(index) ? age > known.took * SHARE : age > Math.max(FRESH_MS, known.took * SHARE)
    if (due) this.load(index).catch(() => {})
    return known.lexicon
  }

  markStale(index: IndexName): void {
    this.stale.add(index)
  }

  /** Reads what changed and waits for it. */
  async settle(): Promise<void> {
    for (const index of INDEX_NAMES) {
      await this.loading.get(index)?.catch(() => {})
      if (this.stale.has(index) || !this.known.has(index)) await this.load(index)
    }
  }

  private load(index: IndexName): Promise<Known> {
    const running = this.loading.get(index)
    if (running) return running
    const load = this.read(index).finally(() => this.loading.delete(index))
    this.loading.set(index, load)
    return load
  }

  private async read(index: IndexName): Promise<Known> {
    this.stale.delete(index)
    const start = Date.now()
    try {
      const client = await this.clientFor(index)
      const { results } = await client.multiSearch(
        { queries: [{ indexUid: this.uidOf(index), hitsPerPage: 0, facets: countedFields(index) }] },
        { signal: AbortSignal.timeout(LOAD_TIMEOUT_MS) },
      )
      const { facetDistribution, totalHits } = results[0]!
      const known = made(lexiconFrom(index, facetDistribution ?? {}, totalHits ?? 0), start)
      this.known.set(index, known)
      return known
    } catch (error) {
      this.stale.add(index)
      if (!isMissing(error)) throw unavailable(error)
      return made(lexiconFrom(index, {}, 0), start)
    }
  }
}

function made(lexicon: Lexicon, start: number): Known {
  const now = Date.now()
  return { lexicon, loadedAt: now, took: now - start }
}

/** Facets of words, and facets whose values stand for words. */
export function countedFields(index: IndexName): string[] {
  const definition = INDEXES[index]
  const derived = definition.fields.flatMap((field) => field.wordsOf ?? []).map(facetField)
  return [...new Set([...storedLevels(definition).map(wordField), ...derived])]
}

/**
 * The words as the server counted them. A document has a stored word in one level only, so that the sum over the levels is its
 * number of documents. Words that come from facet values count once for each value, as in the embedded engine.
 */
export function lexiconFrom(
  index: IndexName,
  distribution: Readonly<Record<string, Readonly<Record<string, number>>>>,
  documents: number,
): Lexicon {
  const definition = INDEXES[index]
  const vocabulary = new Vocabulary()
  for (const level of storedLevels(definition)) {
    for (const [word, count] of Object.entries(distribution[wordField(level)] ?? {})) vocabulary.add(word, count)
  }
  for (const field of definition.fields) {
    for (const facet of field.wordsOf ?? []) {
      const counts = distribution[facetField(facet)] ?? {}
      for (const [word, values] of valuesByWord(field, facet)) {
        const count = values.reduce((sum, value) => sum + (counts[encodeFacetValue(value)] ?? 0), 0)
        if (count > 0) vocabulary.add(word, count)
      }
    }
  }
  return lexiconOf(vocabulary, documents)
}
