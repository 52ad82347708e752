/** Why something ended without help: the short list every "no" is chosen from. */
export const REASONS = [
  'no_capacity',
  'not_eligible',
  'outside_area',
  'programme_closed',
  'could_not_reach',
  'no_longer_wants',
  'consent_ended',
  'duplicate',
  'other',
] as const
export type ReasonId = (typeof REASONS)[number]

export interface Reason {
  readonly id: ReasonId
  /** For `not_eligible`: which condition of the offer, as the trace names it. */
  readonly condition: string | null
  /** For `other`: what it was, in words. Optional remark elsewhere. */
  readonly text: string | null
}

/** Longest remark beside a reason, in characters. */
export const REASON_TEXT_LIMIT = 500

/** Reasons that make sense for each kind of ending. */
export const REASONS_FOR: Readonly<Record<'decline' | 'withdraw' | 'not_helped', readonly ReasonId[]>> = {
  decline: ['no_capacity', 'not_eligible', 'outside_area', 'programme_closed', 'duplicate', 'other'],
  withdraw: [
    'no_longer_wants',
    'consent_ended',
    'could_not_reach',
    'not_eligible',
    'programme_closed',
    'duplicate',
    'other',
  ],
  not_helped: REASONS,
}

export type ReasonProblem = 'missing' | 'not_listed' | 'condition_missing' | 'text_missing' | 'text_long'

/** What is wrong with a reason for a kind of ending; null when it can be kept. */
export function reasonProblem(kind: keyof typeof REASONS_FOR, reason: Reason | null): ReasonProblem | null {
  if (reason === null) return 'missing'
  if (!REASONS_FOR[kind].includes(reason.id)) return 'not_listed'
  if (reason.id === 'not_eligible' && !reason.condition?.trim()) return 'condition_missing'
  if (reason.id === 'other' && !reason.text?.trim()) return 'text_missing'
  if ((reason.text?.length ?? 0) > REASON_TEXT_LIMIT) return 'text_long'
  return null
}

export function isReasonId(text: string): text is ReasonId {
  return (REASONS as readonly string[]).includes(text)
}
