import type { Meilisearch } from 'meilisearch'
import type { IndexName, IndexStatus, LogBatch, SearchDocument } from '../engine.ts'
import { INDEX_NAMES, INDEXES } from '../indexes.ts'
import type { Turns } from '../writer-turns.ts'
import { documentKey, LAYOUT, PRIMARY_KEY, type StoredDocument, storedDocument } from './document.ts'
import { isMissing, MeilisearchUnavailable } from './errors.ts'
import { changedSettings, settingsOf } from './settings.ts'
import { finished } from './task.ts'

/** Documents of one request while an index is built aside; some megabytes. */
const BUILD_BATCH = 5_000
/** Requests the server may have waiting: enough to be busy, few enough to notice a failure soon. */
const BUILD_AHEAD = 4
/** An index that was being built and is this old was left behind by a process that died. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000
const POSITION_KEY = 'index'

interface Position {
  readonly index: IndexName
  readonly cursor: number
  readonly layout: number
  /** The database the documents are from; null when nobody said. */
  readonly database: string | null
}

/**
 * Writes indexes, waits for the server's tasks, and only then moves the cursor. The cursor is a document of the same server,
 * in a small index beside that of the documents: when the server is restored from an older copy, its cursor goes back with
 * it and the change log fills the gap; and a new index is swapped in together with the position up to which it is true.
 */
export class IndexWriter {
  private readonly prepared = new Set<IndexName>()
  private database: string | null = null

  /** @param turns keeps others from writing between our look at a position and our moving it. */
  constructor(
    private readonly admin: Meilisearch,
    private readonly prefix: string,
    private readonly turns: Turns,
  ) {}

  uidOf = (index: IndexName): string => `${this.prefix}_${index}`

  /** Which database the documents to come are from. @throws MeilisearchUnavailable when an index holds another one's. */
  async claim(database: string): Promise<void> {
    this.database = database
    for (const index of INDEX_NAMES) await this.positionOf(index)
  }

  /** Makes the index when it is missing and brings its settings up to the code's; once in a process. */
  async prepare(index: IndexName): Promise<void> {
    if (this.prepared.has(index)) return
    await this.ensure(this.uidOf(index), PRIMARY_KEY)
    await this.applySettings(this.uidOf(index), index)
    this.prepared.add(index)
  }

  /** Forgets what it prepared; after an error the server may be another one. */
  forget(): void {
    this.prepared.clear()
  }

  put(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    return this.turns(() => this.add(index, documents, cursor))
  }

  /** The server has no transactions: the cursor moves last, so that a batch cut short is taken up again. */
  apply(index: IndexName, { documents, gone, after, cursor }: LogBatch): Promise<void> {
    return this.turns(async () => {
      const now = (await this.statusOf(index)).cursor
      if (now < after || now >= cursor) return
      await this.delete(index, gone)
      await this.add(index, documents, cursor)
    })
  }

  remove(index: IndexName, ids: readonly string[], cursor?: number): Promise<void> {
    return this.turns(() => this.delete(index, ids, cursor))
  }

  private async add(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    await this.prepare(index)
    if (documents.length > 0) {
      const stored = documents.map((document) => storedDocument(INDEXES[index], document))
      await finished(this.admin, this.target(this.uidOf(index)).addDocuments(stored))
    }
    if (cursor !== undefined) await this.moveTo(this.uidOf(index), index, cursor)
  }

  private async delete(index: IndexName, ids: readonly string[], cursor?: number): Promise<void> {
    await this.prepare(index)
    if (ids.length > 0) {
      await finished(this.admin, this.target(this.uidOf(index)).deleteDocuments(ids.map(documentKey)))
    }
    if (cursor !== undefined) await this.moveTo(this.uidOf(index), index, cursor)
  }

  async replaceAll(
    index: IndexName,
    documents: AsyncIterable<readonly SearchDocument[]>,
    cursor: number,
  ): Promise<void> {
    await this.prepare(index)
    await this.clearLeftBehind(index)
    const aside = `${this.uidOf(index)}_new_${Date.now().toString(36)}`
    try {
      await this.ensure(aside, PRIMARY_KEY)
      await this.applySettings(aside, index)
      await this.fill(aside, index, documents)
      await this.moveTo(aside, index, cursor)
      await this.ensure(positionsOf(this.uidOf(index)), POSITION_KEY)
      await this.turns(() => this.swapIn(index, aside))
    } finally {
      // why: what made the build fail is worth more than that its remains could not be cleared
      for (const uid of [aside, positionsOf(aside)]) await this.drop(uid).catch(() => {})
    }
  }

