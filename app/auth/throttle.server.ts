import type { Kysely } from 'kysely'
import { keyedHash } from '#app/lib/seal.server.ts'
import { deleteFailuresBefore, getFailures, putFailures } from '#db/queries/sign-in-attempts.ts'
import type { Database } from '#db/schema/index.ts'

const WINDOW_MS = 15 * 60_000

/** Attempts that may fail within a quarter of an hour before nobody is listened to. */
const LIMITS = {
  /** Wrong passwords for one account, from wherever. */
  account: 10,
  /** Wrong passwords from one address: an office shares one, and has many accounts. */
  address: 60,
  /** Wrong codes of the second factor, of which there are only a million. */
  code: 5,
  /** Letters for one address that forgot its password. */
  letter: 3,
}

export interface AttemptKey {
  readonly kind: keyof typeof LIMITS
  readonly value: string
}

/** One subscriber has a whole /64 of IPv6 addresses, so only that half tells anything. */
export function addressKey(address: string): AttemptKey {
  const value = address.includes('.') ? address.replace(/^.*:/, '') : address.split(':').slice(0, 4).join(':')
  return { kind: 'address', value }
}

/**
 * Counts an attempt before it is looked at, so that a thousand sent at once are not all looked at. Keys are kept as keyed
 * hashes: the table holds no addresses.
 * @returns null when it may go on; else the instant from which the next one may.
 */
export async function countAttempt(
  db: Kysely<Database>,
  secret: Uint8Array,
  keys: readonly AttemptKey[],
  now: string,
): Promise<string | null> {
  const windowStart = new Date(Date.parse(now) - WINDOW_MS).toISOString()
  return db.transaction().execute(async (trx) => {
    await deleteFailuresBefore(trx, windowStart)
    const counts = []
    for (const { kind, value } of keys) {
      const hash = keyedHash(secret, `${kind}:${value}`)
      const { failures, since } = (await getFailures(trx, hash, windowStart)) ?? { failures: 0, since: now }
      if (failures >= LIMITS[kind]) return new Date(Date.parse(since) + WINDOW_MS).toISOString()
      counts.push({ hash, failures: failures + 1, since })
    }
    for (const { hash, failures, since } of counts) await putFailures(trx, hash, failures, since)
    return null
  })
}

/** Takes back the count of an attempt that turned out right; wrong ones on the same account are forgiven. */
export async function forgiveAttempt(
  db: Kysely<Database>,
  secret: Uint8Array,
  keys: readonly AttemptKey[],
  now: string,
): Promise<void> {
  const windowStart = new Date(Date.parse(now) - WINDOW_MS).toISOString()
  await db.transaction().execute(async (trx) => {
    for (const { kind, value } of keys) {
      const hash = keyedHash(secret, `${kind}:${value}`)
      const { failures, since } = (await getFailures(trx, hash, windowStart)) ?? { failures: 0, since: now }
      await putFailures(trx, hash, kind === 'address' ? Math.max(0, failures - 1) : 0, since)
    }
  })
}
