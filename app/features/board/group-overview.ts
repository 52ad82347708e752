import type { BoardOffer, NearGroup, ProposedGroup } from '#app/domain/board/types.ts'

const GROUPS_SHOWN = 5
const NEAR_SHOWN = 5

/** The groups of one offer, the first few by name. */
export interface OfferGroups {
  readonly offerId: string
  readonly formed: number
  readonly near: number
  readonly groups: readonly ProposedGroup[]
  readonly nearGroups: readonly NearGroup[]
}

/** The groups of a board in short. */
export interface GroupOverview {
  readonly formed: number
  readonly near: number
  /** In the order of the board's offers. */
  readonly offers: readonly OfferGroups[]
  /** The complete group with most members, and the one that lacks fewest. */
  readonly largest: ProposedGroup | null
  readonly nearest: NearGroup | null
}

function byOffer<T extends { readonly offerId: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>()
  for (const item of items) {
    const list = lists.get(item.offerId)
    if (list) list.push(item)
    else lists.set(item.offerId, [item])
  }
  return lists
}

export function groupOverview(
  offers: readonly BoardOffer[],
  groups: readonly ProposedGroup[],
  nearGroups: readonly NearGroup[],
): GroupOverview {
  const formed = byOffer(groups)
  const near = byOffer(nearGroups)
  return {
    formed: groups.length,
    near: nearGroups.length,
    offers: offers
      .filter(({ offerId }) => formed.has(offerId) || near.has(offerId))
      .map(({ offerId }): OfferGroups => {
        const own = formed.get(offerId) ?? []
        const close = near.get(offerId) ?? []
        return {
          offerId,
          formed: own.length,
          near: close.length,
          groups: own.slice(0, GROUPS_SHOWN),
          nearGroups: close.slice(0, NEAR_SHOWN),
        }
      }),
    largest: groups.reduce<ProposedGroup | null>(
      (best, group) => (best && best.members.length >= group.members.length ? best : group),
      null,
    ),
    nearest: nearGroups[0] ?? null,
  }
}
