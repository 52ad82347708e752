import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import {
  type ChainedRow,
  type ChainFinding,
  type ChainHead,
  chainText,
  createChainCheck,
  EMPTY_HEAD,
} from '#app/domain/audit/chain.ts'
import { type AuditActor, type AuditEntry, checkedDetail } from '#app/domain/audit/event.ts'
import type { Db } from '../client.ts'
import type { AuditEventTable } from '../schema/audit.ts'
import type { Database } from '../schema/index.ts'
import { getSetting, putSetting } from './settings.ts'

export type AuditEventRow = Selectable<AuditEventTable>

/** The setting that holds how far the log goes. */
const HEAD = 'audit.head'
const VERIFY_PAGE = 5000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Appends one line to the log; call it in the transaction of the deed itself, so that neither happens without the other.
 * @throws RangeError when the detail is more than codes and figures.
 */
export async function appendAudit(trx: Db, actor: AuditActor, entry: AuditEntry): Promise<void> {
  const detail = JSON.stringify(checkedDetail(entry.detail ?? {}))
  const head = await lockHead(trx)
  const row = {
    seq: head.count + 1,
    at: entry.at,
    account_id: actor.accountId,
    role: actor.role,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    partner_id: entry.partnerId ?? null,
    because: entry.because ?? null,
    detail,
    prev_hash: head.hash,
  }
  const hash = sha256(chainText(row))
  await trx
    .insertInto('audit_event')
    .values({ ...row, hash })
    .execute()
  await putSetting(trx, HEAD, { count: row.seq, hash } satisfies ChainHead)
}

/** Records that something was read, in a transaction of its own: call it before what was read is handed out. */
export async function recordRead(db: Kysely<Database>, actor: AuditActor, entry: AuditEntry): Promise<void> {
  await db.transaction().execute((trx) => appendAudit(trx, actor, entry))
}

/**
 * Reads the head so that nobody else appends before the transaction ends: the write comes first, because a lock taken only
 * after reading could be refused.
 */
async function lockHead(trx: Db): Promise<ChainHead> {
  await trx
    .insertInto('setting')
    .values({ key: HEAD, value: JSON.stringify(EMPTY_HEAD) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ value: eb.ref('setting.value') })))
    .execute()
  return (await getSetting<ChainHead>(trx, HEAD))!
}

/** How far the log goes. */
export async function auditHead(db: Db): Promise<ChainHead> {
  return (await getSetting<ChainHead>(db, HEAD)) ?? EMPTY_HEAD
}

/**
 * Goes through the whole log.
 * @param pin a head noted earlier; that its row is still the same row is verified too.
 */
export async function verifyAudit(
  db: Kysely<Database>,
  pin?: ChainHead,
): Promise<{ head: ChainHead; findings: readonly ChainFinding[] }> {
  // why: a long log takes a while, and meanwhile others must be able to write
  const reading = db.transaction().setAccessMode('read only')
  return reading.execute(async (trx) => {
    const stored = await auditHead(trx)
    const check = createChainCheck(sha256)
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = await trx
        .selectFrom('audit_event')
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(VERIFY_PAGE)
        .execute()
      for (const row of rows) check.take(row satisfies ChainedRow, pin)
      if (rows.length < VERIFY_PAGE) return check.end(stored, pin)
      after = rows.at(-1)!.seq
    }
  })
}

export interface AuditFilter {
  readonly actions?: readonly string[]
  readonly role?: string
  readonly accountId?: string
  readonly subject?: { readonly type: AuditEventRow['subject_type']; readonly id: string }
  readonly partnerId?: string
  /** Instants, ISO with Z; `from` inclusive, `until` exclusive. */
  readonly from?: string
  readonly until?: string
}

function filtered(db: Db, filter: AuditFilter) {
  let query = db.selectFrom('audit_event')
  if (filter.actions && filter.actions.length > 0) query = query.where('action', 'in', filter.actions as never)
  if (filter.role) query = query.where('role', '=', filter.role as AuditEventRow['role'])
  if (filter.accountId) query = query.where('account_id', '=', filter.accountId)
  if (filter.subject) {
    query = query.where('subject_type', '=', filter.subject.type).where('subject_id', '=', filter.subject.id)
  }
  if (filter.partnerId) query = query.where('partner_id', '=', filter.partnerId)
  if (filter.from) query = query.where('at', '>=', filter.from)
  if (filter.until) query = query.where('at', '<', filter.until)
  return query
}

/** Lines of the log, the latest first. `page` counts from 1. */
export async function findAuditEvents(
  db: Db,
  filter: AuditFilter,
  page: { readonly page: number; readonly size: number },
): Promise<AuditEventRow[]> {
  return filtered(db, filter)
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()
}

export async function countAuditEvents(db: Db, filter: AuditFilter): Promise<number> {
  const row = await filtered(db, filter)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
