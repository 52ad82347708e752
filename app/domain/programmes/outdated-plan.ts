/** What a plan was made for. */
export interface PlanScope {
  readonly offers: readonly string[]
  readonly regencies: readonly string[]
}

/**
 * Whether a plan gives places that a programme has not: of an offer or in a kabupaten that is none of its own any more.
 * A programme may have more than its plan uses.
 */
export function planOutdated(used: PlanScope, programme: PlanScope): boolean {
  return (
    used.offers.some((offer) => !programme.offers.includes(offer)) ||
    used.regencies.some((regency) => !programme.regencies.includes(regency))
  )
}
