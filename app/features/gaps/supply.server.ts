import { capacityFinding } from '#app/domain/eligibility/structural.ts'
import { type CompiledOffers, compileOffers } from '#app/domain/engine/compiled-offers.ts'
import type { PlaceState, Refusals } from '#app/domain/gaps/count-gaps.ts'
import type { Day } from '#app/domain/values/day.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { type ActorSnapshot, loadActorSnapshot } from '#app/features/matches/actor-snapshot.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { regenciesOf } from '#app/features/plans/plan-basis.server.ts'
import type { DbClient } from '#db/client.ts'
import { findActorsDeclinedForPlaces } from '#db/queries/engagements.ts'
import type { OfferDetail } from '#db/queries/offers.ts'

/** Everything a question about gaps is answered from. */
export interface Supply {
  readonly world: MatchWorld
  /** Offers that are not of the past. */
  readonly current: readonly OfferDetail[]
  /** The same as if all had places, compiled. */
  readonly compiled: CompiledOffers
  readonly places: ReadonlyMap<string, PlaceState>
  readonly snapshot: ActorSnapshot
  readonly refused: Refusals
}

/** Why: how many places there are is one question, who is eligible another. */
export const asIfOpen = <O extends OfferDetail>(offer: O): O => ({
  ...offer,
  capacity: { slots: null, taken: 0, unit: null, asOf: null },
})

/** Offers and actors as the database stands; of some regions, or of the country where none is named. Heavy. */
export async function readSupply(client: DbClient, regions: readonly string[], today: Day): Promise<Supply> {
  const world = await matchWorld(client.db, today)
  const { context, axes } = world
  const current = world.offers.filter((offer) => offer.status !== 'historical')
  const places = new Map<string, PlaceState>()
  for (const offer of current) {
    const { result } = capacityFinding(offer, today, context.policy)
    places.set(offer.id, result === 'pass' ? 'open' : result === 'fail' ? 'full' : 'unconfirmed')
  }
  const regencies = regions.length === 0 ? undefined : regenciesOf(axes.regencies, regions)
  const snapshot = loadActorSnapshot(client, axes, regencies ? { regencies } : {})
  return {
    world,
    current,
    compiled: compileOffers(context, axes, current.map(asIfOpen)),
    places,
    snapshot,
    refused: await readRefusals(client, world, snapshot.ids),
  }
}

/** Who was declined for want of places; until the partner states places of a later day, it has none for her. */
async function readRefusals(client: DbClient, world: MatchWorld, ids: readonly string[]): Promise<Refusals> {
  const declined = await findActorsDeclinedForPlaces(client.db)
  const refused = new Map<number, Set<string>>()
  if (declined.length === 0) return refused
  const named = new Set(declined.map(({ actor }) => actor))
  const at = new Map<string, number>()
  ids.forEach((id, position) => void (named.has(id) && at.set(id, position)))
  for (const { actor, offer, on } of declined) {
    const position = at.get(actor)
    const asOf = world.offerById.get(offer)?.capacity.asOf ?? null
    if (position === undefined || (daysBetween(on, asOf) ?? 0) > 0) continue
    refused.set(position, (refused.get(position) ?? new Set()).add(offer))
  }
  return refused
}
