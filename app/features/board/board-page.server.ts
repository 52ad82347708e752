import { can } from '#app/domain/access/permissions.ts'
import type { Scope, Viewer } from '#app/domain/access/viewer.ts'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import type { BoardOffer, DistrictBoard } from '#app/domain/board/types.ts'
import { withoutVillages } from '#app/domain/board/without-villages.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { type HiddenNote, hiddenNote } from '#app/features/matches/hidden-names.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand, demandRegency } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import { readFilter } from './board-query.ts'
import type { BoardFilter, ComputedBoard } from './board-request.ts'
import { boardOf, regencyOf } from './district-board.server.ts'
import { type GroupOverview, groupOverview } from './group-overview.ts'

/** An offer as the board names it, with its rules for wording changes. */
export type NamedOffer = Pick<Offer, 'id' | 'status' | 'conditions'> & {
  readonly name: string
  readonly partnerName: string
}

export interface BoardPlace {
  readonly code: string
  readonly name: string
  readonly province: { readonly code: string; readonly name: string }
}

/** A board with everything a page or file says around it. */
export interface LoadedBoard extends Omit<ComputedBoard, 'hidden'> {
  readonly hidden: HiddenNote
  readonly region: BoardPlace
  /** It speaks of the actors in the viewer's own care only. */
  readonly ownOnly: boolean
  readonly filter: BoardFilter
  readonly today: Day
  readonly policy: string
  /** Every offer by id. */
  readonly offers: Readonly<Record<string, NamedOffer>>
}

/** A board as its page shows it: groups and offers cut to what one can read; files hold all. */
export interface BoardPage extends Omit<LoadedBoard, 'board'> {
  readonly board: Omit<DistrictBoard, 'groups' | 'nearGroups' | 'offers'>
  readonly ranked: RankedOffers
  readonly groups: GroupOverview
  readonly isModel: boolean
  readonly mayImport: boolean
}

/** The board's offers in the three lists a page shows, each in the order of the board. */
export interface RankedOffers {
  /** Running programmes that somebody here meets, may meet, or meets after one change. */
  readonly current: readonly BoardOffer[]
  /** The same for programmes nobody has verified. */
  readonly unverified: readonly BoardOffer[]
  /** Those for nobody here, programmes of the past included. */
  readonly forNobody: readonly BoardOffer[]
}

export function rankedOffers(
  rows: readonly BoardOffer[],
  statusOf: (offerId: string) => Offer['status'] | undefined,
): RankedOffers {
  const concerns = (row: BoardOffer): boolean => row.eligible + row.undecided + row.oneChange > 0
  return {
    current: rows.filter((row) => concerns(row) && statusOf(row.offerId) !== 'unverified'),
    unverified: rows.filter((row) => concerns(row) && statusOf(row.offerId) === 'unverified'),
    forNobody: rows.filter((row) => !concerns(row)),
  }
}

/** What a board is read with. */
export type BoardContext = Pick<RequestContext, 'client' | 'today' | 'viewer'>

/**
 * Whose actors a board speaks of: a companion's own, for anybody else everybody in the kabupaten or kota. Officers of a
 * place, its province and the ministry then share one kept answer.
 */
export function boardScope({ scope }: Viewer): Scope {
  return scope.reach === 'companion' ? scope : EVERYTHING
}

/**
 * The kabupaten or kota a board page is about.
 * @throws Response 401 or 403 for who may read no board, 404 for any other code and for places outside the viewer's scope.
 */
export async function boardPlace(
  { client, today, viewer }: BoardContext,
  code: string,
): Promise<{ readonly world: MatchWorld; readonly place: BoardPlace }> {
  demand(viewer, 'boards:read')
  demandRegency(viewer, code)
  const world = await matchWorld(client.db, today)
  const region = regencyOf(world, code)
  if (!region?.parent_code) throw notFound()
  const province = { code: region.parent_code, name: world.regionName(region.parent_code) }
  return { world, place: { code, name: world.regionName(code), province } }
}

/**
 * The board of a district under the filter of a query, villages left out for who does not see identity; refusals as in
 * `boardPlace`.
 */
export async function loadBoard(context: BoardContext, code: string, query: URLSearchParams): Promise<LoadedBoard> {
  const { client, today, viewer } = context
  const { world, place } = await boardPlace(context, code)
  const filter = readFilter(query)
  const named = ({ id, status, conditions, name, partnerName }: NamedOffer): NamedOffer => ({
    id,
    status,
    conditions,
    name,
    partnerName,
  })
  const computed = await boardOf(client, { code, today, scope: boardScope(viewer), ...filter })
  return {
    ...computed,
    hidden: await hiddenNote(client.db, computed.hidden),
    board: can(viewer, 'actors:identity') ? computed.board : withoutVillages(computed.board),
    region: place,
    ownOnly: viewer.scope.reach === 'companion',
    filter,
    today,
    policy: world.context.policy.version,
    offers: Object.fromEntries(world.offers.map((offer) => [offer.id, named(offer)])),
  }
}

/** Everything the page of a board shows; refusals as in `boardPlace`. */
export async function loadBoardPage(context: BoardContext, code: string, query: URLSearchParams): Promise<BoardPage> {
  const { board, ...loaded } = await loadBoard(context, code, query)
  const { offers, groups, nearGroups, ...rest } = board
  const models = await findModelDistricts(context.client.db)
  return {
    ...loaded,
    board: rest,
    ranked: rankedOffers(offers, (id) => loaded.offers[id]?.status),
    groups: groupOverview(offers, groups, nearGroups),
    isModel: models.some((model) => model.region_code === code),
    mayImport: can(context.viewer, 'actors:import'),
  }
}
