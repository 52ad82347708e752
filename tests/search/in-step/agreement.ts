import SQLite from 'better-sqlite3'
import type { Db } from '#db/client.ts'
import { changedSince, getWatermark } from '#db/queries/change-log.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { EmbeddedIndex } from '#search/embedded/embedded-index.ts'
import type { IndexName, SearchDocument, SearchEngine, SearchPage } from '#search/engine.ts'
import { INDEX_NAMES, INDEXES } from '#search/indexes.ts'
import { rebuildIndex } from '#search/rebuild.ts'
import { allDocuments } from '#search/sources.ts'

interface StoredIndex {
  readonly generation: number
  readonly cursor: number
  /** Documents as comparable texts, by id. */
  readonly documents: ReadonlyMap<string, string>
  readonly rows: number
  /** Documents that the columns call live. */
  readonly counted: number
  readonly words: ReadonlyMap<string, number>
}

/** A document as a text, whatever the order of its values and whether empty facets and numbers are named. */
function comparable({ id, handle, text, facets, sort }: SearchDocument): string {
  const values = Object.entries(facets).map(([facet, some]) => [facet, [...new Set(some)].sort()] as const)
  return JSON.stringify([
    id,
    handle ?? null,
    text,
    values.filter(([, some]) => some.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    Object.entries(sort)
      .filter(([, number]) => number > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
}

/** What stands in the file and its columns. */
function stored(sqlite: SQLite.Database, index: IndexName): StoredIndex {
  const meta = sqlite.prepare('select generation, cursor from index_meta where name = ?').get(index) as {
    generation: number
    cursor: number
  }
  const table = `${index}_${meta.generation}`
  const rows = sqlite.prepare(`select count(*) from ${table}_doc`).pluck().get() as number
  const read = new EmbeddedIndex(sqlite, INDEXES[index], meta.generation)
  read.load()
  const words = sqlite.prepare(`select term, documents from ${table}_word where documents > 0`).raw().all() as [
    string,
    number,
  ][]
  return {
    ...meta,
    rows,
    documents: new Map([...read.documents()].map((document) => [document.id, comparable(document)])),
    counted: read.columns.documents,
    words: new Map(words),
  }
}

async function fromDatabase(db: Db, index: IndexName): Promise<Map<string, string>> {
  const documents = new Map<string, string>()
  for await (const batch of allDocuments(db, index)) {
    for (const document of batch) documents.set(document.id, comparable(document))
  }
  return documents
}

/**
 * What is wrong with a search file as a killed process left it, before anybody touches it: an entity that has not changed
 * after the cursor must stand in the index exactly as it is in the database.
 */
export async function brokenPromises(db: Db, searchFile: string): Promise<string[]> {
  const sqlite = new SQLite(searchFile, { readonly: true })
  try {
    const wrong: string[] = []
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('the search file is damaged')
    for (const index of INDEX_NAMES) {
      const there = stored(sqlite, index)
      if (there.cursor > (await getWatermark(db))) wrong.push(`${index}: cursor beyond the log`)
      const open = new Set(await changedSince(db, index, there.cursor, 1_000_000))
      wrong.push(...differences(index, there, await fromDatabase(db, index), (id) => open.has(id)))
    }
    return wrong
  } finally {
    sqlite.close()
  }
}

/** What differs between the database and an index that claims to be up to date; compared with a new one down to its words. */
export async function disagreements(db: Db, searchFile: string): Promise<string[]> {
  const sqlite = new SQLite(searchFile, { readonly: true })
  const anew = createEmbeddedEngine(':memory:')
  const engine = createEmbeddedEngine(searchFile)
  try {
    const wrong: string[] = []
    for (const index of INDEX_NAMES) {
      const there = stored(sqlite, index)
      wrong.push(...differences(index, there, await fromDatabase(db, index), () => false))
      const open = await changedSince(db, index, there.cursor, 1_000_000)
      if (open!.length > 0) wrong.push(`${index}: ${open!.length} changes beyond the cursor`)
      await rebuildIndex(db, anew, index)
      for (const text of ['', 'keripik', 'nomor', 'penawaran', 'kripik batik']) {
        const [mine, wanted] = [await everything(engine, index, text), await everything(anew, index, text)]
        if (JSON.stringify(mine) !== JSON.stringify(wanted)) wrong.push(`${index}: another answer to "${text}"`)
      }
      wrong.push(...otherWords(sqlite, index, there))
    }
    return wrong
  } finally {
    engine.close()
    anew.close()
    sqlite.close()
  }
}

function differences(
  index: IndexName,
  there: StoredIndex,
  wanted: ReadonlyMap<string, string>,
  isOpen: (id: string) => boolean,
): string[] {
  const wrong: string[] = []
  if (there.rows !== there.documents.size || there.counted !== there.rows)
    wrong.push(`${index}: ${there.rows} rows, ${there.counted} live, of ${there.documents.size} documents`)
  for (const id of new Set([...wanted.keys(), ...there.documents.keys()])) {
    if (isOpen(id) || there.documents.get(id) === wanted.get(id)) continue
    if (!there.documents.has(id)) wrong.push(`${index}: ${id} is lost`)
    else if (!wanted.has(id)) wrong.push(`${index}: ${id} should be gone`)
    else wrong.push(`${index}: ${id} is out of date`)
  }
  return wrong
}

/** Words whose number of documents is not what the documents themselves say. */
function otherWords(sqlite: SQLite.Database, index: IndexName, there: StoredIndex): string[] {
  const table = `${index}_${there.generation}`
  const indexed = sqlite.prepare(`select count(*) from ${table}_fts`).pluck().get() as number
  const wrong = indexed === there.rows ? [] : [`${index}: ${indexed} texts of ${there.rows} documents`]
  const known = sqlite.prepare(`select count(*) from ${table}_vocab`).pluck().get()
  if (known !== there.words.size) wrong.push(`${index}: ${there.words.size} words counted of ${known}`)
  for (const [term, documents] of there.words) {
    const found = sqlite
      .prepare(`select count(*) from ${table}_fts where ${table}_fts match ?`)
      .pluck()
      .get(`"${term}"`)
    if (found !== documents) wrong.push(`${index}: "${term}" counted ${documents} times, found ${found} times`)
  }
  return wrong
}

/** The answer to a text with every facet, all hits of it. */
async function everything(engine: SearchEngine, index: IndexName, text: string): Promise<SearchPage> {
  const { facets } = INDEXES[index]
  const pages: SearchPage[] = []
  for (let page = 1; pages.length === 0 || page <= Math.ceil(pages[0]!.total / 200); page++) {
    pages.push(
      await engine.search(index, {
        text,
        filters: {},
        facets,
        sort: 'relevance',
        page,
        pageSize: 200,
        scope: { kind: 'all' },
      }),
    )
  }
  return { ...pages[0]!, hits: pages.flatMap((page) => page.hits) }
}
