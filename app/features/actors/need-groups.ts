import type { Match } from '#app/domain/matching/match.ts'
import type { NeedId } from '#app/domain/values/actor.ts'
import type { MatchView } from '#app/features/matches/match-view.ts'

/** An offer that already stands under a more urgent need. */
export interface ShownAbove {
  readonly offerId: string
  readonly offerName: string
  readonly need: NeedId
}

/** The offers for one of her needs, eligible before undecided; what no living source confirms stands apart. */
export interface NeedGroup {
  readonly need: NeedId
  readonly verified: readonly MatchView[]
  readonly unverified: readonly MatchView[]
  readonly above: readonly ShownAbove[]
  readonly counts: { readonly eligible: number; readonly undecided: number }
  /** Offers for this need that are closed to her. */
  readonly closed: number
  /** Cards left out because of the limit. */
  readonly hidden: number
}

/**
 * Deals eligible and undecided matches, in their order, to her needs by urgency. An offer that serves several gets its
 * card once, under the first of them. `limit` bounds the cards of one need;
 * those of `keep`, which the page speaks of elsewhere, are never left out.
 */
export function needGroups(
  needs: readonly NeedId[],
  matches: readonly Match[],
  servedBy: (offerId: string) => readonly NeedId[],
  view: (match: Match, need: NeedId) => MatchView,
  limit: number,
  keep: ReadonlySet<string>,
): readonly NeedGroup[] {
  const shown = new Map<string, ShownAbove>()
  return needs.map((need) => {
    const forNeed = matches.filter((match) => servedBy(match.offerId).includes(need))
    const serving = forNeed.filter((match) => match.verdict !== 'ineligible')
    const above = serving.flatMap((match) => shown.get(match.offerId) ?? [])
    const fresh = serving.filter((match) => !shown.has(match.offerId))
    const cards = fresh.filter((match, at) => at < limit || keep.has(match.offerId)).map((match) => view(match, need))
    for (const { offerId, offerName } of cards) shown.set(offerId, { offerId, offerName, need })
    const count = (verdict: Match['verdict']) => serving.filter((match) => match.verdict === verdict).length
    return {
      need,
      verified: cards.filter((card) => card.status === 'current'),
      unverified: cards.filter((card) => card.status !== 'current'),
      above,
      counts: { eligible: count('eligible'), undecided: count('undecided') },
      closed: forNeed.length - serving.length,
      hidden: fresh.length - cards.length,
    }
  })
}
