import { can } from '#app/domain/access/permissions.ts'
import type { Concern } from '#app/domain/board/concerned-actors.ts'
import type { ClusterId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { type BoardContext, boardPlace, boardScope, type NamedOffer } from './board-page.server.ts'
import { readConcern, readFilter } from './board-query.ts'
import type { BoardFilter } from './board-request.ts'
import { concernedOf } from './district-board.server.ts'

const PAGE_SIZE = 50

export interface ConcernedRow {
  readonly id: string
  readonly village: string | null
  readonly cluster: ClusterId | null
  readonly factsAsOf: Day | null
  /** How many of the offers it is about concern her. */
  readonly offers: number
}

export interface ConcernedPage {
  readonly place: { readonly code: string; readonly name: string }
  readonly showsVillage: boolean
  readonly concern: Concern
  readonly filter: BoardFilter
  readonly actors: number
  readonly pairs: number
  /** All offers it is about. */
  readonly offers: readonly NamedOffer[]
  readonly rows: readonly ConcernedRow[]
  readonly page: number
  readonly pageSize: number
}

/**
 * The actors behind a question or change of a board. Villages are told to who sees identity alone.
 * @throws Response as in `boardPlace`, and 404 for a question or change unknown.
 */
export async function loadConcernedPage(
  context: BoardContext,
  code: string,
  query: URLSearchParams,
): Promise<ConcernedPage> {
  const { client, today, viewer } = context
  const { world, place } = await boardPlace(context, code)
  const concern = readConcern(query)
  if (!concern) throw notFound()
  const filter = readFilter(query)
  const found = await concernedOf(client, { code, today, scope: boardScope(viewer), ...filter, concern })
  const seesIdentity = can(viewer, 'actors:identity')
  const named = (ids: readonly string[]) => ids.map((id) => world.offerById.get(id)!)
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('hal') ?? '1', 10) || 1))
  return {
    place,
    showsVillage: seesIdentity,
    concern,
    filter,
    actors: found.length,
    pairs: found.reduce((sum, one) => sum + one.offers.length, 0),
    offers: named([...new Set(found.flatMap((one) => one.offers))].sort()),
    rows: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ actor, offers }) => ({
      id: actor.id,
      village: seesIdentity ? actor.village : null,
      cluster: actor.cluster,
      factsAsOf: actor.factsAsOf,
      offers: offers.length,
    })),
    page,
    pageSize: PAGE_SIZE,
  }
}
