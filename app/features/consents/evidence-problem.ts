/** The largest scan or recording in bytes, and the most of one consent. */
export const EVIDENCE_LIMIT = 8_000_000
export const MOST_EVIDENCE = 5

export const EVIDENCE_PROBLEMS = ['missing', 'type', 'large', 'many', 'no_key', 'unreadable'] as const
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number]
