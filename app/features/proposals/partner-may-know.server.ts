import type { Day } from '#app/domain/values/day.ts'
import type { Db } from '#db/client.ts'
import { partnersAllowed } from '#db/queries/consents.ts'
import { findProposalActors } from '#db/queries/proposals.ts'
import type { ProposalActorRow, ProposalRow } from '#db/schema/proposal.ts'

/**
 * The actors of a proposal about whom its partner may read anything on a day: those whose consent to be proposed to it
 * counts. Taken back or run out, it is as if she had never been in it.
 */
export async function knownToPartner(
  db: Db,
  proposal: Pick<ProposalRow, 'partner_id'>,
  rows: readonly Pick<ProposalActorRow, 'actor_id'>[],
  on: Day,
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap((row) => row.actor_id ?? [])
  const allowed = await partnersAllowed(db, ids, 'referral', on)
  return new Set(ids.filter((id) => allowed.get(id)?.includes(proposal.partner_id)))
}

/** Whether the partner may still read what was said and attached: not when it speaks only of actors it may not know. */
export async function partnerMayReadWords(
  db: Db,
  proposal: Pick<ProposalRow, 'id' | 'partner_id'>,
  on: Day,
): Promise<boolean> {
  const rows = await findProposalActors(db, [proposal.id])
  return (await knownToPartner(db, proposal, rows, on)).size > 0
}
