import type { Scope } from '#app/domain/access/viewer.ts'
import { type ConcernedActor, concernedActors } from '#app/domain/board/concerned-actors.ts'
import { districtBoard } from '#app/domain/board/district-board.ts'
import { gapReasons } from '#app/domain/board/gap-reasons.ts'
import { hiddenPairs } from '#app/domain/board/hidden-pairs.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import { countHidden } from '#app/features/matches/count-hidden.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { Db } from '#db/client.ts'
import {
  countActors,
  countActorsByPlace,
  countDemoActors,
  findReachedActorsOfRegency,
  toProfile,
} from '#db/queries/actors.ts'
import { findHiddenPairs, type HiddenPair } from '#db/queries/overrides.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import type { ActorCounts, BoardFilter, BoardRequest, ComputedBoard, ConcernRequest } from './board-request.ts'

function narrow(world: MatchWorld, all: readonly ActorProfile[], { cluster, need }: BoardFilter) {
  return {
    actors: all.filter(
      (actor) => (cluster === null || actor.cluster === cluster) && (need === null || actor.needs?.includes(need)),
    ),
    offers: need === null ? world.offers : world.offers.filter((offer) => offer.needs.includes(need)),
  }
}

function describeDistrict(rows: readonly ActorRow[], all: readonly ActorProfile[]): ComputedBoard['district'] {
  const byCluster = { IR1: 0, IR2: 0, IR3: 0, unknown: 0 }
  const byNeed: Record<string, number> = {}
  for (const actor of all) {
    byCluster[actor.cluster ?? 'unknown']++
    for (const need of new Set(actor.needs ?? [])) byNeed[need] = (byNeed[need] ?? 0) + 1
  }
  return {
    actors: rows.length,
    byCluster,
    byNeed,
    demoActors: rows.reduce((sum, row) => sum + row.is_demo, 0),
  }
}

function confirmedOn(actors: readonly ActorProfile[]): ComputedBoard['facts'] {
  const days = actors.flatMap((actor) => (actor.factsAsOf === null ? [] : [actor.factsAsOf])).sort()
  return { from: days[0] ?? null, to: days.at(-1) ?? null, undated: actors.length - days.length }
}

/** The hidden matches of these actors and offers. */
async function hiddenAmong(
  db: Db,
  regency: string,
  actors: readonly Pick<ActorProfile, 'id'>[],
  offers: readonly { readonly id: string }[],
): Promise<readonly HiddenPair[]> {
  const pairs = await findHiddenPairs(db, { regency })
  if (pairs.length === 0) return pairs
  const actorIds = new Set(actors.map((actor) => actor.id))
  const offerIds = new Set(offers.map((offer) => offer.id))
  return pairs.filter((pair) => actorIds.has(pair.actorId) && offerIds.has(pair.offerId))
}

/** The board of a district as it stands in the database. Heavy for large districts: see `boardOf`. */
export async function computeBoard(db: Db, request: BoardRequest): Promise<ComputedBoard> {
  const world = await matchWorld(db, request.today)
  const rows = await findReachedActorsOfRegency(db, request.scope, request.code)
  const all = rows.map(toProfile)
  const { actors, offers } = narrow(world, all, request)
  const hidden = await hiddenAmong(db, request.code, actors, offers)
  const board = districtBoard(world.context, world.axes, actors, offers, hiddenPairs(hidden))
  const needs = request.need === null ? board.needs : board.needs.filter((need) => need.need === request.need)
  const gaps = needs.filter((need) => need.unserved > 0).map((need) => need.need)
  return {
    board: { ...board, needs },
    hidden: countHidden(hidden),
    gaps: gapReasons(world.context, actors, offers, gaps),
    district: describeDistrict(rows, all),
    facts: confirmedOn(actors),
  }
}

/** Counts the actors a scope reaches in every kabupaten and kota. */
export async function computeCounts(db: Db, { scope }: { readonly scope: Scope }): Promise<ActorCounts> {
  const byRegency = new Map<string, number>()
  for (const { regency, actors } of await countActorsByPlace(db, scope)) {
    byRegency.set(regency, (byRegency.get(regency) ?? 0) + actors)
  }
  return { byRegency, all: await countActors(db, scope), demo: await countDemoActors(db, scope) }
}

/** The actors behind one question or unlock of the same board. */
export async function computeConcerned(db: Db, request: ConcernRequest): Promise<readonly ConcernedActor[]> {
  const world = await matchWorld(db, request.today)
  const all = (await findReachedActorsOfRegency(db, request.scope, request.code)).map(toProfile)
  const { actors, offers } = narrow(world, all, request)
  const hidden = hiddenPairs(await hiddenAmong(db, request.code, actors, offers))
  return concernedActors(world.context, world.axes, actors, offers, request.concern, hidden)
}
