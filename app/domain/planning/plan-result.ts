import type { NeedId } from '../values/actor.ts'
import type { NoPlaceReason } from './demand.ts'
import type { OverrideFault } from './override-demand.ts'
import type { PlanGoal } from './scenario.ts'

/** A sum for each goal of the scenario. Goal units: women (never_helped), places (floor, covered), points (near). */
export type GoalSums = Readonly<Partial<Record<PlanGoal, number>>>

/** A place given to an actor. */
export interface PlanAward {
  readonly actor: string
  readonly offer: string
  readonly need: NeedId
  readonly pinned: boolean
}

/** Places of an offer in a kabupaten and cluster for a need. */
export interface PlanPlaces {
  readonly offer: string
  readonly regency: string
  /** Null for actors whose cluster is unknown. */
  readonly cluster: string | null
  readonly need: NeedId
  readonly places: number
}

/** Needs that got no place, with the reason. */
export interface PlanUnplaced {
  readonly regency: string
  readonly cluster: string | null
  readonly need: NeedId
  readonly reason: NoPlaceReason
  readonly needs: number
}

/** What an offer gives, and what one more place of it would be worth. */
export interface PlanOfferUse {
  readonly offer: string
  readonly places: number
  readonly used: number
  /** Null where it was not worked out in time. */
  readonly worth: GoalSums | null
  /** What one more place would be worth that may be used in one province only, by province code; the worthless left out. */
  readonly worthByProvince: Readonly<Record<string, GoalSums>>
}

export interface PlanFloorResult {
  /** A province, regency or cluster code. */
  readonly area: string
  /** Needs that some offer of the plan could serve there, no more for a woman than she may get. */
  readonly servable: number
  readonly asked: number
  readonly placed: number
  /** What the floor of this area alone costs the total; null where it was not worked out. */
  readonly cost: GoalSums | null
}

export interface PlanOverrideLoss {
  /** Position in the scenario. */
  readonly at: number
  /** What the plan would gain without it, by goal; null where it was not worked out. */
  readonly loss: GoalSums | null
  /** For a number set by hand that cannot be reached: how many can. */
  readonly reached: number | null
}

/** A plan, complete and in plain values. */
export interface PlanResult {
  readonly outcome: 'solved'
  /** `time_limit`: the best found when the time was over, with its distance to the proved bound. */
  readonly status: 'optimal' | 'time_limit'
  readonly gap: number
  /** The proved best of the model, which counts needs and does not know persons. */
  readonly best: GoalSums
  /** What the persons named in the plan get. */
  readonly reached: GoalSums
  /** Goals of filling offer after offer with the best place open. */
  readonly greedy: GoalSums
  readonly actors: number
  /** Needs of the actors of the scope, and those that some offer of the plan could serve. */
  readonly needs: number
  readonly servable: number
  readonly awards: readonly PlanAward[]
  readonly places: readonly PlanPlaces[]
  readonly unplaced: readonly PlanUnplaced[]
  readonly offers: readonly PlanOfferUse[]
  readonly floors: readonly PlanFloorResult[]
  /** The highest share every area can have, where the asked one is too high; null where it is met or none is asked. */
  readonly highestFloor: number | null
  readonly overrides: readonly PlanOverrideLoss[]
  /** Programmes that could not fill their minimum batch with persons, and were taken out. */
  readonly dropped: readonly string[]
  readonly rounds: number
  /** True where the time was over before prices, costs and losses were all worked out. */
  readonly incomplete: boolean
}

/** Why there is no plan. */
export type PlanRefusal =
  | { readonly outcome: 'contradiction'; readonly faults: readonly OverrideFault[] }
  | { readonly outcome: 'empty_scope' }
  | { readonly outcome: 'no_places' }
  | { readonly outcome: 'nothing_open' }
  | { readonly outcome: 'out_of_time' }

export type PlanAnswer = PlanResult | PlanRefusal
