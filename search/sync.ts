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
  let applied = 0
  for (;;) {
    // why: read anew for every batch, because another process may sync or rebuild the same index at the same time
    const { documents, cursor: after } = (await engine.status()).indexes[index]
    const watermark = await getWatermark(db)
    const neverFilled = after === 0 && documents === 0 && watermark > 0
    // why: a cursor ahead of the log means that the index belongs to another database
    if (neverFilled || after > watermark) return applied + (await rebuildIndex(db, engine, index))
    const rows = await db
      .selectFrom('change_log')
      .select(['seq', 'entity_id'])
      .where('index_name', '=', index)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(SOURCE_BATCH)
      .execute()
    if (rows.length === 0) return applied
    const ids = [...new Set(rows.map((row) => row.entity_id))]
    const found = await loadDocuments(db, index, ids)
    const present = new Set(found.map((document) => document.id))
    const gone = ids.filter((id) => !present.has(id))
    await engine.apply(index, { documents: found, gone, after, cursor: Number(rows.at(-1)!.seq) })
    applied += ids.length
  }
}
