import type { Kysely } from 'kysely'
import { type ConsentAnswer, type ConsentQuestion, consentFor } from '#app/domain/consent/consent-for.ts'
import type { ConsentField, ConsentPurpose, Receipt } from '#app/domain/consent/receipt.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db } from '../client.ts'
import type { ConsentReceiptRow, ConsentWithdrawalRow, NewConsentReceipt } from '../schema/consent.ts'
import type { Database } from '../schema/index.ts'
import { logChanges } from './change-log.ts'

/** A receipt with what became of it, as the pages of her district show it. */
export interface StoredReceipt extends Receipt {
  readonly row: ConsentReceiptRow
  readonly withdrawal: ConsentWithdrawalRow | null
}

/** Every receipt of an actor, the latest first, whatever it is worth today. */
export async function findReceipts(db: Db, actorId: string): Promise<StoredReceipt[]> {
  const rows = await db
    .selectFrom('consent_receipt')
    .selectAll()
    .where('actor_id', '=', actorId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const withdrawals = await db
    .selectFrom('consent_withdrawal')
    .selectAll()
    .where(
      'receipt_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const withdrawalOf = new Map(withdrawals.map((row) => [row.receipt_id, row]))
  return rows.map((row) => {
    const withdrawal = withdrawalOf.get(row.id) ?? null
    return { ...toReceipt(row, withdrawal), row, withdrawal }
  })
}

/** Whom and what one of her receipts is for; undefined when it is not hers. */
export async function getReceiptOf(
  db: Db,
  actorId: string,
  receiptId: string,
): Promise<Pick<ConsentReceiptRow, 'partner_id' | 'purpose'> | undefined> {
  return db
    .selectFrom('consent_receipt')
    .select(['partner_id', 'purpose'])
    .where('id', '=', receiptId)
    .where('actor_id', '=', actorId)
    .executeTakeFirst()
}

function toReceipt(row: ConsentReceiptRow, withdrawal: ConsentWithdrawalRow | null): Receipt {
  return {
    id: row.id,
    actorId: row.actor_id,
    partnerId: row.partner_id,
    purpose: row.purpose,
    fields: JSON.parse(row.fields),
    givenOn: row.given_on,
    expiresOn: row.expires_on,
    withdrawnOn: withdrawal?.withdrawn_on ?? null,
  }
}

/**
 * Whether an actor's receipts allow something; the answer to ask for before anything about her goes to a partner.
 * Read it in the transaction of the sending itself.
 */
export async function askConsent(
  db: Db,
  question: ConsentQuestion & { readonly actorId: string },
): Promise<ConsentAnswer> {
  return consentFor(await findReceipts(db, question.actorId), question)
}

/**
 * Ids of the actors a partner may see for a purpose on a day, to be joined or put in `in (...)` of another query:
 * `.where('actor.id', 'in', actorsWithConsent(db, partnerId, 'browse', today))`.
 */
export function actorsWithConsent(db: Db, partnerId: string, purpose: ConsentPurpose, on: Day) {
  return (db as Kysely<Database>)
    .selectFrom('consent_receipt as r')
    .select('r.actor_id')
    .distinct()
    .where('r.partner_id', '=', partnerId)
    .where('r.purpose', '=', purpose)
    .where('r.given_on', '<=', on)
    .where('r.expires_on', '>=', on)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('consent_withdrawal as w')
            .select('w.receipt_id')
            .whereRef('w.receipt_id', '=', 'r.id')
            .where('w.withdrawn_on', '<=', on),
        ),
      ),
    )
}

/** The partners that may see each of these actors for a purpose on a day; actors nobody may see are left out. */
export async function partnersAllowed(
  db: Db,
  actorIds: readonly string[],
  purpose: ConsentPurpose,
  on: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const allowed = new Map<string, string[]>()
  for (let start = 0; start < actorIds.length; start += 500) {
    const rows = await db
      .selectFrom('consent_receipt as r')
      .leftJoin('consent_withdrawal as w', 'w.receipt_id', 'r.id')
      .select(['r.actor_id', 'r.partner_id', 'w.withdrawn_on'])
      .where('r.actor_id', 'in', actorIds.slice(start, start + 500))
      .where('r.purpose', '=', purpose)
      .where('r.given_on', '<=', on)
      .where('r.expires_on', '>=', on)
      .orderBy('r.partner_id')
      .execute()
    for (const row of rows) {
      if (row.withdrawn_on !== null && row.withdrawn_on <= on) continue
      const partners = allowed.get(row.actor_id) ?? []
      if (partners.at(-1) !== row.partner_id) partners.push(row.partner_id)
      allowed.set(row.actor_id, partners)
    }
  }
  return allowed
}

/**
 * What each of these actors allows a partner for a purpose on a day; those without a receipt that counts are left out. Every
 * field stands in it that one of her receipts allows.
 */
export async function fieldsAllowed(
  db: Db,
  actorIds: readonly string[],
  question: { readonly partnerId: string; readonly purpose: ConsentPurpose; readonly on: Day },
): Promise<ReadonlyMap<string, readonly ConsentField[]>> {
  const { partnerId, purpose, on } = question
  const allowed = new Map<string, readonly ConsentField[]>()
  for (let start = 0; start < actorIds.length; start += 500) {
    const rows = await db
      .selectFrom('consent_receipt as r')
      .leftJoin('consent_withdrawal as w', 'w.receipt_id', 'r.id')
      .select(['r.actor_id', 'r.fields', 'w.withdrawn_on'])
      .where('r.actor_id', 'in', actorIds.slice(start, start + 500))
      .where('r.partner_id', '=', partnerId)
      .where('r.purpose', '=', purpose)
      .where('r.given_on', '<=', on)
      .where('r.expires_on', '>=', on)
      .execute()
    for (const row of rows) {
      if (row.withdrawn_on !== null && row.withdrawn_on <= on) continue
      const fields = new Set([...(allowed.get(row.actor_id) ?? []), ...(JSON.parse(row.fields) as ConsentField[])])
      allowed.set(row.actor_id, [...fields])
    }
  }
  return allowed
}

/** Stores receipts of one actor and tells the indexes; call it in the transaction that also writes the audit. */
export async function insertReceipts(trx: Db, receipts: readonly NewConsentReceipt[], at: string): Promise<void> {
  if (receipts.length === 0) return
  for (const receipt of receipts) await trx.insertInto('consent_receipt').values(receipt).execute()
  await logChanges(trx, 'actors', [...new Set(receipts.map((receipt) => receipt.actor_id))], at)
}

/**
 * Takes a consent back from that day on, and tells the indexes.
 * @returns her id and the partner's, or null when there is no such receipt or it is taken back already.
 */
export async function insertWithdrawal(
  trx: Db,
  withdrawal: ConsentWithdrawalRow,
): Promise<{ actorId: string; partnerId: string } | null> {
  const receipt = await trx
    .selectFrom('consent_receipt')
    .select(['actor_id', 'partner_id'])
    .where('id', '=', withdrawal.receipt_id)
    .executeTakeFirst()
  if (!receipt) return null
  const result = await trx
    .insertInto('consent_withdrawal')
    .values(withdrawal)
    .onConflict((conflict) => conflict.column('receipt_id').doNothing())
    .executeTakeFirst()
  if (Number(result.numInsertedOrUpdatedRows ?? 0) === 0) return null
  await logChanges(trx, 'actors', [receipt.actor_id], withdrawal.withdrawn_at)
  return { actorId: receipt.actor_id, partnerId: receipt.partner_id }
}
