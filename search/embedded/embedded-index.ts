import type SQLite from 'better-sqlite3'
import { fieldText } from '../documents/value-words.ts'
import type { SearchDocument, SearchHit, SearchPage, SearchQuery } from '../engine.ts'
import { checkQuery, type FieldDefinition, type IndexDefinition, LEVELS, storedFields } from '../indexes.ts'
import { lexiconOf } from '../lexicon.ts'
import type { QueryReader } from '../text/expand.ts'
import { marksFor } from '../text/marks.ts'
import { queryWords } from '../text/query-terms.ts'
import { queryWeights } from '../text/query-weights.ts'
import { indexText } from '../text/tokens.ts'
import { answerQuery } from './answer-query.ts'
import { derivedSets, derivedWords } from './derived-sets.ts'
import { IndexColumns, PAGE_SLOTS } from './index-columns.ts'
import { IndexFile, type StoredDocument } from './index-file.ts'
import { Postings } from './postings.ts'
import { Vocabulary } from './vocabulary.ts'

/** Below this many documents every set is read in a moment. */
const WARM_FROM = 50_000
const PREFIXES_WARMED = 300
const WORDS_WARMED = 300

/** One generation of one index: its tables, and its columns and words in memory. */
export class EmbeddedIndex {
  readonly file: IndexFile
  columns: IndexColumns
  vocabulary = new Vocabulary()
  readonly postings: Postings
  private nextSlot = 1
  private building = false
  private warming: Generator<void> | undefined

  constructor(
    sqlite: SQLite.Database,
    readonly definition: IndexDefinition,
    readonly generation: number,
  ) {
    this.file = new IndexFile(sqlite, definition, generation)
    this.columns = new IndexColumns(definition)
    this.postings = new Postings(
      this.file,
      () => this.columns.words,
      (term, prefix, level) => derivedSets(this.definition, this.columns, term, prefix, level),
    )
  }

  /** Reads everything the file has into memory; also the way back after a failed write. */
  load(): void {
    this.nextSlot = this.file.lastSlot() + 1
    this.columns = new IndexColumns(this.definition, this.nextSlot)
    this.postings.clear()
    for (const { facet, values } of this.file.sets()) this.columns.facets.get(facet)?.addSet(values)
    for (const { page, data } of this.file.pages()) this.columns.decodePage(page, data)
    this.columns.finishLoad(this.nextSlot - 1)
    this.loadWords()
  }

  private loadWords(): void {
    this.vocabulary = new Vocabulary()
    for (const [term, documents] of this.file.vocabulary()) this.vocabulary.add(term, documents)
    for (const [term, documents] of derivedWords(this.definition, this.columns)) this.vocabulary.add(term, documents)
  }

  /** While an index is built nobody searches it, so its words are counted once, at the end. */
  startBuild(): void {
    this.building = true
    this.file.buildMode(true)
  }

  finishBuild(): void {
    this.building = false
    this.file.buildMode(false)
    this.file.countWords()
    this.loadWords()
  }

  /**
   * Adds or replaces documents. To be called inside a transaction; on an error the caller rolls back and loads.
   * @returns whether anything changed.
   */
  put(documents: readonly SearchDocument[]): boolean {
    const pages = new Set<number>()
    for (const document of documents) {
      const slot = this.putOne(document)
      if (slot !== null) pages.add(Math.floor(slot / PAGE_SLOTS))
    }
    return this.writePages(pages)
  }

  /** Reads ahead one of the sets that queries will want most; false when there is nothing left to read. */
  warmStep(): boolean {
    if (this.columns.documents < WARM_FROM) return false
    this.warming ??= this.thingsToWarm()
    return !this.warming.next().done && !this.postings.full
  }

  private *thingsToWarm(): Generator<void> {
    yield void this.columns.order('relevance')
    for (const facet of this.definition.facets) yield this.columns.prepareFilters(facet)
    for (const start of this.vocabulary.shortPrefixes().slice(0, PREFIXES_WARMED)) {
      yield this.postings.warm(start, true, LEVELS.length)
    }
    for (const term of this.vocabulary.mostFrequent(WORDS_WARMED)) {
      for (const level of LEVELS) yield this.postings.warm(term, false, level)
    }
  }

