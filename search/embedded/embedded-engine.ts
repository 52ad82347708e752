import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import type {
  EngineStatus,
  IndexName,
  IndexStatus,
  LogBatch,
  SearchDocument,
  SearchEngine,
  SearchPage,
  SearchQuery,
} from '../engine.ts'
import { SearchUnavailable } from '../engine.ts'
import { INDEX_NAMES, INDEXES } from '../indexes.ts'
import { expand, type QueryReader } from '../text/expand.ts'
import { turn } from '../turn.ts'
import { EmbeddedIndex } from './embedded-index.ts'

/** Raised whenever the tables or what stands in them change; an older file is thrown away and filled again. */
const FILE_VERSION = 6
/** Documents of one transaction while an index is built aside. */
const BUILD_BATCH = 10_000

interface IndexRow {
  readonly generation: number
  readonly cursor: number
  readonly revision: number
}

export interface EmbeddedEngine extends SearchEngine {
  /** Does a little work that makes later queries quicker; false when there is none left. */
  warmStep(): boolean
  close(): void
}

/**
 * The engine without a server: one SQLite file, the rest in memory. Its calls block while they work, so the web process
 * runs it in a worker (worker-client.ts). Several processes may use one file; each notices what the others committed.
 * @param read how a query is read; another way than the usual one is for comparing (tests/eval).
 * @throws SearchUnavailable when the file cannot be opened.
 */
export function createEmbeddedEngine(file: string, read: QueryReader = expand): EmbeddedEngine {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    try {
      return engineOn(file, read)
    } catch (error) {
      if (!isDamaged(error)) throw error
      // why: nothing stands in it that the database does not know; it is filled anew
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      return engineOn(file, read)
    }
  } catch (error) {
    throw new SearchUnavailable('the search file cannot be opened', { cause: error })
  }
}

