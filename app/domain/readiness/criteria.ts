/** What makes a kabupaten or kota ready to be a model of synergy, in the order it is shown. */
export const CRITERION_IDS = ['mou', 'team', 'companions', 'fresh_data', 'answers', 'open_places'] as const
export type CriterionId = (typeof CRITERION_IDS)[number]

/** Thresholds of the criteria. Raise `version` with every change: a judgement names the version it was made by. */
export interface ReadinessCriteria {
  readonly version: string
  /** MoU in force that name the regency, its province or its model district. */
  readonly mou: { readonly atLeast: number }
  /** Most actors for one companion who accompanies somebody. */
  readonly companions: { readonly mostActorsEach: number }
  /** Percent of actors whose facts were confirmed within so many days. */
  readonly fresh_data: { readonly atLeastPercent: number; readonly withinDays: number }
  /** Percent of proposals to partners answered within their time, of those sent within so many days. */
  readonly answers: { readonly atLeastPercent: number; readonly withinDays: number }
  /** Current offers for the regency with places left by a figure the policy still trusts. */
  readonly open_places: { readonly atLeast: number }
}

/**
 * The criteria of the first start. Which things count comes from the design of the programme; all numbers are our
 * proposal, to be set by the ministry.
 */
export const READINESS_CRITERIA: ReadinessCriteria = {
  version: '2026-11',
  mou: { atLeast: 1 },
  companions: { mostActorsEach: 25 },
  fresh_data: { atLeastPercent: 75, withinDays: 90 },
  answers: { atLeastPercent: 75, withinDays: 365 },
  open_places: { atLeast: 1 },
}
