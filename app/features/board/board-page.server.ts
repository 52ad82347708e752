import type { BoardOffer } from '#app/domain/board/types.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import type { DbClient } from '#db/client.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import { readFilter } from './board-query.ts'
import type { BoardFilter, ComputedBoard } from './board-request.ts'
import { boardOf, regencyOf } from './district-board.server.ts'

/** An offer as the board names it, with its rules for wording changes. */
export type NamedOffer = Offer & { readonly name: string; readonly partnerName: string }

export interface BoardPage extends Omit<ComputedBoard, 'district'> {
  readonly region: {
    readonly code: string
    readonly name: string
    readonly province: { readonly code: string; readonly name: string }
    readonly isModel: boolean
  }
  readonly district: ComputedBoard['district']
  readonly filter: BoardFilter
  readonly today: Day
  readonly policy: string
  /** Offers by id: all the board speaks of. */
  readonly offers: Readonly<Record<string, NamedOffer>>
  readonly ranked: RankedOffers
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

/** The kabupaten or kota a board page is about. @throws Response 404 for any other code. */
export async function boardPlace(client: DbClient, code: string, today: Day) {
  const world = await matchWorld(client.db, today)
  const region = regencyOf(world, code)
  if (!region?.parent_code) throw notFound()
  return { world, place: placeOf(world, code, region.parent_code) }
}

const placeOf = (world: MatchWorld, code: string, province: string) => ({
  code,
  name: world.regionName(code),
  province: { code: province, name: world.regionName(province) },
})

/** Everything the board of a district shows. @throws Response 404 for a code without a board. */
export async function loadBoardPage(
  client: DbClient,
  code: string,
  query: URLSearchParams,
  today: Day,
): Promise<BoardPage> {
  const { world, place } = await boardPlace(client, code, today)
  const filter = readFilter(query)
  const computed = await boardOf(client, { code, today, ...filter })
  const models = await findModelDistricts(client.db)
  return {
    ...computed,
    region: { ...place, isModel: models.some((model) => model.region_code === code) },
    filter,
    today,
    policy: world.context.policy.version,
    offers: Object.fromEntries(world.offerById),
    ranked: rankedOffers(computed.board.offers, (id) => world.offerById.get(id)?.status),
  }
}
