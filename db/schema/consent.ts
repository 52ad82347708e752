import type { Insertable, Selectable } from 'kysely'
import type { Role } from '#app/domain/access/viewer.ts'
import type { ConsentMethod, ConsentPurpose, WithdrawalReason } from '#app/domain/consent/receipt.ts'

/** The wording somebody is asked with. Never changed: another wording is another version. */
export interface ConsentTextTable {
  id: string
  purpose: ConsentPurpose
  version: number
  language: string
  body: string
  added_at: string
}

/** One consent: to one partner, for one purpose, with these fields, up to a day. */
export interface ConsentReceiptTable {
  id: string
  actor_id: string
  partner_id: string
  purpose: ConsentPurpose
  /** JSON of ConsentField[]. */
  fields: string
  text_id: string
  method: ConsentMethod
  given_on: string
  /** The last day on which it counts. */
  expires_on: string
  /** Account; null for demo receipts. */
  recorded_by: string | null
  recorded_role: Role | 'system'
  recorded_at: string
  is_demo: 0 | 1
}

export interface ConsentWithdrawalTable {
  receipt_id: string
  withdrawn_on: string
  withdrawn_at: string
  reason: WithdrawalReason
  recorded_by: string | null
  recorded_role: Role | 'system'
}

/** A scan or recording that shows the consent; the file lies encrypted in the data folder. */
export interface ConsentEvidenceTable {
  id: string
  receipt_id: string
  kind: 'scan' | 'voice'
  media_type: string
  bytes: number
  /** Name under the folder of evidence. */
  file: string
  added_at: string
}

export type ConsentReceiptRow = Selectable<ConsentReceiptTable>
export type NewConsentReceipt = Insertable<ConsentReceiptTable>
export type ConsentWithdrawalRow = Selectable<ConsentWithdrawalTable>
export type ConsentEvidenceRow = Selectable<ConsentEvidenceTable>
