import type { Db } from '../client.ts'
import type { AnswerLinkRow } from '../schema/proposal.ts'

export async function insertAnswerLink(trx: Db, row: AnswerLinkRow): Promise<void> {
  await trx.insertInto('answer_link').values(row).execute()
}

export async function getAnswerLink(db: Db, tokenHash: string): Promise<AnswerLinkRow | undefined> {
  return db.selectFrom('answer_link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
}

/**
 * Uses a link up.
 * @returns false when it was used before, has expired or does not exist: of two at once one gets true.
 */
export async function claimAnswerLink(trx: Db, tokenHash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('answer_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
