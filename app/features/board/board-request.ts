import type { Scope } from '#app/domain/access/viewer.ts'
import type { Concern, ConcernedActor } from '#app/domain/board/concerned-actors.ts'
import type { GapReason } from '#app/domain/board/gap-reasons.ts'
import type { DistrictBoard } from '#app/domain/board/types.ts'
import type { ClusterId, NeedId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { HiddenBy } from '#app/features/matches/count-hidden.ts'

/** Narrows a board to the actors of a cluster, or to one need: those who have it and the offers that serve it. */
export interface BoardFilter {
  readonly cluster: ClusterId | null
  readonly need: NeedId | null
}

export const NO_FILTER: BoardFilter = { cluster: null, need: null }

export interface BoardRequest extends BoardFilter {
  /** Code of a kabupaten or kota. */
  readonly code: string
  readonly today: Day
  /** Whose actors the board speaks of: everybody's there, or those in a companion's care. */
  readonly scope: Scope
}

export interface ConcernRequest extends BoardRequest {
  readonly concern: Concern
}

/** A board with what a page says around it. Plain values: it crosses between threads. */
export interface ComputedBoard {
  readonly board: DistrictBoard
  /** Why, for each need that nobody serves for somebody, in the order of the board. */
  readonly gaps: readonly GapReason[]
  /** Hidden matches of the board's actors and offers. */
  readonly hidden: HiddenBy
  /** The district before any filter. */
  readonly district: {
    readonly actors: number
    readonly byCluster: DistrictBoard['byCluster']
    /** Actors who have a need, by need. */
    readonly byNeed: Readonly<Record<NeedId, number>>
    readonly demoActors: number
  }
  /** Days on which the facts of the board's actors were last confirmed. */
  readonly facts: { readonly from: Day | null; readonly to: Day | null; readonly undated: number }
}

/** Actors a scope reaches. */
export interface ActorCounts {
  /** By code of kabupaten or kota; those without any are left out. */
  readonly byRegency: ReadonlyMap<string, number>
  readonly all: number
  readonly demo: number
}

/** What the thread for boards can be asked. */
export interface BoardCalls {
  readonly counts: (request: { readonly scope: Scope }) => ActorCounts
  readonly board: (request: BoardRequest) => ComputedBoard
  readonly concerned: (request: ConcernRequest) => readonly ConcernedActor[]
}
