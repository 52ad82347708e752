import { coversRegency, type Scope } from '#app/domain/access/viewer.ts'
import { type Axes, clusterCode } from '#app/domain/engine/axes.ts'
import { type ActorGroup, groupsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { type Candidate, offerCandidates } from '#app/domain/engine/offer-candidates.ts'
import type { Points } from '#app/domain/matching/fit.ts'
import type { ClusterId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import { type ActorSnapshot, loadActorSnapshot } from './actor-snapshot.server.ts'
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
  const { best, near, waiting, ...counts } = offerCandidates(
    compileOffers(context, axes, [offer]),
    columns,
    request.limit,
    (group) =>
      isReached(group) &&
      (regency === null || group.regency === regency) &&
      (cluster === null || group.cluster === cluster),
  )
  const named = (list: readonly Candidate[]): RankedActor[] =>
    list.map(({ actor, fit }) => ({ actorId: ids[actor]!, fit }))
  return { ...counts, all, best: named(best), near: named(near), waiting: named(waiting) }
}
