import { capacityFinding, windowFinding } from '#app/domain/eligibility/structural.ts'
import { type CompiledOffers, compileOffers } from '#app/domain/engine/compiled-offers.ts'
import type { OffersByActor, PlaceState, Refusals } from '#app/domain/gaps/count-gaps.ts'
import type { Day } from '#app/domain/values/day.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { type ActorSnapshot, loadActorSnapshot } from '#app/features/matches/actor-snapshot.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { regenciesOf } from '#app/features/plans/plan-basis.server.ts'
import type { DbClient } from '#db/client.ts'
import { findActorsDeclinedForPlaces } from '#db/queries/engagements.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { findHiddenPairs } from '#db/queries/overrides.ts'

/** Everything a question about gaps is answered from. */
export interface Supply {
  readonly world: MatchWorld
  /** Offers that are not of the past. */
  readonly current: readonly OfferDetail[]
  /** The same as if all had places and were open today, compiled. */
  readonly compiled: CompiledOffers
  readonly places: ReadonlyMap<string, PlaceState>
  readonly snapshot: ActorSnapshot
  readonly refused: Refusals
  /** Offers that are not to be proposed to an actor. */
  readonly hidden: OffersByActor
  /** Both: offers that do not serve her whatever her verdict. */
  readonly without: OffersByActor
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
    if (windowFinding(offer, today).result === 'fail') places.set(offer.id, 'shut')
    else places.set(offer.id, result === 'pass' ? 'open' : result === 'fail' ? 'full' : 'unconfirmed')
  }
  const regencies = regions.length === 0 ? undefined : regenciesOf(axes.regencies, regions)
  const snapshot = loadActorSnapshot(client, axes, regencies ? { regencies } : {})
  const refused = await readRefusals(client, world, snapshot.ids)
  const hidden = byPosition(await findHiddenPairs(client.db, 'everywhere'), snapshot.ids)
  return {
    world,
    current,
    compiled: compileOffers(
      context,
      axes,
      current.map((offer) => ({ ...asIfOpen(offer), window: { opens: null, closes: null } })),
    ),
    places,
    snapshot,
    refused,
    hidden,
    without: joinOffers(refused, hidden),
  }
}

/** Who was declined for want of places; until the partner states places of a later day, it has none for her. */
async function readRefusals(client: DbClient, world: MatchWorld, ids: readonly string[]): Promise<Refusals> {
  const declined = await findActorsDeclinedForPlaces(client.db)
  const standing = declined.filter(({ offer, on }) => {
    const asOf = world.offerById.get(offer)?.capacity.asOf ?? null
    return (daysBetween(on, asOf) ?? 0) <= 0
  })
  return byPosition(
    standing.map(({ actor, offer }) => ({ actorId: actor, offerId: offer })),
    ids,
  )
}

/** Pairs of ids as offers by position of the actor; those of others are left out. */
function byPosition(
  pairs: readonly { readonly actorId: string; readonly offerId: string }[],
  ids: readonly string[],
): OffersByActor {
  const found = new Map<number, Set<string>>()
  if (pairs.length === 0) return found
  const named = new Set(pairs.map(({ actorId }) => actorId))
  const at = new Map<string, number>()
  ids.forEach((id, position) => void (named.has(id) && at.set(id, position)))
  for (const { actorId, offerId } of pairs) {
    const position = at.get(actorId)
    if (position !== undefined) found.set(position, (found.get(position) ?? new Set()).add(offerId))
  }
  return found
}

function joinOffers(a: OffersByActor, b: OffersByActor): OffersByActor {
  const joined = new Map(a)
  for (const [actor, offers] of b) joined.set(actor, new Set([...(joined.get(actor) ?? []), ...offers]))
  return joined
}
