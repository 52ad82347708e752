import { placesNeeded } from '#app/domain/loop/sending.ts'
import { AWAITING_ANSWER, PLACE_TAKEN } from '#app/domain/loop/states.ts'
import { UNDER_WAY } from '#app/domain/programmes/states.ts'
import type { Db } from '../client.ts'

/** Entries of programmes under way that are still to be sent: their places and actors are spoken for. */
const plannedEntries = (db: Db) =>
  db
    .selectFrom('programme_entry')
    .innerJoin('programme', 'programme.id', 'programme_entry.programme_id')
    .where('programme.state', 'in', UNDER_WAY)
    .where('programme_entry.state', 'in', ['planned', 'waiting_consent'])
    .where('programme_entry.actor_id', 'is not', null)

/**
 * Offers each actor has a proposal under way, a place, or an entry of a published programme of: a plan does not give them
 * again.
 */
export async function findEngagedOffers(db: Db): Promise<Map<string, Set<string>>> {
  const planned = await plannedEntries(db).select(['programme_entry.actor_id', 'programme_entry.offer_id']).execute()
  const proposed = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select(['proposal_actor.actor_id', 'proposal.offer_id'])
    .where('proposal.state', 'in', [...AWAITING_ANSWER, ...PLACE_TAKEN])
    .where('proposal_actor.actor_id', 'is not', null)
    .execute()
  const engaged = new Map<string, Set<string>>()
  for (const row of [...planned, ...proposed]) {
    const offers = engaged.get(row.actor_id!) ?? new Set()
    engaged.set(row.actor_id!, offers.add(row.offer_id))
  }
  return engaged
}

/**
 * Places of each offer that proposals without an answer yet ask for: they are free by the figure on record, and not free
 * to be promised again.
 */
export async function findAwaitedPlaces(db: Db, offerId?: string): Promise<ReadonlyMap<string, number>> {
  let query = db
    .selectFrom('proposal')
    .innerJoin('offer', 'offer.id', 'proposal.offer_id')
    .innerJoin('proposal_actor', 'proposal_actor.proposal_id', 'proposal.id')
    .select((eb) => ['proposal.offer_id', 'offer.capacity_unit', 'proposal.is_group', eb.fn.countAll().as('actors')])
    .where('proposal.state', 'in', AWAITING_ANSWER)
    .groupBy(['proposal.id', 'proposal.offer_id', 'offer.capacity_unit', 'proposal.is_group'])
  if (offerId !== undefined) query = query.where('proposal.offer_id', '=', offerId)
  const awaited = new Map<string, number>()
  for (const row of await query.execute()) {
    const offer = { capacity: { slots: null, taken: 0, unit: row.capacity_unit, asOf: null } }
    const places = placesNeeded(offer, Number(row.actors), row.is_group === 1)
    awaited.set(row.offer_id, (awaited.get(row.offer_id) ?? 0) + places)
  }
  return awaited
}

/** Places of each offer that are free by the figure on record and promised: awaited, or planned in a published programme. */
export async function findPromisedPlaces(db: Db): Promise<ReadonlyMap<string, number>> {
  const promised = new Map(await findAwaitedPlaces(db))
  const planned = await plannedEntries(db)
    .select((eb) => ['programme_entry.offer_id', eb.fn.countAll().as('places')])
    .groupBy('programme_entry.offer_id')
    .execute()
  for (const { offer_id, places } of planned) promised.set(offer_id, (promised.get(offer_id) ?? 0) + Number(places))
  return promised
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
