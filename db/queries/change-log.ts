import type { Db } from '../client.ts'

/** Appends one row for each id; call it in the transaction of the change itself. */
export async function logChanges(
  trx: Db,
  index: 'offers' | 'actors',
  ids: readonly string[],
  at: string,
  op: 'put' | 'remove' = 'put',
): Promise<void> {
  // why: SQLite allows a limited number of bound values in one statement
  for (let start = 0; start < ids.length; start += 500) {
    await trx
      .insertInto('change_log')
      .values(ids.slice(start, start + 500).map((id) => ({ index_name: index, entity_id: id, op, at })))
      .execute()
  }
}

/** The position of the last change, 0 when there is none. */
export async function getWatermark(db: Db): Promise<number> {
  const row = await db
    .selectFrom('change_log')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}
