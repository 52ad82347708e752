import type { ConcernedActor } from '#app/domain/board/concerned-actors.ts'
import type { DistrictBoard } from '#app/domain/board/types.ts'
import type { Day } from '#app/domain/values/day.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { countActorsOfRegency } from '#db/queries/actors.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import type { RegionRow } from '#db/schema/reference.ts'
import {
  type BoardCalls,
  type BoardRequest,
  type ComputedBoard,
  type ConcernRequest,
  NO_FILTER,
} from './board-request.ts'
import { type BoardThread, boardThread } from './board-thread.server.ts'
import { computeBoard, computeConcerned } from './compute-board.server.ts'

/** A board of this many actors takes about 50 ms, the longest the event loop may be held. */
const MOST_ON_THE_LOOP = 500
const MOST_KEPT = 60

interface Kept {
  /** Change-log position the answers belong to. */
  watermark: number
  readonly answers: Map<string, Promise<unknown>>
  readonly thread: BoardThread | null
}

const keptByDatabase = new WeakMap<object, Kept>()

function keptFor(client: DbClient): Kept {
  let kept = keptByDatabase.get(client.db)
  if (!kept) {
    // why: a database in memory belongs to one connection, so another thread cannot read it
    const file = client.sqlite.memory ? null : client.sqlite.name
    kept = { watermark: -1, answers: new Map(), thread: file === null ? null : boardThread(file) }
    keptByDatabase.set(client.db, kept)
  }
  return kept
}

/** Answers from what is kept, until anything in the database changes; the same question asked meanwhile shares one answer. */
async function answer<C extends keyof BoardCalls>(
  client: DbClient,
  call: C,
  request: Parameters<BoardCalls[C]>[0],
  onTheLoop: () => Promise<ReturnType<BoardCalls[C]>>,
): Promise<ReturnType<BoardCalls[C]>> {
  const kept = keptFor(client)
  const watermark = await getWatermark(client.db)
  if (watermark !== kept.watermark) {
    kept.answers.clear()
    kept.watermark = watermark
  }
  const key = JSON.stringify([call, request])
  const known = kept.answers.get(key)
  if (known) return known as Promise<ReturnType<BoardCalls[C]>>
  if (kept.answers.size >= MOST_KEPT) kept.answers.delete(kept.answers.keys().next().value!)
  const asked = countActorsOfRegency(client.db, request.code).then((actors) =>
    kept.thread && actors > MOST_ON_THE_LOOP ? kept.thread.call(call, request) : onTheLoop(),
  )
  kept.answers.set(key, asked)
  asked.catch(() => {
    if (kept.answers.get(key) === asked) kept.answers.delete(key)
  })
  return asked
}

/** The board of a district, large ones worked out in another thread. */
export function boardOf(client: DbClient, request: BoardRequest): Promise<ComputedBoard> {
  return answer(client, 'board', request, () => computeBoard(client.db, request))
}

/** The actors behind a question or unlock of a board, large districts likewise. */
export function concernedOf(client: DbClient, request: ConcernRequest): Promise<readonly ConcernedActor[]> {
  return answer(client, 'concerned', request, () => computeConcerned(client.db, request))
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

/** The board of a kabupaten or kota on a day; undefined when there is none with that code. */
export async function districtBoardFor(
  client: DbClient,
  code: string,
  today: Day,
): Promise<DistrictBoardResult | undefined> {
  const world = await matchWorld(client.db, today)
  const region = regencyOf(world, code)
  if (!region) return undefined
  const { board } = await boardOf(client, { code, today, ...NO_FILTER })
  return { world, board, region }
}
