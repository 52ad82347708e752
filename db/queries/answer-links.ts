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
 * @returns false when it was used before, has expired, does not exist, or its account answers for the partner no longer: of
 * two at once one gets true.
 */
export async function claimAnswerLink(trx: Db, tokenHash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('answer_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where((eb) =>
      eb.or([
        eb('account_id', 'is', null),
        eb.exists(
          eb
            .selectFrom('account')
            .innerJoin('proposal', 'proposal.partner_id', 'account.partner_id')
            .select('account.id')
            .whereRef('account.id', '=', 'answer_link.account_id')
            .whereRef('proposal.id', '=', 'answer_link.proposal_id')
            .where('account.disabled_at', 'is', null),
        ),
      ]),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
