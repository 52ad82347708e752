import { groupBounds } from '../board/groups.ts'
import type { Finding } from '../eligibility/finding.ts'
import type { Match } from '../matching/match.ts'
import type { ActorProfile } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'

/** What keeps one actor from being proposed, or the proposal as a whole (`group_*`, `districts`, `empty`). */
export type SendingProblemCode =
  | 'gone'
  | 'ineligible'
  | 'unknown_facts'
  | 'outside_area'
  | 'window_closed'
  | 'capacity_full'
  | 'no_consent'
  | 'objects'
  | 'engaged'
  | 'hidden'
  | 'empty'
  | 'districts'
  | 'group_small'
  | 'group_large'
  | 'group_villages'

export interface SendingProblem {
  readonly code: SendingProblemCode
  /** Null for the proposal as a whole. */
  readonly actorId: string | null
  /** The findings that decided it, where a condition did. */
  readonly findings: readonly Finding[]
}

/** Places a proposal takes of an offer: one for a group where the partner counts groups, else one for each actor. */
export function placesNeeded(offer: Pick<Offer, 'capacity'>, actors: number, isGroup: boolean): number {
  return isGroup && offer.capacity.unit === 'group' ? Math.min(1, actors) : actors
}

/** Places left by the figure on record; null where the partner has published none. */
export function placesLeft(offer: Pick<Offer, 'capacity'>): number | null {
  const { slots, taken } = offer.capacity
  return slots === null ? null : Math.max(0, slots - taken)
}

/** Unknowns that only the partner can settle; they are asked of it with the proposal instead of holding it back. */
const FOR_THE_PARTNER: readonly Finding['code'][] = ['capacity.stale', 'region.ask_partner']

/** What a match of today says about sending; null when nothing stands in the way. */
export function matchProblem(match: Match): SendingProblem | null {
  const open = match.trace.filter((finding) => finding.condition !== 'partner_checked')
  const failed = open.filter((finding) => finding.result === 'fail')
  const failedOn = (condition: Finding['condition']) => failed.some((finding) => finding.condition === condition)
  const problem = (code: SendingProblemCode, findings: readonly Finding[]) => ({
    code,
    actorId: match.actorId,
    findings,
  })
  if (failedOn('window')) return problem('window_closed', failed)
  if (failedOn('capacity')) return problem('capacity_full', failed)
  if (failedOn('region')) return problem('outside_area', failed)
  if (failed.length > 0) return problem('ineligible', failed)
  const unknown = open.filter((finding) => finding.result === 'unknown' && !FOR_THE_PARTNER.includes(finding.code))
  return unknown.length > 0 ? problem('unknown_facts', unknown) : null
}

/** Whether the figure of places has to be confirmed by the partner before it can say yes. */
export function needsConfirmation(match: Pick<Match, 'trace'>): boolean {
  return match.trace.some((finding) => finding.code === 'capacity.stale')
}

/** The profile an actor is matched under: within a group, the size of that group counts, whatever she has recorded. */
export function profileInGroup(actor: ActorProfile, size: number | null): ActorProfile {
  return size === null ? actor : { ...actor, facts: { ...actor.facts, group_size: size } }
}

/** What keeps these actors from going together. */
export function togetherProblems(
  offer: Offer,
  actors: readonly Pick<ActorProfile, 'regency' | 'village'>[],
  isGroup: boolean,
): readonly SendingProblem[] {
  const problem = (code: SendingProblemCode): SendingProblem => ({ code, actorId: null, findings: [] })
  if (actors.length === 0) return [problem('empty')]
  const found: SendingProblem[] = []
  if (new Set(actors.map((actor) => actor.regency)).size > 1) found.push(problem('districts'))
  const left = placesLeft(offer)
  if (left !== null && left > 0 && placesNeeded(offer, actors.length, isGroup) > left)
    found.push(problem('capacity_full'))
  if (!isGroup) return found
  // why: a group is of one village (vocabulary, `group_size`)
  if (new Set(actors.map((actor) => actor.village)).size > 1) found.push(problem('group_villages'))
  const bounds = groupBounds(offer)
  if (bounds && actors.length < bounds.minimum) found.push(problem('group_small'))
  if (bounds && actors.length > bounds.maximum) found.push(problem('group_large'))
  return found
}
