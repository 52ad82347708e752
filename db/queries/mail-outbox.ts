import { sql } from 'kysely'
import type { Db } from '../client.ts'
import type { MailOutboxRow } from '../schema/mail.ts'

/** That a letter went to an address and not to an account stays visible; the address does not. */
const FORGOTTEN = {
  letter_sealed: null,
  to_address_sealed: sql<string | null>`case when to_address_sealed is null then null else '' end`,
}

/**
 * Puts a letter into the outbox.
 * @returns false when one with the same dedupe key was put there before; nothing changes then.
 */
export async function insertMail(db: Db, row: MailOutboxRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail_outbox')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

/** Letters whose turn has come, the longest waiting first: queued ones, and ones whose sender died half-way. */
export async function findDueMail(db: Db, now: string, limit: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('mail_outbox')
    .select('id')
    .where('status', 'in', ['queued', 'sending'])
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/**
 * Takes a due letter for sending, until `until`.
 * @returns the letter; undefined when another process took it first.
 */
export async function claimMail(db: Db, id: string, now: string, until: string): Promise<MailOutboxRow | undefined> {
  return db
    .updateTable('mail_outbox')
    .set((eb) => ({ status: 'sending', attempts: eb('attempts', '+', 1), next_try_at: until }))
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'sending'])
    .where('next_try_at', '<=', now)
    .returningAll()
    .executeTakeFirst()
}

/** Ends the way of a letter; its text and address are forgotten. */
export async function closeMail(
  db: Db,
  id: string,
  end: { readonly status: 'sent' | 'failed' | 'cancelled'; readonly at: string; readonly error?: string },
): Promise<void> {
  const change = { status: end.status, sent_at: end.status === 'sent' ? end.at : null, last_error: end.error ?? null }
  await db
    .updateTable('mail_outbox')
    .set({ ...change, ...FORGOTTEN })
    .where('id', '=', id)
    .execute()
}

/** Puts a letter back until its next try. */
export async function postponeMail(db: Db, id: string, nextTryAt: string, error: string): Promise<void> {
  await db
    .updateTable('mail_outbox')
    .set({ status: 'queued', next_try_at: nextTryAt, last_error: error })
    .where('id', '=', id)
    .execute()
}
