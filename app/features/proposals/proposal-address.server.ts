import { readConfig } from '#app/config.server.ts'
import { authKey, seal, unseal } from '#app/lib/seal.server.ts'
import type { Db } from '#db/client.ts'
import { deleteProposalAddress, getProposalAddress, putProposalAddress } from '#db/queries/proposal-addresses.ts'

const ADDRESS = 'proposal.address'

/** Keeps the address a proposal goes to beside the accounts of the partner, sealed; another one takes its place. */
export async function keepAddress(trx: Db, proposalId: string, address: string, now: string): Promise<void> {
  const address_sealed = seal(authKey(readConfig()), ADDRESS, address)
  await putProposalAddress(trx, { proposal_id: proposalId, address_sealed, at: now })
}

/** The address to write to; for letters alone, never for a page or a log. Null where there is none. */
export async function addressOf(trx: Db, proposalId: string): Promise<string | null> {
  const row = await getProposalAddress(trx, proposalId)
  return row ? unseal(authKey(readConfig()), ADDRESS, row.address_sealed) : null
}

/** Forgets it; there is nothing left to write about. */
export async function forgetAddress(trx: Db, proposalId: string): Promise<void> {
  await deleteProposalAddress(trx, proposalId)
}
