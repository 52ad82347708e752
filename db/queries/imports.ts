import type { ExpressionBuilder } from 'kysely'
import type { Db, DbClient } from '../client.ts'
import type { ActorRow } from '../schema/actor.ts'
import type { ImportBatchRow, ImportRejectRow, NewImportBatch } from '../schema/import.ts'
import type { Database } from '../schema/index.ts'

/** Opens a load, of which nothing is known yet but the file. */
export async function insertImportBatch(
  db: Db,
  batch: Pick<NewImportBatch, 'id' | 'file_name' | 'sha256' | 'status' | 'mapping' | 'created_at' | 'regency_code'>,
): Promise<void> {
  const none = { rows_total: 0, rows_new: 0, rows_changed: 0, rows_same: 0, rows_rejected: 0 }
  await db
    .insertInto('import_batch')
    .values({ ...batch, ...none, failure: null, finished_at: null })
    .execute()
}

export async function getImportBatch(db: Db, id: string): Promise<ImportBatchRow | undefined> {
  return db.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Loads of an office (the code of a kabupaten or kota), or of the ministry and the terminal (null). */
function ofOffice(office: string | null) {
  return (eb: ExpressionBuilder<Database, 'import_batch'>) =>
    office === null ? eb('regency_code', 'is', null) : eb('regency_code', '=', office)
}

/** A load of an office; those of others are as if they were not there. */
export async function getImportBatchOf(db: Db, office: string | null, id: string): Promise<ImportBatchRow | undefined> {
  return db.selectFrom('import_batch').selectAll().where('id', '=', id).where(ofOffice(office)).executeTakeFirst()
}

/** The loads of an office, the latest first. */
export async function findImportBatches(db: Db, office: string | null, limit = 20): Promise<ImportBatchRow[]> {
  return db
    .selectFrom('import_batch')
    .selectAll()
    .where(ofOffice(office))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Loads of an office whose files have the same bytes and that ended well, the latest first. */
export async function findFinishedImports(db: Db, office: string | null, sha256: string): Promise<ImportBatchRow[]> {
  return db
    .selectFrom('import_batch')
    .selectAll()
    .where('sha256', '=', sha256)
    .where(ofOffice(office))
    .where('status', '=', 'done')
    .orderBy('created_at', 'desc')
    .execute()
}

/** Loads that are neither finished nor given up. */
export async function findOpenImports(db: Db): Promise<ImportBatchRow[]> {
  return db.selectFrom('import_batch').selectAll().where('status', 'in', ['preview', 'running']).execute()
}

export async function updateImportBatch(
  db: Db,
  id: string,
  values: Partial<Omit<NewImportBatch, 'id' | 'created_at'>>,
): Promise<void> {
  await db.updateTable('import_batch').set(values).where('id', '=', id).execute()
}

/**
 * Ends a load that did not come through.
 * @returns false when it has ended in the meantime; it stays as it is then.
 */
export async function endImportBatch(
  db: Db,
  id: string,
  end: { readonly status: 'failed' | 'cancelled'; readonly failure: string | null; readonly finished_at: string },
): Promise<boolean> {
  const result = await db
    .updateTable('import_batch')
    .set(end)
    .where('id', '=', id)
    .where('status', 'in', ['preview', 'running'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/**
 * Moves a load from one state to the next.
 * @returns false when it is no longer in the state expected, so that two clicks do the work once.
 */
export async function moveImportBatch(
  db: Db,
  id: string,
  from: ImportBatchRow['status'],
  to: ImportBatchRow['status'],
): Promise<boolean> {
  const result = await db
    .updateTable('import_batch')
    .set({ status: to })
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Rows that were not taken, in the order of the file; `after` is the row number of the last page. */
export async function findImportRejects(
  db: Db,
  batchId: string,
  page: { after?: number; limit: number },
): Promise<ImportRejectRow[]> {
  return db
    .selectFrom('import_reject')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('row_number', '>', page.after ?? 0)
    .orderBy('row_number')
    .limit(page.limit)
    .execute()
}

export async function deleteImportRejects(db: Db, batchId: string): Promise<void> {
  await db.deleteFrom('import_reject').where('batch_id', '=', batchId).execute()
}

/**
 * Forgets the rejected rows of loads that ended before an instant; they hold names, and are mended within days or never.
 * @returns how many rows were removed.
 */
export async function deleteOldImportRejects(db: Db, before: string): Promise<number> {
  const result = await db
    .deleteFrom('import_reject')
    .where('batch_id', 'in', (eb) => eb.selectFrom('import_batch').select('id').where('finished_at', '<', before))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/**
 * Finds actors by natural key through one prepared statement, for files of a hundred thousand rows. Names are not read.
 * @returns a function from key to row, undefined when nobody has that key.
 */
export function actorByNaturalKey(client: DbClient): (key: string) => ActorRow | undefined {
  const statement = client.sqlite.prepare(
    'select actor.* from actor_identity join actor on actor.id = actor_identity.actor_id where natural_key = ?',
  )
  return (key) => statement.get(key) as ActorRow | undefined
}
