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
