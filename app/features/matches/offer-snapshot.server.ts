import { coversRegency, type Scope } from '#app/domain/access/viewer.ts'
import { type Axes, clusterCode } from '#app/domain/engine/axes.ts'
import { type ActorGroup, columnsOf, groupsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { type Candidate, offerCandidates } from '#app/domain/engine/offer-candidates.ts'
import type { Points } from '#app/domain/matching/fit.ts'
import type { ActorProfile, ClusterId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db, DbClient } from '#db/client.ts'
import { getReachedActor, toProfile } from '#db/queries/actors.ts'
import { findHiddenPairs } from '#db/queries/overrides.ts'
import { findEngagedActors } from '#db/queries/proposals.ts'
import { type ActorSnapshot, loadActorSnapshot } from './actor-snapshot.server.ts'
import { countHidden, type HiddenBy } from './count-hidden.ts'
import { currentSnapshot } from './kept-snapshot.server.ts'
import { matchWorld } from './match-world.server.ts'

export interface CandidatesRequest {
  readonly offerId: string
  readonly today: Day
  /** Whose actors are looked at. */
  readonly scope: Scope
  /** Narrow to the actors of a kabupaten or kota, or of a cluster; null for all. */
  readonly regency: string | null
  readonly cluster: ClusterId | null
  /** Most actors of each list. */
  readonly limit: number
}

export interface RankedActor {
  readonly actorId: string
  readonly fit: Points
}

/** Plain values: it crosses between threads. */
export interface OfferSnapshot {
  /** Actors looked at, and all that the scope reaches. */
  readonly actors: number
  readonly all: number
  readonly eligible: number
  readonly undecided: number
  readonly oneAnswer: number
  readonly askPartner: number
  readonly oneChange: number
  readonly best: readonly RankedActor[]
  readonly near: readonly RankedActor[]
  readonly waiting: readonly RankedActor[]
  /** Actors of these for whom somebody hides the offer: in none of the counts and lists above. */
  readonly hidden: HiddenBy
  /** Actors of these who are proposed for the offer or helped by it already: likewise left out. */
  readonly engaged: number
}

/** Those of a companion are few and read anew; everybody else's scope is made of whole kabupaten and kota. */
async function snapshotFor(client: DbClient, axes: Axes, scope: Scope): Promise<ActorSnapshot> {
  return scope.reach === 'companion' ? loadActorSnapshot(client, axes, { scope }) : currentSnapshot(client, axes)
}

/**
 * Whom an offer fits among the actors a scope reaches, over the kept snapshot; null for an offer that does not exist. Heavy
 * for many actors.
 */
export async function computeOfferSnapshot(
  client: DbClient,
  request: CandidatesRequest,
): Promise<OfferSnapshot | null> {
  const { context, axes, offerById } = await matchWorld(client.db, request.today)
  const offer = offerById.get(request.offerId)
  if (!offer) return null
  const { columns, ids } = await snapshotFor(client, axes, request.scope)
  const regency = request.regency === null ? null : (axes.regencyAt.get(request.regency) ?? -1)
  const cluster = request.cluster === null ? null : clusterCode(request.cluster)
  const isReached = ({ regency: at }: ActorGroup) => coversRegency(request.scope, axes.regencies[at] ?? null)
  const all = groupsOf(columns)
    .filter(isReached)
    .reduce((sum, group) => sum + group.end - group.start, 0)
  const compiled = compileOffers(context, axes, [offer])
  const isAsked = (group: ActorGroup) =>
    isReached(group) &&
    (regency === null || group.regency === regency) &&
    (cluster === null || group.cluster === cluster)
  const aside = await leftAside(client.db, axes, request, isAsked)
  const found = offerCandidates(compiled, columns, request.limit + aside.ids.size, isAsked)
  const without = offerCandidates(compiled, aside.columns, 1)
  const named = (list: readonly Candidate[]): RankedActor[] =>
    list
      .map(({ actor, fit }) => ({ actorId: ids[actor]!, fit }))
      .filter(({ actorId }) => !aside.ids.has(actorId))
      .slice(0, request.limit)
  return {
    actors: found.actors,
    all,
    eligible: found.eligible - without.eligible,
    undecided: found.undecided - without.undecided,
    oneAnswer: found.oneAnswer - without.oneAnswer,
    askPartner: found.askPartner - without.askPartner,
    oneChange: found.oneChange - without.oneChange,
    best: named(found.best),
    near: named(found.near),
    waiting: named(found.waiting),
    hidden: countHidden(aside.hidden),
    engaged: aside.ids.size - aside.hidden.length,
  }
}

/** Those of the actors looked at for whom the offer is hidden or who are engaged with it, as columns of their own. */
async function leftAside(
  db: Db,
  axes: Axes,
  { offerId, scope }: CandidatesRequest,
  isAsked: (group: ActorGroup) => boolean,
) {
  const hidden = await findHiddenPairs(db, { offerId })
  const profiles: ActorProfile[] = []
  for (const id of new Set([...hidden.map((pair) => pair.actorId), ...(await findEngagedActors(db, offerId))])) {
    const row = await getReachedActor(db, scope, id)
    if (row && row.no_profiling === 0) profiles.push(toProfile(row))
  }
  const all = columnsOf(axes, profiles)
  const asked = groupsOf(all.columns)
    .filter(isAsked)
    .flatMap((group) => all.sorted.slice(group.start, group.end))
  const ids = new Set(asked.map((actor) => actor.id))
  return { ids, hidden: hidden.filter((pair) => ids.has(pair.actorId)), columns: columnsOf(axes, asked).columns }
}
