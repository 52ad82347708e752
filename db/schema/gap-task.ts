import type { Selectable } from 'kysely'

/** Somebody has to do something about a gap: win a partner, or ask one to extend an offer. */
export interface GapTaskTable {
  id: string
  kind: 'recruit' | 'extend'
  /** Gap, kind and offer in one text: two tasks of one subject are not open at once. */
  subject_key: string
  /** A province, or a kabupaten or kota; null for the country. */
  region_code: string | null
  cluster_id: string | null
  sector_id: string | null
  need_id: string
  /** The offer that is to be extended; null when a new partner is looked for. */
  offer_id: string | null
  partner_id: string | null
  /** JSON list of what is to be extended: region, cluster, sector. */
  parts: string
  /** Actors of the gap who had the need on `day`, and those of them nobody served. */
  wanted: number
  unserved: number
  /** What the extension would have covered on `day`: needs of so many actors. */
  would_needs: number | null
  would_actors: number | null
  /** What the figures were worked out from. */
  actors_read: number
  offers_read: number
  policy_version: string
  day: string
  /** JSON: how many actors of the gap each offer served on `day`; they do not close it by serving the same ones. */
  served_by: string
  note: string | null
  /** Who has taken it on. */
  taken_by: string | null
  taken_at: string | null
  /** Rises with every step: who writes over an older one is refused. */
  version: number
  created_by: string | null
  created_at: string
  updated_at: string
  /** Set by the matcher alone, with the offer that matches and how many actors of the gap it serves. */
  closed_at: string | null
  closed_offer_id: string | null
  closed_actors: number | null
  /** Set by the matcher alone: nobody of the gap is left without, and no offer has come for it. */
  gone_at: string | null
}

/** What happened to a task: a step for each version. */
export interface GapTaskEventTable {
  task_id: string
  version: number
  step: 'open' | 'take' | 'release' | 'note' | 'close'
  account_id: string | null
  /** The role of whoever did it; `system` for the matcher. */
  role: string
  note: string | null
  at: string
}

export type GapTaskRow = Selectable<GapTaskTable>
export type GapTaskEventRow = Selectable<GapTaskEventTable>
