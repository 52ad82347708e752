import type { Scope, Viewer } from '#app/domain/access/viewer.ts'
import type { ConsentField } from '#app/domain/consent/receipt.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db } from '#db/client.ts'
import { findReachedIds } from '#db/queries/actor-scope.ts'
import { fieldsAllowed } from '#db/queries/consents.ts'
import { findProposalActors } from '#db/queries/proposals.ts'
import type { ProposalActorRow, ProposalRow } from '#db/schema/proposal.ts'

type Rows = readonly Pick<ProposalActorRow, 'actor_id'>[]

/**
 * The actors of a proposal about whom its partner may read anything on a day, with the fields each allows it: those whose
 * consent to be proposed to it counts. Taken back or run out, it is as if she had never been in it.
 */
export async function knownToPartner(
  db: Db,
  proposal: Pick<ProposalRow, 'partner_id'>,
  rows: Rows,
  on: Day,
): Promise<ReadonlyMap<string, readonly ConsentField[]>> {
  const ids = rows.flatMap((row) => row.actor_id ?? [])
  return fieldsAllowed(db, ids, { partnerId: proposal.partner_id, purpose: 'referral', on })
}

/** Whether there is somebody the partner knows, and all of those allow a field. */
export function everyoneAllows(known: ReadonlyMap<string, readonly ConsentField[]>, field: ConsentField): boolean {
  return known.size > 0 && [...known.values()].every((fields) => fields.includes(field))
}

/** What one viewer may know of the actors of a proposal. */
export interface Sight {
  /** Those she may know of at all. */
  readonly known: ReadonlySet<string>
  /** May read what was said and attached, which may speak of any of them. */
  readonly words: boolean
}

/** Whether every actor on record of a proposal is within a scope; a companion works alone on none that others share. */
export async function reachesAll(db: Db, scope: Scope, rows: Rows): Promise<boolean> {
  if (scope.reach !== 'companion') return true
  const ids = rows.flatMap((row) => row.actor_id ?? [])
  return (await findReachedIds(db, scope, ids)).size === new Set(ids).size
}

/**
 * A partner knows whom her consent lets it know; everybody else those within her scope. Words stay with a partner as long as
 * it knows one of them, with a companion only where all are hers.
 */
export async function sightOf(
  db: Db,
  viewer: Viewer,
  proposal: Pick<ProposalRow, 'partner_id'>,
  rows: Rows,
  on: Day,
): Promise<Sight> {
  if (viewer.role === 'partner') {
    const known = new Set((await knownToPartner(db, proposal, rows, on)).keys())
    return { known, words: known.size > 0 }
  }
  const ids = rows.flatMap((row) => row.actor_id ?? [])
  const known = await findReachedIds(db, viewer.scope, ids)
  return { known, words: await reachesAll(db, viewer.scope, rows) }
}

/** Whether the viewer may read what was said and attached in a proposal she reaches. */
export async function mayReadWords(
  db: Db,
  viewer: Viewer,
  proposal: Pick<ProposalRow, 'id' | 'partner_id'>,
  on: Day,
): Promise<boolean> {
  return (await sightOf(db, viewer, proposal, await findProposalActors(db, [proposal.id]), on)).words
}
