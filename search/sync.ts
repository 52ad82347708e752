import type { Db } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import type { IndexName, SearchEngine } from './engine.ts'
import { INDEX_NAMES } from './indexes.ts'
import { rebuildIndex } from './rebuild.ts'
import { loadDocuments, SOURCE_BATCH } from './sources.ts'

export interface SyncResult {
  /** Documents written or removed, counting each once a batch. */
  readonly applied: number
  /** The last position of the change log that the engine has seen. */
  readonly cursor: number
}

/**
 * Brings every index up to the change log. Each batch re-reads its rows, so that it can be repeated without harm, and moves
 * the cursor together with the documents: a process killed anywhere in between goes on from where the index truly is.
 */
export async function syncAll(db: Db, engine: SearchEngine): Promise<SyncResult> {
  let applied = 0
  for (const index of INDEX_NAMES) applied += await syncIndex(db, engine, index)
  return { applied, cursor: await getWatermark(db) }
}

async function syncIndex(db: Db, engine: SearchEngine, index: IndexName): Promise<number> {
  const { documents, cursor: start } = (await engine.status()).indexes[index]
  const watermark = await getWatermark(db)
  const neverFilled = start === 0 && documents === 0 && watermark > 0
  // why: a cursor ahead of the log means that the index belongs to another database
  if (neverFilled || start > watermark) return rebuildIndex(db, engine, index)
  let applied = 0
  for (let cursor = start; ; ) {
    const rows = await db
      .selectFrom('change_log')
      .select(['seq', 'entity_id'])
      .where('index_name', '=', index)
      .where('seq', '>', cursor)
      .orderBy('seq')
      .limit(SOURCE_BATCH)
      .execute()
    if (rows.length === 0) return applied
    const ids = [...new Set(rows.map((row) => row.entity_id))]
    const found = await loadDocuments(db, index, ids)
    const present = new Set(found.map((document) => document.id))
    const gone = ids.filter((id) => !present.has(id))
    if (gone.length > 0) await engine.remove(index, gone)
    cursor = Number(rows.at(-1)!.seq)
    await engine.put(index, found, cursor)
    applied += ids.length
  }
}
