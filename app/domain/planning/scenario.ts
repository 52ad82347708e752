import type { ClusterId, NeedId } from '../values/actor.ts'

/**
 * What a plan is to achieve, each before the ones after it: women nobody has helped yet get a first place; every area
 * gets its floor; as many needs as possible are covered; places of a near partner go before those of a far one.
 */
export const PLAN_GOALS = ['never_helped', 'floor', 'covered', 'near'] as const
export type PlanGoal = (typeof PLAN_GOALS)[number]

/** Each area gets at least this share of the needs that some offer of the plan could serve there. */
export interface PlanFloor {
  readonly per: 'province' | 'cluster' | 'regency'
  /** In [0, 1]. */
  readonly share: number
}

/** A programme runs with at least `minimumBatch` places or not at all; at most `most` run, or any number. */
export interface PlanProgrammes {
  readonly minimumBatch: number
  readonly most: number | null
}

/** Hand work on a plan. Each carries why, and stays in the ledger of overrides. */
export type PlanOverride = { readonly reason: string } & (
  | { readonly kind: 'pin'; readonly offer: string; readonly actor: string; readonly need: NeedId | null }
  | {
      readonly kind: 'forbid'
      readonly offer: string
      readonly actor: string | null
      /** A kabupaten or kota where the offer is to have no place; null with an actor, or for everywhere. */
      readonly regency: string | null
    }
  | {
      /** Exactly so many places of an offer for a need in a kabupaten or kota. */
      readonly kind: 'number'
      readonly offer: string
      readonly regency: string
      readonly need: NeedId
      readonly places: number
    }
)

/** The places of an offer as the planner sets them, instead of what the partner has confirmed. */
export interface PlanCapacity {
  readonly places: number
  readonly reason: string
}

/** A question to the planner, complete: the same scenario over the same data gives the same plan. */
export interface Scenario {
  readonly name: string
  /** Province codes, or codes of kabupaten and kota; empty for the whole country. */
  readonly regions: readonly string[]
  /** Empty for all. */
  readonly clusters: readonly ClusterId[]
  /** Empty for all. */
  readonly needs: readonly NeedId[]
  /** Offer ids; empty for all. */
  readonly offers: readonly string[]
  readonly goals: readonly PlanGoal[]
  readonly floor: PlanFloor | null
  /** Most partners' places for one actor, 1 to 10. */
  readonly perActor: number
  readonly capacities: Readonly<Record<string, PlanCapacity>>
  /** Also actors whose eligibility is not decided yet; each then has questions to be asked first. */
  readonly undecided: boolean
  readonly programmes: PlanProgrammes | null
  /** Decides among actors who have waited equally long. */
  readonly seed: number
  readonly overrides: readonly PlanOverride[]
  /** Seconds the solver may take, 1 to 600. */
  readonly timeLimit: number
}

export const DEFAULT_SCENARIO: Scenario = {
  name: '',
  regions: [],
  clusters: [],
  needs: [],
  offers: [],
  goals: ['never_helped', 'floor', 'covered', 'near'],
  floor: null,
  perActor: 3,
  capacities: {},
  undecided: false,
  programmes: null,
  seed: 1,
  overrides: [],
  timeLimit: 60,
}

/** The goals that a scenario puts to work: a floor only where one is asked, and covered need always. */
export function goalsOf(scenario: Pick<Scenario, 'goals' | 'floor'>): readonly PlanGoal[] {
  const goals = [...new Set(scenario.goals)].filter((goal) => goal !== 'floor' || scenario.floor !== null)
  if (scenario.floor !== null && !goals.includes('floor')) goals.unshift('floor')
  return goals.includes('covered') ? goals : [...goals, 'covered']
}
