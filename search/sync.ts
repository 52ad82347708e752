import type { Db } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import type { IndexName, SearchEngine } from './engine.ts'
import { INDEX_NAMES } from './indexes.ts'
import { claimFor, rebuildIndex } from './rebuild.ts'
import { loadDocuments, SOURCE_BATCH } from './sources.ts'
import { turn } from './turn.ts'

export interface SyncResult {
  /** Documents written or removed, counting each once a batch. */
  readonly applied: number
  /** A position of the change log up to which every index is true; others may have written since. */
  readonly cursor: number
}

/**
 * Brings every index up to the change log. Each batch re-reads its rows, so that it can be repeated without harm, and moves
 * the cursor together with the documents: a process killed anywhere in between goes on from where the index truly is.
 * @param batch changes applied at once; between two batches whatever waits in this thread gets its turn.
 */
export async function syncAll(db: Db, engine: SearchEngine, batch = SOURCE_BATCH): Promise<SyncResult> {
  // why: read before the first index is looked at, because what is written while another one is looked at may be missed
  const cursor = await getWatermark(db)
  await claimFor(db, engine)
  let applied = 0
  for (const index of INDEX_NAMES) applied += await syncIndex(db, engine, index, batch)
  return { applied, cursor }
}

/** Where somebody writes all the time, catching up has to end at last. */
const MOST_ROUNDS = 20

/**
 * Brings an engine that is not serving up to the change log and makes it ready to serve. Both can take minutes, in which
 * others write; it is done when nothing was written since it last looked.
 */
export async function catchUp(db: Db, engine: SearchEngine & { ready(): Promise<void> }): Promise<void> {
  await syncAll(db, engine)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await engine.ready()
    if ((await syncAll(db, engine)).applied === 0) return
  }
}

async function syncIndex(db: Db, engine: SearchEngine, index: IndexName, batch: number): Promise<number> {
  let applied = 0
  for (;;) {
    // why: read anew for every batch, because another process may sync or rebuild the same index at the same time
    const { documents, cursor: after } = (await engine.status()).indexes[index]
    const watermark = await getWatermark(db)
    const neverFilled = after === 0 && documents === 0 && watermark > 0
    // why: a cursor ahead of the log means that the database is an older copy of itself
    if (neverFilled || after > watermark) {
      applied += await rebuildIndex(db, engine, index)
      continue
    }
    const rows = await db
      .selectFrom('change_log')
      .select(['seq', 'entity_id'])
      .where('index_name', '=', index)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(batch)
      .execute()
    if (rows.length === 0) return applied
    const ids = [...new Set(rows.map((row) => row.entity_id))]
    const found = await loadDocuments(db, index, ids)
    const present = new Set(found.map((document) => document.id))
    const gone = ids.filter((id) => !present.has(id))
    await engine.apply(index, { documents: found, gone, after, cursor: Number(rows.at(-1)!.seq) })
    applied += ids.length
    await turn()
  }
}
