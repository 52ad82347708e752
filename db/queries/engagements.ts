import { AWAITING_ANSWER, PLACE_TAKEN } from '#app/domain/loop/states.ts'
import type { Db } from '../client.ts'

/** Offers each actor has a proposal under way or a place of: a plan does not give them again. */
export async function findEngagedOffers(db: Db): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select(['proposal_actor.actor_id', 'proposal.offer_id'])
    .where('proposal.state', 'in', [...AWAITING_ANSWER, ...PLACE_TAKEN])
    .where('proposal_actor.actor_id', 'is not', null)
    .execute()
  const engaged = new Map<string, Set<string>>()
  for (const row of rows) {
    const offers = engaged.get(row.actor_id!) ?? new Set()
    engaged.set(row.actor_id!, offers.add(row.offer_id))
  }
  return engaged
}

/** Actors whom a proposal has helped, as the closed loop has it confirmed. */
export async function findHelpedActors(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('proposal_actor')
    .select('actor_id')
    .distinct()
    .where('outcome', '=', 'helped')
    .where('actor_id', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.actor_id!))
}

/** Proposals of a kabupaten or kota that a partner declined because it had no places. */
export interface DeclinedForPlaces {
  readonly offer: string
  readonly regency: string
  readonly proposals: number
}

export async function findDeclinedForPlaces(db: Db): Promise<DeclinedForPlaces[]> {
  const rows = await db
    .selectFrom('proposal')
    .select((eb) => ['offer_id', 'regency_code', eb.fn.countAll().as('n')])
    .where('state', '=', 'declined')
    .where('end_reason', '=', 'no_capacity')
    .groupBy(['offer_id', 'regency_code'])
    .orderBy('offer_id')
    .orderBy('regency_code')
    .execute()
  return rows.map((row) => ({ offer: row.offer_id, regency: row.regency_code, proposals: Number(row.n) }))
}

/** A woman whom a partner declined because it had no places, with the last day it did. */
export interface DeclinedActor {
  readonly actor: string
  readonly offer: string
  readonly on: string
}

export async function findActorsDeclinedForPlaces(db: Db): Promise<DeclinedActor[]> {
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select((eb) => ['proposal_actor.actor_id', 'proposal.offer_id', eb.fn.max('proposal.moved_on').as('on')])
    .where('proposal.state', '=', 'declined')
    .where('proposal.end_reason', '=', 'no_capacity')
    .where('proposal_actor.actor_id', 'is not', null)
    .groupBy(['proposal_actor.actor_id', 'proposal.offer_id'])
    .execute()
  return rows.map((row) => ({ actor: row.actor_id!, offer: row.offer_id, on: row.on }))
}
