import { ROLES } from '#app/domain/access/viewer.ts'
import { AUDIT_ACTIONS, type AuditAction, type AuditActor } from '#app/domain/audit/event.ts'
import { isDay } from '#app/domain/values/day.ts'

export const AUDIT_ROLES = [...ROLES.filter((role) => role !== 'public'), 'public', 'system'] as const

/** What the reader of the log asked for, as it stands in the address; what cannot be read counts as not asked. */
export interface AuditQuery {
  readonly action: AuditAction | null
  readonly role: AuditActor['role'] | null
  /** Id of an actor. */
  readonly actor: string | null
  /** Days in Jakarta, both inclusive. */
  readonly from: string | null
  readonly until: string | null
  readonly page: number
  /** Whether the whole chain is to be verified now. */
  readonly verify: boolean
}

export function readAuditQuery(query: URLSearchParams): AuditQuery {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === query.get(name)) ?? null
  const day = (name: string) => {
    const text = query.get(name) ?? ''
    return isDay(text) ? text : null
  }
  const actor = (query.get('pelaku') ?? '').trim()
  return {
    action: oneOf('tindakan', AUDIT_ACTIONS),
    role: oneOf('peran', AUDIT_ROLES),
    actor: /^[A-Za-z0-9-]{1,80}$/.test(actor) ? actor : null,
    from: day('dari'),
    until: day('sampai'),
    page: Math.max(1, Math.min(100_000, Number.parseInt(query.get('hal') ?? '1', 10) || 1)),
    verify: query.has('periksa'),
  }
}

/** The query as it is written in the address, for links. */
export function auditAddress(query: AuditQuery, page = query.page): Record<string, string | number | null> {
  return {
    tindakan: query.action,
    peran: query.role,
    pelaku: query.actor,
    dari: query.from,
    sampai: query.until,
    hal: page === 1 ? null : page,
  }
}
