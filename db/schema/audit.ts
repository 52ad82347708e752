import type { AuditAction, AuditActor, AuditReason, AuditSubject } from '#app/domain/audit/event.ts'

/** Append-only, hash-chained; the database refuses changes. Ids only: nothing in it names anybody. */
export interface AuditEventTable {
  /** 1, 2, 3 ... without a gap. */
  seq: number
  at: string
  account_id: string | null
  role: AuditActor['role']
  action: AuditAction
  subject_type: AuditSubject
  subject_id: string | null
  partner_id: string | null
  because: AuditReason | null
  /** JSON of codes and figures. */
  detail: string
  prev_hash: string
  /** SHA-256 over the row and the hash before it. */
  hash: string
}
