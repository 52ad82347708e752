import type { Selectable } from 'kysely'

/** A question to the planner as it was asked ("skenario"). Never edited: a change is a new one that names its parent. */
export interface PlanScenarioTable {
  id: string
  name: string
  /** The scenario it was made from by hand work or another choice; null for a new one. */
  parent_id: string | null
  /** JSON of the domain Scenario. */
  data: string
  created_by: string | null
  created_at: string
}

/** One solve of a scenario with everything it was made from. */
export interface PlanResultTable {
  id: string
  scenario_id: string
  status: 'running' | 'done' | 'refused' | 'failed' | 'cancelled'
  /** Day the demand was read for. */
  day: string
  policy_version: string
  rules_version: string
  solver_version: string
  /** Change-log position of the demand. */
  watermark: number
  /** gzip of the JSON of the PlanBasis: with the scenario and the solver it gives the same answer again. */
  input: Uint8Array | null
  /** gzip of the JSON of the PlanAnswer; it holds actor codes and no names. */
  answer: Uint8Array | null
  /** SHA-256 of the answer's JSON, to compare a replay with. */
  digest: string | null
  seconds: number
  started_at: string
  finished_at: string | null
}

/** The ledger of hand work: what was pinned, forbidden or changed, by whom and why. */
export interface PlanOverrideTable {
  id: string
  scenario_id: string
  position: number
  kind: 'pin' | 'forbid' | 'number'
  offer_id: string
  /** JSON of the domain PlanOverride. */
  data: string
  reason: string
  created_by: string | null
  created_at: string
}

export type PlanScenarioRow = Selectable<PlanScenarioTable>
export type PlanResultRow = Selectable<PlanResultTable>
export type PlanOverrideRow = Selectable<PlanOverrideTable>
