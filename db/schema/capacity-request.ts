import type { Selectable } from 'kysely'

/** A partner is asked how many places an offer has, since a plan may not spend what is old or was never stated. */
export interface CapacityRequestTable {
  id: string
  offer_id: string
  partner_id: string
  /** Why the figure on record cannot be spent. */
  reason: 'not_stated' | 'stale' | 'unit'
  /** Letters that were written; none where the partner has no account yet. */
  letters: number
  asked_by: string | null
  asked_at: string
  answered_by: string | null
  answered_at: string | null
  answered_via: 'page' | 'link' | 'clock' | null
}

/** The secret of a letter with which the places are confirmed once without an account; only its hash is kept. */
export interface CapacityLinkTable {
  token_hash: string
  request_id: string
  account_id: string | null
  created_at: string
  expires_at: string
  used_at: string | null
}

export type CapacityRequestRow = Selectable<CapacityRequestTable>
export type CapacityLinkRow = Selectable<CapacityLinkTable>
