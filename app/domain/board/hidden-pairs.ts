/** Whether somebody decided that an offer is not proposed to an actor: the pair then counts nowhere. */
export type IsHidden = (actorId: string, offerId: string) => boolean

export const NOTHING_HIDDEN: IsHidden = () => false

/** A test for pairs, by the ids of both. */
export function hiddenPairs(pairs: readonly { readonly actorId: string; readonly offerId: string }[]): IsHidden {
  if (pairs.length === 0) return NOTHING_HIDDEN
  const offersOf = new Map<string, Set<string>>()
  for (const { actorId, offerId } of pairs) {
    const own = offersOf.get(actorId)
    if (own) own.add(offerId)
    else offersOf.set(actorId, new Set([offerId]))
  }
  return (actorId, offerId) => offersOf.get(actorId)?.has(offerId) ?? false
}
