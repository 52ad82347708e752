import type { Selectable } from 'kysely'
import type { EntryProblem, EntryState } from '#app/domain/programmes/entries.ts'
import type { ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import type { KpiMeasure, ProgrammeState } from '#app/domain/programmes/states.ts'

/** A synergy programme ("program sinergi"): partners and districts brought together for a period. */
export interface ProgrammeTable {
  id: string
  /** 1 when an invented account made it. */
  is_demo: 0 | 1
  title: string
  aim: string
  state: ProgrammeState
  /** Raised by every change: who acts on an older version has been overtaken. */
  version: number
  starts_on: string | null
  ends_on: string | null
  /** The province whose own programme it is; null for one of the ministry. */
  province_code: string | null
  /** The stored plan that says who is proposed to whom; null before one is made. */
  plan_result_id: string | null
  /** The programme it is a replication of. */
  copied_from: string | null
  /** Who was consulted and with what result; for the offices only. */
  consultation: string | null
  closing_note: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  /** Null while it never was published: nobody but its makers and those consulted may see it. */
  published_at: string | null
  closed_at: string | null
}

export interface ProgrammeOfferTable {
  programme_id: string
  position: number
  offer_id: string
  partner_id: string
}

/** A kabupaten or kota of a programme. */
export interface ProgrammeRegionTable {
  programme_id: string
  position: number
  regency_code: string
  /** How many actors are to be helped there; null where none is set. */
  target: number | null
}

/** What the programme wants to be measured by. */
export interface ProgrammeKpiTable {
  programme_id: string
  position: number
  measure: KpiMeasure
  /** Whole percent, 1 to 100; null for a measure in words. */
  percent: number | null
  /** Of `own` only. */
  words: string | null
}

/** A document as a link, a note, or both. */
export interface ProgrammeDocumentTable {
  programme_id: string
  position: number
  title: string
  url: string | null
  note: string | null
  /** 1: also on the public page. */
  is_public: 0 | 1
}

/** A document that was uploaded; its bytes lie sealed in the data folder under its id. */
export interface ProgrammeFileTable {
  id: string
  programme_id: string
  name: string
  media_type: string
  bytes: number
  /** 1: also on the public page. */
  is_public: 0 | 1
  account_id: string | null
  at: string
}

export interface ProgrammeLabelTable {
  programme_id: string
  label: ProgrammeLabel
}

/** One actor whom the plan gives one offer. After an erasure `actor_id` is null and the row still counts. */
export interface ProgrammeEntryTable {
  id: string
  programme_id: string
  offer_id: string
  regency_code: string
  actor_id: string | null
  /** The same for all entries of one woman in this programme, also after her erasure; it means nothing elsewhere. */
  person: string
  /** The need the place was given for. */
  need_id: string
  is_demo: 0 | 1
  /** Number of the batch it is sent or tried in. */
  batch: number
  state: EntryState
  /** Why it could not be sent at the last try. */
  problem: EntryProblem | null
  /** The proposal it became, and her place in it. */
  proposal_id: string | null
  proposal_position: number | null
  updated_at: string
}

/** What was done to a programme, in order; a version is made once. */
export interface ProgrammeEventTable {
  id: string
  programme_id: string
  version: number
  /** A step of the state machine, or `create`, `edit`, `plan`, `replicate`, `recheck`. */
  deed: string
  to_state: ProgrammeState
  account_id: string | null
  role: string
  at: string
}

/** A label on a province, kabupaten, kota or a village of one, with where it is written. */
export interface PlaceLabelTable {
  id: string
  region_code: string
  village: string | null
  label: ProgrammeLabel
  source: string
  since: string | null
  created_by: string | null
  created_at: string
}

export type ProgrammeRow = Selectable<ProgrammeTable>
export type ProgrammeOfferRow = Selectable<ProgrammeOfferTable>
export type ProgrammeRegionRow = Selectable<ProgrammeRegionTable>
export type ProgrammeKpiRow = Selectable<ProgrammeKpiTable>
export type ProgrammeDocumentRow = Selectable<ProgrammeDocumentTable>
export type ProgrammeFileRow = Selectable<ProgrammeFileTable>
export type ProgrammeEntryRow = Selectable<ProgrammeEntryTable>
export type ProgrammeEventRow = Selectable<ProgrammeEventTable>
export type PlaceLabelRow = Selectable<PlaceLabelTable>