function engineOn(file: string, read: QueryReader): FileEngine {
  const sqlite = new SQLite(file)
  try {
    sqlite.pragma('busy_timeout = 10000')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = NORMAL')
    sqlite.pragma('cache_size = -65536')
    sqlite.pragma('mmap_size = 1073741824')
    return new FileEngine(sqlite, read)
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function isDamaged(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === 'SQLITE_NOTADB' || (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT'))
}

/** A younger index has taken the place of one that was still being built; it holds all that this one would have. */
class Superseded extends Error {}

class FileEngine implements EmbeddedEngine {
  private readonly indexes = new Map<IndexName, EmbeddedIndex>()
  private readonly revisions = new Map<IndexName, number>()
  private dataVersion = -1

  constructor(
    private readonly sqlite: SQLite.Database,
    private readonly read: QueryReader,
  ) {
    this.write(() => this.prepareFile())
    this.refresh()
  }

  async search(index: IndexName, query: SearchQuery): Promise<SearchPage> {
    // why: in one read transaction, so that no other process swaps the tables between two statements
    return this.sqlite.transaction(() => {
      this.refresh()
      return this.indexes.get(index)!.search(query, this.read)
    })()
  }

  async put(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    this.change(index, cursor, (target) => target.put(documents))
  }

  async apply(index: IndexName, { documents, gone, after, cursor }: LogBatch): Promise<void> {
    this.change(index, undefined, (target) => {
      const now = this.row(index).cursor
      // why: another process may have been quicker, or have swapped in an index that is true only up to an earlier position
      if (now < after || now >= cursor) return false
      const removed = target.remove(gone)
      const changed = target.put(documents) || removed
      this.sqlite.prepare('update index_meta set cursor = ? where name = ?').run(cursor, index)
      return changed
    })
  }

  async remove(index: IndexName, ids: readonly string[], cursor?: number): Promise<void> {
    this.change(index, cursor, (target) => target.remove(ids))
  }

  async replaceAll(
    index: IndexName,
    documents: AsyncIterable<readonly SearchDocument[]>,
    cursor: number,
  ): Promise<void> {
    const next = this.write(() => {
      const aside = this.createAside(index)
      aside.startBuild()
      return aside
    })
    try {
      await this.fill(next, documents)
      this.writeTo(next, () => next.finishBuild())
      this.writeTo(next, () => this.swapIn(next, cursor))
    } catch (error) {
      if (error instanceof Superseded) return
      throw error
    }
    this.indexes.set(index, next)
    this.revisions.set(index, this.row(index).revision)
  }

  async status(): Promise<EngineStatus> {
    return this.sqlite.transaction((): EngineStatus => {
      this.refresh()
      const entries = INDEX_NAMES.map((name): [IndexName, IndexStatus] => [
        name,
        { documents: this.indexes.get(name)!.columns.documents, cursor: this.row(name).cursor },
      ])
      return { engine: 'embedded', up: true, indexes: Object.fromEntries(entries) as EngineStatus['indexes'] }
    })()
  }

  async claim(database: string): Promise<void> {
    if (this.owner() === database) return
    this.write(() => {
      const known = this.owner()
      if (known === database) return
      if (known !== undefined) for (const name of INDEX_NAMES) this.swapIn(this.createAside(name), 0)
      this.sqlite.exec('delete from index_owner')
      this.sqlite.prepare('insert into index_owner (database) values (?)').run(database)
    })
    this.dataVersion = -1
  }

  warmStep(): boolean {
    return [...this.indexes.values()].some((index) => index.warmStep())
  }

  close(): void {
    this.sqlite.close()
  }

  private async fill(next: EmbeddedIndex, documents: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    let waiting: SearchDocument[] = []
    const flush = () => {
      const batch = waiting
      waiting = []
      if (batch.length > 0) this.writeTo(next, () => next.put(batch))
    }
    for await (const some of documents) {
      waiting.push(...some)
      if (waiting.length >= BUILD_BATCH) flush()
      await turn()
    }
    flush()
    for (let merging = true; merging; ) {
      merging = this.writeTo(next, () => next.file.mergeStep())
      await turn()
    }
  }

  private createAside(index: IndexName): EmbeddedIndex {
    const aside = new EmbeddedIndex(this.sqlite, INDEXES[index], Math.max(...this.generationsOf(index)) + 1)
    aside.file.create()
    return aside
  }

  /** The database the documents are from; undefined while nobody said. */
  private owner(): string | undefined {
    return this.sqlite.prepare('select database from index_owner').pluck().get() as string | undefined
  }

  /** Makes a generation the one that answers. Younger ones are being built by somebody else and left alone. */
  private swapIn(next: EmbeddedIndex, cursor: number): void {
    const { name } = next.definition
    this.sqlite
      .prepare('update index_meta set generation = ?, cursor = ?, revision = revision + 1 where name = ?')
      .run(next.generation, cursor, name)
    for (const old of this.generationsOf(name)) {
      if (old < next.generation) new EmbeddedIndex(this.sqlite, INDEXES[name], old).file.drop()
    }
  }

  private change(index: IndexName, cursor: number | undefined, work: (target: EmbeddedIndex) => boolean): void {
    try {
      this.write(() => {
        this.refresh()
        const changed = work(this.indexes.get(index)!)
        this.sqlite
          .prepare('update index_meta set cursor = coalesce(?, cursor), revision = revision + ? where name = ?')
          .run(cursor ?? null, changed ? 1 : 0, index)
        this.revisions.set(index, this.row(index).revision)
      })
    } catch (error) {
      // why: what is in memory may be half changed; the next call reads the file anew
      this.revisions.delete(index)
      this.dataVersion = -1
      throw error
    }
  }

  /** Loads what another process committed since we last looked. */
  private refresh(): void {
    const version = this.sqlite.pragma('data_version', { simple: true }) as number
    if (version === this.dataVersion) return
    for (const name of INDEX_NAMES) {
      const row = this.row(name)
      if (this.revisions.get(name) === row.revision) continue
      const index = new EmbeddedIndex(this.sqlite, INDEXES[name], row.generation)
      index.load()
      this.indexes.set(name, index)
      this.revisions.set(name, row.revision)
    }
    this.dataVersion = version
  }

  private prepareFile(): void {
    if (this.sqlite.pragma('user_version', { simple: true }) !== FILE_VERSION) this.clearFile()
    this.sqlite.exec(`create table if not exists index_meta (name text primary key, generation integer not null,
      cursor integer not null, revision integer not null) strict;
      create table if not exists index_owner (database text not null) strict`)
    for (const name of INDEX_NAMES) {
      const known = this.sqlite.prepare('select 1 from index_meta where name = ?').get(name)
      if (known) continue
      new EmbeddedIndex(this.sqlite, INDEXES[name], 1).file.create()
      this.sqlite.prepare('insert into index_meta (name, generation, cursor, revision) values (?, 1, 0, 1)').run(name)
    }
    this.sqlite.pragma(`user_version = ${FILE_VERSION}`)
  }

  private clearFile(): void {
    for (const name of INDEX_NAMES) {
      for (const generation of this.generationsOf(name)) {
        new EmbeddedIndex(this.sqlite, INDEXES[name], generation).file.drop()
      }
    }
    this.sqlite.exec('drop table if exists index_meta; drop table if exists index_owner')
  }

  private generationsOf(index: IndexName): number[] {
    const tables = this.sqlite
      .prepare("select name from sqlite_schema where type = 'table' and name glob ?")
      .pluck()
      .all(`${index}_*_doc`) as string[]
    return tables.map((table) => Number(table.split('_')[1])).filter((generation) => generation > 0)
  }

  private row(index: IndexName): IndexRow {
    return this.sqlite
      .prepare('select generation, cursor, revision from index_meta where name = ?')
      .get(index) as IndexRow
  }

  private write<T>(work: () => T): T {
    return this.sqlite.transaction(work).immediate()
  }

  /** @throws Superseded when a rebuild that began later was swapped in meanwhile and cleared this one away. */
  private writeTo<T>(next: EmbeddedIndex, work: () => T): T {
    return this.write(() => {
      if (!this.generationsOf(next.definition.name).includes(next.generation)) throw new Superseded()
      return work()
    })
  }
}
