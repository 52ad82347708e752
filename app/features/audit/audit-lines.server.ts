import type { AuditDetail } from '#app/domain/audit/event.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { Db } from '#db/client.ts'
import type { AuditEventRow } from '#db/queries/audit.ts'

/** One line of the log as pages show it. */
export interface AuditLine {
  readonly seq: number
  readonly at: string
  /** Name of the account; null for the machine, the operator at the terminal, and accounts that are gone. */
  readonly account: string | null
  readonly role: AuditEventRow['role']
  readonly action: AuditEventRow['action']
  readonly subject: {
    readonly type: AuditEventRow['subject_type']
    readonly id: string | null
    readonly label: string | null
  }
  readonly partner: string | null
  readonly because: AuditEventRow['because']
  readonly detail: AuditDetail
}

/** Adds the names of accounts and partners; actors stay under their codes. */
export async function auditLines(db: Db, rows: readonly AuditEventRow[]): Promise<AuditLine[]> {
  const details = rows.map((row): AuditDetail => JSON.parse(row.detail))
  const companions = details.map(({ companion }) => (typeof companion === 'string' ? companion : null))
  const accounts = await namesOf(db, 'account', [...rows.map((row) => row.account_id), ...companions])
  const partners = await namesOf(
    db,
    'partner',
    rows.map((row) => row.partner_id),
  )
  return rows.map((row, at) => ({
    seq: row.seq,
    at: row.at,
    account: accounts.get(row.account_id ?? '') ?? null,
    role: row.role,
    action: row.action,
    subject: {
      type: row.subject_type,
      id: row.subject_id,
      label: row.subject_id !== null && row.subject_type === 'actor' ? actorCode(row.subject_id) : null,
    },
    partner: partners.get(row.partner_id ?? '') ?? row.partner_id,
    because: row.because,
    detail: companions[at] ? { ...details[at], companion: accounts.get(companions[at]) ?? null } : details[at]!,
  }))
}

async function namesOf(
  db: Db,
  table: 'account' | 'partner',
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