  /** Removes documents; ids that are not there are ignored. Inside a transaction, as `put`. */
  remove(ids: readonly string[]): boolean {
    const pages = new Set<number>()
    for (const id of ids) {
      const stored = this.file.find(id)
      if (!stored) continue
      const before = this.documentOf(stored)
      this.file.delete(stored.slot)
      this.columns.displace(stored.slot)
      this.changeWords(stored.slot, before, null)
      pages.add(Math.floor(stored.slot / PAGE_SLOTS))
    }
    return this.writePages(pages)
  }

  /** @throws SearchRejected for a facet or sort the index does not have. */
  search(asked: SearchQuery, read: QueryReader): SearchPage {
    const query = checkQuery(this.definition.name, asked)
    const lexicon = lexiconOf(this.vocabulary, this.columns.documents)
    const units = read(queryWords(query.text), lexicon)
    const weights = queryWeights(units, lexicon)
    const slotOf = (id: string) => this.file.find(id)?.slot
    const answer = answerQuery(this.definition, this.columns, this.postings, query, units, weights, slotOf)
    const marks = marksFor(this.definition, units)
    const groupOf = this.definition.groupBy ? this.columns.facets.get(this.definition.groupBy)! : null
    const hits: SearchHit[] = []
    for (const slot of answer.slots) {
      const stored = this.file.read(slot)
      if (!stored) continue
      const group = groupOf ? (groupOf.valuesAt(slot)[0] ?? null) : null
      hits.push({ id: stored.id, group, highlights: marks(this.documentOf(stored)) })
    }
    const { total, documents, page, facets, matched } = answer
    return { hits, total, documents, page, facets, matched, answeredBy: 'embedded', standIn: false }
  }

  /** Every document as it stands in the file and the columns; facets without a value are left out. */
  *documents(): Generator<SearchDocument> {
    for (const stored of this.file.documents()) yield this.documentOf(stored)
  }

  private documentOf({ slot, id, handle, texts }: StoredDocument): SearchDocument {
    const text = JSON.parse(texts) as SearchDocument['text']
    return { id, ...(handle === null ? {} : { handle }), text, ...this.columns.at(slot) }
  }

  private putOne(document: SearchDocument): number | null {
    const known = this.file.find(document.id)
    const slot = known?.slot ?? this.nextSlot++
    const stored = { slot, id: document.id, handle: document.handle ?? null, texts: JSON.stringify(document.text) }
    const sameTexts = known?.texts === stored.texts
    if (sameTexts && known.handle === stored.handle && this.columns.holds(slot, document)) return null
    const before = known ? this.documentOf(known) : null
    for (const { facet, number, values } of this.columns.place(slot, document)) this.file.addSet(facet, number, values)
    const words = storedFields(this.definition).map((field) => indexText(document.text[field.key] ?? ''))
    if (known) this.file.replace(stored, sameTexts ? null : words)
    else this.file.insert(stored, words)
    this.changeWords(slot, before, document)
    return slot
  }

  private changeWords(slot: number, before: SearchDocument | null, after: SearchDocument | null): void {
    if (this.building) return
    const old = wordsOf(this.definition.fields, before)
    const now = wordsOf(this.definition.fields, after)
    for (const term of old) if (!now.has(term)) this.vocabulary.remove(term)
    for (const term of now) if (!old.has(term)) this.vocabulary.add(term)
    const byLevel = (document: SearchDocument | null) =>
      LEVELS.map((level) =>
        wordsOf(
          storedFields(this.definition).filter((field) => field.level <= level),
          document,
        ),
      )
    const [storedBefore, storedNow] = [byLevel(before), byLevel(after)]
    this.storeWords(storedBefore.at(-1)!, storedNow.at(-1)!)
    this.postings.update(slot, storedBefore, storedNow)
  }

  private storeWords(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const term of before) if (!after.has(term)) this.file.changeWord(term, -1)
    for (const term of after) if (!before.has(term)) this.file.changeWord(term, 1)
  }

  private writePages(pages: ReadonlySet<number>): boolean {
    for (const page of pages) this.file.writePage(page, this.columns.encodePage(page))
    return pages.size > 0
  }
}

function wordsOf(fields: readonly FieldDefinition[], document: SearchDocument | null): Set<string> {
  const words = new Set<string>()
  if (document === null) return words
  for (const field of fields) {
    for (const word of indexText(fieldText(field, document)).split(' ')) if (word !== '') words.add(word)
  }
  return words
}
