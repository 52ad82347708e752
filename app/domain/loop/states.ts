/** Where a collaboration proposal ("usulan kolaborasi") stands. */
export const PROPOSAL_STATES = [
  'draft',
  'sent',
  'seen',
  'clarification',
  'accepted',
  'declined',
  'withdrawn',
  'referred',
  'in_progress',
  'helped',
  'not_helped',
  'expired',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Which side began: an office (district, ministry) or the partner. The other side answers. */
export type Origin = 'office' | 'partner'

/** States in which an answer of the other side is owed. */
export const AWAITING_ANSWER: readonly ProposalState[] = ['sent', 'seen', 'clarification']

/** States after acceptance in which an outcome is owed. */
export const AWAITING_OUTCOME: readonly ProposalState[] = ['accepted', 'referred', 'in_progress']

/** States nothing leads out of. */
export const FINAL_STATES: readonly ProposalState[] = ['declined', 'withdrawn', 'helped', 'not_helped', 'expired']

/** States that hold a place of the offer: a yes that has not come to nothing. */
export const PLACE_TAKEN: readonly ProposalState[] = ['accepted', 'referred', 'in_progress', 'helped']

export function isProposalState(text: string): text is ProposalState {
  return (PROPOSAL_STATES as readonly string[]).includes(text)
}
