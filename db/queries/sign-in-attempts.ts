import type { Db } from '../client.ts'

/** Failures in a row under a key, unless they began before `since`. */
export async function getFailures(
  db: Db,
  keyHash: string,
  since: string,
): Promise<{ failures: number; since: string } | undefined> {
  return db
    .selectFrom('sign_in_attempt')
    .select(['failures', 'since'])
    .where('key_hash', '=', keyHash)
    .where('since', '>', since)
    .executeTakeFirst()
}

/** Stores the count of a key in place of what stood there. */
export async function putFailures(db: Db, keyHash: string, failures: number, since: string): Promise<void> {
  await db
    .insertInto('sign_in_attempt')
    .values({ key_hash: keyHash, failures, since })
    .onConflict((conflict) => conflict.column('key_hash').doUpdateSet({ failures, since }))
    .execute()
}

/** Forgets what began before an instant. */
export async function deleteFailuresBefore(db: Db, since: string): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('since', '<=', since).execute()
}
