import type { Db } from '../client.ts'
import type { ProposalAddressRow } from '../schema/proposal.ts'

/** Keeps the address of a proposal in place of the one before. */
export async function putProposalAddress(trx: Db, row: ProposalAddressRow): Promise<void> {
  await trx
    .insertInto('proposal_address')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('proposal_id').doUpdateSet({ address_sealed: row.address_sealed, at: row.at }),
    )
    .execute()
}

export async function getProposalAddress(db: Db, proposalId: string): Promise<ProposalAddressRow | undefined> {
  return db.selectFrom('proposal_address').selectAll().where('proposal_id', '=', proposalId).executeTakeFirst()
}

export async function deleteProposalAddress(trx: Db, proposalId: string): Promise<void> {
  await trx.deleteFrom('proposal_address').where('proposal_id', '=', proposalId).execute()
}
