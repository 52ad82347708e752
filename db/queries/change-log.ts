import type { Db } from '../client.ts'

/** `uptake`: what became of an offer here (places taken, answers, outcomes), as against what its partner states of it. */
export type ChangeKind = 'offers' | 'actors' | 'uptake'

/** Appends one row for each id; call it in the transaction of the change itself. */
export async function logChanges(
  trx: Db,
  index: ChangeKind,
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

/** The position of the last change of a kind, 0 when there is none: changes of the others leave it alone. */
export async function lastChangeOf(db: Db, index: ChangeKind): Promise<number> {
  const row = await db
    .selectFrom('change_log')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('index_name', '=', index)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

/** What has changed after a position, each id once; null when it is more than `most`. */
export async function changedSince(
  db: Db,
  index: 'offers' | 'actors',
  after: number,
  most: number,
): Promise<string[] | null> {
  const rows = await db
    .selectFrom('change_log')
    .select('entity_id')
    .distinct()
    .where('index_name', '=', index)
    .where('seq', '>', after)
    .limit(most + 1)
    .execute()
  return rows.length > most ? null : rows.map((row) => row.entity_id)
}

/** What was removed from an index after a position. */
export async function removedSince(db: Db, index: 'offers' | 'actors', after: number): Promise<string[]> {
  const rows = await db
    .selectFrom('change_log')
    .select('entity_id')
    .where('seq', '>', after)
    .where('index_name', '=', index)
    .where('op', '=', 'remove')
    .execute()
  return rows.map((row) => row.entity_id)
}

/** The instant at which each of these was last changed; those that never were are left out. */
export async function lastChangesOf(
  db: Db,
  index: 'offers' | 'actors',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const last = new Map<string, string>()
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom('change_log')
      .select((eb) => ['entity_id', eb.fn.max('at').as('at')])
      .where('index_name', '=', index)
      .where('entity_id', 'in', ids.slice(start, start + 500))
      .groupBy('entity_id')
      .execute()
    for (const row of rows) last.set(row.entity_id, row.at)
  }
  return last
}
