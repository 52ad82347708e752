import type { Db } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { databaseId } from '#db/queries/settings.ts'
import type { IndexName, SearchDocument, SearchEngine } from './engine.ts'
import { allDocuments } from './sources.ts'

/**
 * Fills a new index from the database and swaps it in. Changes made meanwhile come with the next sync, because the
 * position is taken before the first row is read.
 * @returns the number of documents.
 */
export async function rebuildIndex(
  db: Db,
  engine: SearchEngine,
  index: IndexName,
  progress: (documents: number) => void = () => {},
): Promise<number> {
  await claimFor(db, engine)
  const cursor = await getWatermark(db)
  let documents = 0
  async function* counted(): AsyncGenerator<readonly SearchDocument[]> {
    for await (const batch of allDocuments(db, index)) {
      documents += batch.length
      yield batch
      progress(documents)
    }
  }
  await engine.replaceAll(index, counted(), cursor)
  return documents
}

/** Tells the engine whose documents it gets. */
export async function claimFor(db: Db, engine: SearchEngine): Promise<void> {
  const database = await databaseId(db)
  if (database !== undefined) await engine.claim?.(database)
}