  /** An index of another layout, or without a position of its own, counts as empty, so that it is filled anew. */
  async statusOf(index: IndexName): Promise<IndexStatus> {
    const position = await this.positionOf(index)
    const stats = await orMissing(this.admin.index(this.uidOf(index)).getStats())
    if (stats === null || position === null || position.layout !== LAYOUT) return { documents: 0, cursor: 0 }
    return { documents: stats.numberOfDocuments, cursor: position.cursor }
  }

  private async positionOf(index: IndexName): Promise<Position | null> {
    const positions = this.admin.index<Position>(positionsOf(this.uidOf(index)))
    const position = await orMissing(positions.getDocument(index))
    const other = position?.database ?? null
    if (this.database === null || other === null || other === this.database) return position
    throw new MeilisearchUnavailable(
      'fault',
      `the index ${this.uidOf(index)} belongs to another database; give this installation a MEILI_PREFIX of its own`,
    )
  }

  /** One task of the server, done whole or not at all: from the old documents and position to the new ones. */
  private async swapIn(index: IndexName, aside: string): Promise<void> {
    await this.positionOf(index)
    const pairs: [string, string][] = [
      [this.uidOf(index), aside],
      [positionsOf(this.uidOf(index)), positionsOf(aside)],
    ]
    await finished(this.admin, this.admin.swapIndexes(pairs.map((indexes) => ({ indexes, rename: false }))))
  }

  /** Deletes every index of this prefix. For tests and for an operator who gives Meilisearch up. */
  async dropAll(): Promise<void> {
    const { results } = await this.admin.getRawIndexes({ limit: 1000 })
    for (const { uid } of results) if (uid.startsWith(`${this.prefix}_`)) await this.drop(uid)
    this.forget()
  }

  private async fill(
    aside: string,
    index: IndexName,
    documents: AsyncIterable<readonly SearchDocument[]>,
  ): Promise<void> {
    const sent: Promise<unknown>[] = []
    let waiting: StoredDocument[] = []
    const send = async () => {
      const batch = waiting
      waiting = []
      if (batch.length === 0) return
      if (sent.length >= BUILD_AHEAD) await sent.shift()
      const task = finished(this.admin, this.target(aside).addDocuments(batch))
      task.catch(() => {})
      sent.push(task)
    }
    for await (const some of documents) {
      for (const document of some) waiting.push(storedDocument(INDEXES[index], document))
      if (waiting.length >= BUILD_BATCH) await send()
    }
    await send()
    await Promise.all(sent)
  }

  /** Says up to where the documents of `uid` are true. */
  private async moveTo(uid: string, index: IndexName, cursor: number): Promise<void> {
    const position: Position = { index, cursor, layout: LAYOUT, database: this.database }
    const positions = this.admin.index<Position>(positionsOf(uid))
    await finished(this.admin, positions.addDocuments([position], { primaryKey: POSITION_KEY }))
  }

  private async ensure(uid: string, primaryKey: string): Promise<void> {
    if ((await orMissing(this.admin.getRawIndex(uid))) !== null) return
    await finished(this.admin, this.admin.createIndex(uid, { primaryKey }))
  }

  private async applySettings(uid: string, index: IndexName): Promise<void> {
    const changed = changedSettings(settingsOf(index), await this.admin.index(uid).getSettings())
    if (Object.keys(changed).length === 0) return
    await finished(this.admin, this.admin.index(uid).updateSettings(changed))
  }

  private async clearLeftBehind(index: IndexName): Promise<void> {
    const { results } = await this.admin.getRawIndexes({ limit: 1000 })
    for (const { uid, createdAt } of results) {
      const age = Date.now() - new Date(createdAt).getTime()
      if (uid.startsWith(`${this.uidOf(index)}_new_`) && age > LEFT_BEHIND_MS) await this.drop(uid)
    }
  }

  private async drop(uid: string): Promise<void> {
    await orMissing(this.admin.getRawIndex(uid).then(() => finished(this.admin, this.admin.deleteIndex(uid))))
  }

  private target(uid: string) {
    return this.admin.index<StoredDocument>(uid)
  }
}

/** The index that says up to where the documents of an index are true. */
function positionsOf(uid: string): string {
  return `${uid}_position`
}

async function orMissing<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
