import type { Db } from '../client.ts'

/** The stored value of a setting, read as JSON; undefined when it was never set. */
export async function getSetting<Value>(db: Db, key: string): Promise<Value | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row && (JSON.parse(row.value) as Value)
}

/** Stores a value as JSON under a key, in place of what stood there. */
export async function putSetting(db: Db, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

/**
 * Stores a value in place of a known one; undefined stands for none.
 * @returns false when another value stands there by now, which is then left alone.
 */
export async function exchangeSetting(db: Db, key: string, known: unknown, value: unknown): Promise<boolean> {
  const text = JSON.stringify(value)
  if (known === undefined) {
    const stored = await db
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    return Number(stored.numInsertedOrUpdatedRows ?? 0) > 0
  }
  const stored = await db
    .updateTable('setting')
    .set({ value: text })
    .where('key', '=', key)
    .where('value', '=', JSON.stringify(known))
    .executeTakeFirst()
  return Number(stored.numUpdatedRows) > 0
}

/** The name this database was given when it was made; undefined only before its migrations have run. */
export function databaseId(db: Db): Promise<string | undefined> {
  return getSetting<string>(db, 'database-id')
}
