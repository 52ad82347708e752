import type SQLite from 'better-sqlite3'
import type { SearchDocument, SearchHit, SearchPage, SearchQuery } from '../engine.ts'
import { checkQuery, type IndexDefinition, LEVELS } from '../indexes.ts'
import { relativesOf } from '../text/affixes.ts'
import { type Alternative, expand, type Lexicon, type QueryUnit } from '../text/expand.ts'
import { highlight } from '../text/highlight.ts'
import { queryWords } from '../text/query-terms.ts'
import { indexText } from '../text/tokens.ts'
import { answerQuery } from './answer-query.ts'
import { IndexColumns, PAGE_SLOTS } from './index-columns.ts'
import { IndexFile } from './index-file.ts'
import { Postings } from './postings.ts'
import { Vocabulary } from './vocabulary.ts'

/** Words in fewer documents are no target of a typo, once the index is large enough for rare words to be typos themselves. */
const TYPO_LEAST_DOCUMENTS = 3
const LARGE_INDEX = 5_000
/** A stem in fewer documents is too often a chance remainder to be a root. */
const ROOT_LEAST_DOCUMENTS = 5
const MOST_NEIGHBOURS = 20

/** One generation of one index: its tables, and its columns and words in memory. */
export class EmbeddedIndex {
  readonly file: IndexFile
  columns: IndexColumns
  vocabulary = new Vocabulary()
  readonly postings: Postings
  private nextSlot = 1
  private building = false

  constructor(
    sqlite: SQLite.Database,
    readonly definition: IndexDefinition,
    readonly generation: number,
  ) {
    this.file = new IndexFile(sqlite, definition, generation)
    this.columns = new IndexColumns(definition)
    this.postings = new Postings(this.file, () => this.columns.words)
  }

  /** Reads everything the file has into memory; also the way back after a failed write. */
  load(): void {
    this.columns = new IndexColumns(this.definition)
    this.postings.clear()
    for (const { facet, values } of this.file.sets()) this.columns.facets.get(facet)?.addSet(values)
    for (const { page, data } of this.file.pages()) this.columns.decodePage(page, data)
    this.nextSlot = this.file.lastSlot() + 1
    this.columns.finishLoad(this.nextSlot - 1)
    this.loadWords()
  }

  private loadWords(): void {
    this.vocabulary = new Vocabulary()
    for (const [term, documents] of this.file.vocabulary()) this.vocabulary.add(term, documents)
  }

  /** While an index is built nobody searches it, so its words are counted once, at the end. */
  startBuild(): void {
    this.building = true
    this.file.buildMode(true)
  }

  finishBuild(): void {
    this.building = false
    this.file.buildMode(false)
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

  /** Removes documents; ids that are not there are ignored. Inside a transaction, as `put`. */
  remove(ids: readonly string[]): boolean {
    const pages = new Set<number>()
    for (const id of ids) {
      const stored = this.file.find(id)
      if (!stored) continue
      const old = JSON.parse(stored.body) as SearchDocument
      this.file.delete(stored.slot)
      this.columns.displace(stored.slot)
      this.changeWords(stored.slot, this.textsOf(old), [])
      pages.add(Math.floor(stored.slot / PAGE_SLOTS))
    }
    return this.writePages(pages)
  }

  /** @throws SearchRejected for a facet or sort the index does not have. */
  search(asked: SearchQuery): SearchPage {
    const query = checkQuery(this.definition.name, asked)
    const units = expand(queryWords(query.text), this.lexicon())
    const answer = answerQuery(this.definition, this.columns, this.postings, query, units)
    const matches = matcherOf(units)
    const groupOf = this.definition.groupBy ? this.columns.facets.get(this.definition.groupBy)! : null
    const hits: SearchHit[] = []
    for (const slot of answer.slots) {
      const stored = this.file.read(slot)
      if (!stored) continue
      const group = groupOf ? (groupOf.valuesAt(slot)[0] ?? null) : null
      hits.push({ id: stored.id, group, highlights: matches ? this.highlights(stored.body, matches) : {} })
    }
    const { total, documents, page, facets, matched } = answer
    return { hits, total, documents, page, facets, matched, answeredBy: 'embedded', standIn: false }
  }

  private lexicon(): Lexicon {
    const { vocabulary } = this
    const large = this.columns.documents >= LARGE_INDEX
    const least = large ? TYPO_LEAST_DOCUMENTS : 1
    const isRoot = (stem: string) => vocabulary.documents(stem) >= (large ? ROOT_LEAST_DOCUMENTS : 2)
    return {
      neighbours: (term) => vocabulary.neighbours(term, least, MOST_NEIGHBOURS).map((near) => near.term),
      relatives: (term) => relativesOf(term, isRoot, (form) => vocabulary.documents(form) > 0),
    }
  }

  private putOne(document: SearchDocument): number | null {
    const body = JSON.stringify(document)
    const stored = this.file.find(document.id)
    if (stored?.body === body) return null
    const texts = this.textsOf(document)
    const slot = stored?.slot ?? this.nextSlot++
    for (const { facet, number, values } of this.columns.place(slot, document)) this.file.addSet(facet, number, values)
    if (stored) this.file.replace(slot, body, texts)
    else this.file.insert(slot, document.id, body, texts)
    this.changeWords(slot, stored ? this.textsOf(JSON.parse(stored.body) as SearchDocument) : [], texts)
    return slot
  }

  /** The texts of a document as the inverted index stores them, in the order of the fields. */
  private textsOf(document: SearchDocument): string[] {
    return this.definition.fields.map((field) => indexText(document.text[field.key] ?? ''))
  }

  private changeWords(slot: number, before: readonly string[], after: readonly string[]): void {
    if (this.building) return
    const old = this.wordsByLevel(before)
    const now = this.wordsByLevel(after)
    const all = LEVELS.length - 1
    for (const term of old[all]!) if (!now[all]!.has(term)) this.vocabulary.remove(term)
    for (const term of now[all]!) if (!old[all]!.has(term)) this.vocabulary.add(term)
    this.postings.update(slot, old, now)
  }

  /** For each level the words of the fields up to it. */
  private wordsByLevel(texts: readonly string[]): Set<string>[] {
    return LEVELS.map((level) => {
      const words = new Set<string>()
      for (const [at, field] of this.definition.fields.entries()) {
        if (field.level > level) continue
        for (const word of (texts[at] ?? '').split(' ')) if (word !== '') words.add(word)
      }
      return words
    })
  }

  private writePages(pages: ReadonlySet<number>): boolean {
    for (const page of pages) this.file.writePage(page, this.columns.encodePage(page))
    return pages.size > 0
  }

  private highlights(body: string, matches: (term: string) => boolean): SearchHit['highlights'] {
    const { text } = JSON.parse(body) as SearchDocument
    const found: { [key: string]: ReturnType<typeof highlight> } = {}
    for (const { key, shown } of this.definition.fields) {
      const marked = shown ? highlight(text[key] ?? '', matches) : null
      if (marked) found[key] = marked
    }
    return found as SearchHit['highlights']
  }
}

/** Whether a word of a document answers any word of the query; null when there is no query. */
function matcherOf(units: readonly QueryUnit[]): ((term: string) => boolean) | null {
  if (units.length === 0) return null
  const alternatives: Alternative[] = units.flatMap((unit) => [...unit.words.flat(), ...unit.phrase])
  const terms = new Set(alternatives.filter((one) => !one.prefix).flatMap((one) => one.terms))
  const prefixes = alternatives.filter((one) => one.prefix).flatMap((one) => one.terms)
  return (term) => terms.has(term) || prefixes.some((prefix) => term.startsWith(prefix))
}
