import type { Selectable } from 'kysely'

/** A version of the matching policy. Versions are never edited; a new one is added and made active. */
export interface MatchPolicyTable {
  version: string
  /** JSON of domain Policy. */
  data: string
  is_active: 0 | 1
  created_at: string
  /** Why it was made; empty for the one of the first start. */
  note: string
  created_by: string | null
}

/** One national run; the ids and scores stand in a run file, explanations are recomputed on demand. */
export interface MatchRunTable {
  id: string
  status: 'running' | 'done' | 'failed' | 'cancelled'
  policy_version: string
  rules_version: string
  /** Change-log position the run has seen. */
  watermark: number
  top: number
  actors: number
  offers: number
  eligible_pairs: number
  undecided_pairs: number
  seconds: number
  /** File name inside the data folder; null until done. */
  file: string | null
  started_at: string
  finished_at: string | null
}

/** A decision as it was shown, with all it was made from, so that it can be replayed. */
export interface MatchDecisionTable {
  id: string
  actor_id: string
  offer_id: string
  policy_version: string
  rules_version: string
  decided_on: string
  /** JSON: {actor, offer} as they were. */
  input: string
  /** JSON of the domain Match. */
  result: string
  created_at: string
}

export type MatchPolicyRow = Selectable<MatchPolicyTable>
export type MatchRunRow = Selectable<MatchRunTable>
