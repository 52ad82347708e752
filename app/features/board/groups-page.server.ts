import { can } from '#app/domain/access/permissions.ts'
import type { NearGroup, ProposedGroup } from '#app/domain/board/types.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { type BoardContext, type BoardPlace, loadBoard, type NamedOffer } from './board-page.server.ts'
import type { BoardFilter } from './board-request.ts'

const PAGE_SIZE = 20

export interface GroupsPage {
  readonly place: BoardPlace
  readonly offer: NamedOffer
  readonly filter: BoardFilter
  readonly formed: number
  readonly groups: readonly ProposedGroup[]
  /** All of them, on the first page only. */
  readonly nearGroups: readonly NearGroup[]
  readonly near: number
  readonly page: number
  readonly pageSize: number
  readonly mayPropose: boolean
}

/** Every group of one offer in a district. @throws Response as in `boardPlace`, and 404 for an offer unknown. */
export async function loadGroupsPage(context: BoardContext, code: string, query: URLSearchParams): Promise<GroupsPage> {
  const { board, offers, region, filter } = await loadBoard(context, code, query)
  const offer = offers[query.get('penawaran') ?? '']
  if (!offer) throw notFound()
  const own = <T extends { readonly offerId: string }>(items: readonly T[]) =>
    items.filter((item) => item.offerId === offer.id)
  const groups = own(board.groups)
  const near = own(board.nearGroups)
  const pages = Math.max(1, Math.ceil(groups.length / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('hal') ?? '1', 10) || 1))
  return {
    place: region,
    offer,
    filter,
    formed: groups.length,
    groups: groups.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    nearGroups: page === 1 ? near : [],
    near: near.length,
    page,
    pageSize: PAGE_SIZE,
    mayPropose: can(context.viewer, 'proposals:create'),
  }
}
