import type { Match } from '../matching/match.ts'

/** What the ranking says about a chosen offer for one actor. */
export interface RankingView {
  /** Place of the chosen offer among those she is eligible for, counted from 1; null where she is not. */
  readonly rank: number | null
  /** The best offer that serves all the needs the chosen one would, with a higher fit; null where there is none. */
  readonly instead: string | null
}

/**
 * Whether choosing an offer goes against the ranking: she is eligible for another one that serves the same needs of hers
 * (or more) and fits better. Offers hidden for her or already engaged (`aside`) recommend nothing.
 * @param matches all her matches, in their order.
 */
export function rankingView(
  matches: readonly Match[],
  chosenId: string,
  needs: readonly string[],
  needsOf: (offerId: string) => readonly string[],
  aside: ReadonlySet<string>,
): RankingView {
  const eligible = matches.filter((match) => match.verdict === 'eligible')
  const place = eligible.findIndex((match) => match.offerId === chosenId)
  const chosen = matches.find((match) => match.offerId === chosenId)
  const shared = needs.filter((need) => needsOf(chosenId).includes(need))
  const better = eligible.find(
    (match) =>
      match.offerId !== chosenId &&
      !aside.has(match.offerId) &&
      match.fit > (chosen?.fit ?? 0) &&
      shared.every((need) => needsOf(match.offerId).includes(need)),
  )
  return { rank: place < 0 ? null : place + 1, instead: better?.offerId ?? null }
}
