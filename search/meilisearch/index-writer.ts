import type { Meilisearch } from 'meilisearch'
import type { IndexName, IndexStatus, LogBatch, SearchDocument } from '../engine.ts'
import { INDEXES } from '../indexes.ts'
import { documentKey, LAYOUT, PRIMARY_KEY, type StoredDocument, storedDocument } from './document.ts'
import { isMissing } from './errors.ts'
import { changedSettings, settingsOf } from './settings.ts'
import { finished } from './task.ts'

/** Documents of one request while an index is built aside; some megabytes. */
const BUILD_BATCH = 5_000
/** Requests the server may have waiting: enough to be busy, few enough to notice a failure soon. */
const BUILD_AHEAD = 4
/** An index that was being built and is this old was left behind by a process that died. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000

interface Position {
  readonly index: IndexName
  readonly cursor: number
  readonly layout: number
}

/**
 * Writes indexes, waits for the server's tasks, and only then moves the cursor. The cursor is a document of the same server:
 * when the server is restored from an older copy, its cursor goes back with it and the change log fills the gap.
 */
export class IndexWriter {
  private readonly prepared = new Set<IndexName>()

  constructor(
    private readonly admin: Meilisearch,
    private readonly prefix: string,
  ) {}

  uidOf = (index: IndexName): string => `${this.prefix}_${index}`

  private get positions(): string {
    return `${this.prefix}_positions`
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

  async put(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    await this.prepare(index)
    if (documents.length > 0) {
      const stored = documents.map((document) => storedDocument(INDEXES[index], document))
      await finished(this.admin, this.target(this.uidOf(index)).addDocuments(stored))
    }
    if (cursor !== undefined) await this.moveTo(index, cursor)
  }

  /** The server has no transactions: the cursor moves last, so that a batch cut short is taken up again. */
  async apply(index: IndexName, { documents, gone, after, cursor }: LogBatch): Promise<void> {
    const now = (await this.statusOf(index)).cursor
    if (now < after || now >= cursor) return
    await this.remove(index, gone)
    await this.put(index, documents, cursor)
  }

  async remove(index: IndexName, ids: readonly string[], cursor?: number): Promise<void> {
    await this.prepare(index)
    if (ids.length > 0) {
      await finished(this.admin, this.target(this.uidOf(index)).deleteDocuments(ids.map(documentKey)))
    }
    if (cursor !== undefined) await this.moveTo(index, cursor)
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
      await finished(this.admin, this.admin.swapIndexes([{ indexes: [this.uidOf(index), aside], rename: false }]))
      await this.moveTo(index, cursor)
    } finally {
      // why: what made the build fail is worth more than that its remains could not be cleared
      await this.drop(aside).catch(() => {})
    }
  }

  /** An index of another layout counts as empty, so that it is filled anew. */
  async statusOf(index: IndexName): Promise<IndexStatus> {
    const position = await orMissing(this.admin.index<Position>(this.positions).getDocument(index))
    const stats = await orMissing(this.admin.index(this.uidOf(index)).getStats())
    if (stats === null || (position !== null && position.layout !== LAYOUT)) return { documents: 0, cursor: 0 }
    return { documents: stats.numberOfDocuments, cursor: position?.cursor ?? 0 }
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

  private async moveTo(index: IndexName, cursor: number): Promise<void> {
    const position: Position = { index, cursor, layout: LAYOUT }
    await finished(
      this.admin,
      this.admin.index<Position>(this.positions).addDocuments([position], { primaryKey: 'index' }),
    )
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

async function orMissing<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
