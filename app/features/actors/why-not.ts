import type { Finding } from '#app/domain/eligibility/finding.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { FACT_IDS } from '#app/domain/values/facts.ts'
import type { MatchView } from '#app/features/matches/match-view.ts'

type Condition = Finding['condition']

/** Which failing condition names the group: what no change of hers can mend comes first. */
const DECIDING: readonly Condition[] = [
  'status',
  'need',
  'sector',
  'region',
  'cluster',
  'window',
  'capacity',
  'collaboration',
  ...FACT_IDS,
]

/** What is closest to her is read first, what is farthest last. */
const SHOWN: readonly Condition[] = [
  ...FACT_IDS,
  'collaboration',
  'capacity',
  'window',
  'cluster',
  'sector',
  'region',
  'need',
  'status',
]

export interface WhyNotGroup {
  readonly condition: Condition
  readonly offers: readonly MatchView[]
  /** Offers left out because of the limit. */
  readonly hidden: number
}

/** What would open offers, and which: the same change said once. */
export interface Opening {
  readonly change: string
  readonly offers: readonly string[]
}

/** Ineligible offers by the condition that decides against them; `limit` bounds the offers of one group. */
export function whyNotGroups(
  matches: readonly Match[],
  viewOf: (match: Match) => MatchView,
  limit: number,
): readonly WhyNotGroup[] {
  const groups = new Map<Condition, Match[]>()
  for (const match of matches) {
    if (match.verdict !== 'ineligible') continue
    const failing = new Set(match.trace.flatMap((finding) => (finding.result === 'fail' ? [finding.condition] : [])))
    const condition = DECIDING.find((one) => failing.has(one))!
    groups.set(condition, [...(groups.get(condition) ?? []), match])
  }
  return SHOWN.flatMap((condition) => {
    const found = groups.get(condition)
    if (!found) return []
    const offers = found.slice(0, limit).map((match) => viewOf(match))
    return [{ condition, offers, hidden: found.length - offers.length }]
  })
}

/** The nearest changes of ineligible offers, the one that opens most first. */
export function openings(groups: readonly WhyNotGroup[]): readonly Opening[] {
  const byChange = new Map<string, string[]>()
  for (const offer of groups.flatMap((group) => group.offers)) {
    if (offer.nearestChange === null) continue
    byChange.set(offer.nearestChange, [...(byChange.get(offer.nearestChange) ?? []), offer.offerName])
  }
  return [...byChange]
    .map(([change, offers]) => ({ change, offers }))
    .sort((a, b) => b.offers.length - a.offers.length || (a.change < b.change ? -1 : 1))
}
