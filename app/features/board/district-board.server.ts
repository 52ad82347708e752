import { EVERYTHING } from '#app/domain/access/viewer.ts'
import type { ConcernedActor } from '#app/domain/board/concerned-actors.ts'
import type { DistrictBoard } from '#app/domain/board/types.ts'
import type { Day } from '#app/domain/values/day.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { countActorsOfRegency } from '#db/queries/actors.ts'
import type { RegionRow } from '#db/schema/reference.ts'
import { type BoardRequest, type ComputedBoard, type ConcernRequest, NO_FILTER } from './board-request.ts'
import { computeBoard, computeConcerned } from './compute-board.server.ts'
import { keptAnswer } from './kept-answers.server.ts'

/** A board of this many actors takes about 50 ms. */
const MOST_ON_THE_LOOP = 500

const isLarge = async (client: DbClient, code: string): Promise<boolean> =>
  (await countActorsOfRegency(client.db, code)) > MOST_ON_THE_LOOP

/**
 * The board of a district, large ones worked out in another thread. A companion's is small, and worked out each time: an
 * assignment counts from the moment it is made or taken back.
 */
export function boardOf(client: DbClient, request: BoardRequest): Promise<ComputedBoard> {
  if (request.scope.reach === 'companion') return computeBoard(client.db, request)
  return keptAnswer(client, {
    call: 'board',
    request,
    isHeavy: () => isLarge(client, request.code),
    onTheLoop: () => computeBoard(client.db, request),
  })
}

/** The actors behind a question or unlock of a board, large districts likewise. */
export function concernedOf(client: DbClient, request: ConcernRequest): Promise<readonly ConcernedActor[]> {
  if (request.scope.reach === 'companion') return computeConcerned(client.db, request)
  return keptAnswer(client, {
    call: 'concerned',
    request,
    isHeavy: () => isLarge(client, request.code),
    onTheLoop: () => computeConcerned(client.db, request),
  })
}

/** The kabupaten or kota with a code, or undefined: provinces have no board of their own. */
export function regencyOf(world: MatchWorld, code: string): RegionRow | undefined {
  const region = world.regionByCode.get(code)
  return region?.level === 'regency' ? region : undefined
}

export interface DistrictBoardResult {
  readonly world: MatchWorld
  readonly board: DistrictBoard
  readonly region: RegionRow
}

/** The board of a kabupaten or kota on a day, for the operator; undefined when there is none with that code. */
export async function districtBoardFor(
  client: DbClient,
  code: string,
  today: Day,
): Promise<DistrictBoardResult | undefined> {
  const world = await matchWorld(client.db, today)
  const region = regencyOf(world, code)
  if (!region) return undefined
  const { board } = await boardOf(client, { code, today, scope: EVERYTHING, ...NO_FILTER })
  return { world, board, region }
}
