import type { FactId, FactValue } from '../values/facts.ts'

/** One offer as a district sees it. */
export interface BoardOffer {
  readonly offerId: string
  readonly eligible: number
  readonly undecided: number
  /** Ineligible now, eligible after one fact changes. */
  readonly oneChange: number
  /** Weighted needs covered among the eligible actors, in actors: 12.5 means as much as all needs of 12.5 actors. */
  readonly needCovered: number
}

/** One need as a district sees it; `wanted` counts actors, the others partition it. */
export interface BoardNeed {
  readonly need: string
  readonly wanted: number
  /** At least one eligible offer serves it. */
  readonly served: number
  /** None eligible, at least one undecided. */
  readonly undecided: number
  /** Nobody serves it for these actors: the gap. */
  readonly unserved: number
}

/** A change of one fact and what it opens: "NIB for 43 actors opens 5 offers". */
export interface Unlock {
  readonly fact: FactId
  /** The permits to add, or the value to reach. */
  readonly to: FactValue
  readonly actors: number
  readonly offers: readonly string[]
}

/** Actors of one village who together meet an offer's minimum and meet all its other conditions. */
export interface ProposedGroup {
  readonly offerId: string
  /** Null for who may not know where people live. */
  readonly village: string | null
  readonly minimum: number
  readonly members: readonly string[]
}

/** A village where some are still missing: "lacking 3 in village X". */
export interface NearGroup {
  readonly offerId: string
  /** Null for who may not know where people live. */
  readonly village: string | null
  readonly minimum: number
  readonly have: number
  readonly lacking: number
}

/** A question and how many undecided pairs of the district any answer settles. */
export interface BoardQuestion {
  readonly fact: FactId
  readonly settles: number
  readonly actors: number
}

export interface DistrictBoard {
  readonly actors: number
  readonly byCluster: Readonly<Record<'IR1' | 'IR2' | 'IR3' | 'unknown', number>>
  readonly eligiblePairs: number
  readonly undecidedPairs: number
  /** Actors with at least one eligible offer. */
  readonly actorsServed: number
  readonly offers: readonly BoardOffer[]
  readonly needs: readonly BoardNeed[]
  readonly unlocks: readonly Unlock[]
  readonly groups: readonly ProposedGroup[]
  readonly nearGroups: readonly NearGroup[]
  readonly questions: readonly BoardQuestion[]
}
