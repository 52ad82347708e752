/** `against_ranking`: proposed though something else was recommended. `hide`: a match nobody should propose. */
export type OverrideKind = 'against_ranking' | 'hide'

/** Why a person decides otherwise than the ranking; words of her own stand beside it. */
export const OVERRIDE_REASONS = [
  'local_knowledge',
  'her_wish',
  'partner_agreed',
  'data_outdated',
  'better_timing',
  'programme',
  'other',
] as const
export type OverrideReason = (typeof OVERRIDE_REASONS)[number]

export function isOverrideReason(text: string): text is OverrideReason {
  return (OVERRIDE_REASONS as readonly string[]).includes(text)
}

export interface OverrideOutcome {
  readonly outcome: 'helped' | 'not_helped' | 'declined' | 'expired' | 'open'
}

/** How proposals of one kind ended: counts that a rate can be made of. */
export function countOutcomes(list: readonly OverrideOutcome[]): Readonly<Record<OverrideOutcome['outcome'], number>> {
  const counts = { helped: 0, not_helped: 0, declined: 0, expired: 0, open: 0 }
  for (const { outcome } of list) counts[outcome] += 1
  return counts
}
