import type { ActorProfile } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import type { NearGroup, ProposedGroup } from './types.ts'

/** The bounds an offer sets on the size of a group; null where it sets no minimum above one. */
export function groupBounds(
  offer: Pick<Offer, 'conditions'>,
): { readonly minimum: number; readonly maximum: number } | null {
  let minimum = 0
  let maximum = Number.POSITIVE_INFINITY
  for (const condition of offer.conditions) {
    if (condition.fact !== 'group_size') continue
    if (condition.op === 'gte') minimum = Math.max(minimum, Number(condition.value))
    if (condition.op === 'lte') maximum = Math.min(maximum, Number(condition.value))
  }
  return minimum > 1 && minimum <= maximum ? { minimum, maximum } : null
}

/** The smallest group an offer takes; 1 where it takes single actors. */
export function groupMinimum(offer: Pick<Offer, 'conditions'>): number {
  return groupBounds(offer)?.minimum ?? 1
}

/** Who has waited longest comes first, then the id. */
function byWaiting(a: ActorProfile, b: ActorProfile): number {
  const day = (actor: ActorProfile): string => actor.factsAsOf ?? '9999'
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Splits people into the fewest groups within the bounds, sizes as even as can be; those left over stay out. */
export function splitIntoGroups<T>(people: readonly T[], minimum: number, maximum: number): readonly (readonly T[])[] {
  let groups = Math.max(1, Math.ceil(people.length / maximum))
  if (groups * minimum > people.length) groups = Math.floor(people.length / minimum)
  if (groups === 0) return []
  const seated = Math.min(people.length, groups * maximum)
  const result: T[][] = []
  let at = 0
  for (let g = 0; g < groups; g++) {
    const size = Math.floor(seated / groups) + (g < seated % groups ? 1 : 0)
    result.push(people.slice(at, at + size) as T[])
    at += size
  }
  return result
}

/**
 * Groups that could be formed for an offer out of actors who meet everything but its group size, village by village
 * (a group is of one village: vocabulary, `group_size`). Nobody stands in two groups.
 */
export function formGroups(
  offer: Offer,
  candidates: readonly ActorProfile[],
): { readonly groups: readonly ProposedGroup[]; readonly near: readonly NearGroup[] } {
  const bounds = groupBounds(offer)
  if (!bounds) return { groups: [], near: [] }
  const villages = new Map<string, ActorProfile[]>()
  for (const actor of candidates) {
    if (actor.village === null) continue
    const key = `${actor.regency ?? ''}\u0000${actor.village}`
    villages.set(key, [...(villages.get(key) ?? []), actor])
  }
  const groups: ProposedGroup[] = []
  const near: NearGroup[] = []
  const { minimum, maximum } = bounds
  for (const [, people] of [...villages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const village = people[0]!.village!
    if (people.length < minimum) {
      near.push({ offerId: offer.id, village, minimum, have: people.length, lacking: minimum - people.length })
      continue
    }
    for (const members of splitIntoGroups([...people].sort(byWaiting), minimum, maximum))
      groups.push({ offerId: offer.id, village, minimum, members: members.map((actor) => actor.id) })
  }
  return { groups, near }
}
