import { clusterCode } from '#app/domain/engine/axes.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { type Candidate, offerCandidates } from '#app/domain/engine/offer-candidates.ts'
import type { Points } from '#app/domain/matching/fit.ts'
import type { ClusterId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import { currentSnapshot } from './kept-snapshot.server.ts'
import { matchWorld } from './match-world.server.ts'

export interface CandidatesRequest {
  readonly offerId: string
  readonly today: Day
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
  /** Actors looked at, and all there are. */
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

/** Whom an offer fits, over the kept snapshot of all actors; null for an offer that does not exist. Heavy for many actors. */
export async function computeOfferSnapshot(
  client: DbClient,
  request: CandidatesRequest,
): Promise<OfferSnapshot | null> {
  const { context, axes, offerById } = await matchWorld(client.db, request.today)
  const offer = offerById.get(request.offerId)
  if (!offer) return null
  const { columns, ids } = await currentSnapshot(client, axes)
  const regency = request.regency === null ? null : (axes.regencyAt.get(request.regency) ?? -1)
  const cluster = request.cluster === null ? null : clusterCode(request.cluster)
  const { best, near, waiting, ...counts } = offerCandidates(
    compileOffers(context, axes, [offer]),
    columns,
    request.limit,
    (group) => (regency === null || group.regency === regency) && (cluster === null || group.cluster === cluster),
  )
  const named = (list: readonly Candidate[]): RankedActor[] =>
    list.map(({ actor, fit }) => ({ actorId: ids[actor]!, fit }))
  return { ...counts, all: ids.length, best: named(best), near: named(near), waiting: named(waiting) }
}
