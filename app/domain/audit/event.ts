import type { Role } from '../access/viewer.ts'

/** What can be recorded, as `noun:verb`. A new kind of deed is one more line. */
export const AUDIT_ACTIONS = [
  'actor:read',
  'actor:identity-read',
  'actor:field-read',
  'actor:answer',
  'actor:correct',
  'actor:contact-set',
  'actor:companion',
  'actor:object',
  'actor:allow-profiling',
  'actor:take-out',
  'actor:erase',
  'list:take-out',
  'consent:record',
  'consent:withdraw',
  'consent:evidence-read',
  'import:start',
  'import:apply',
  'account:invite',
  'account:change',
  'account:disable',
  'session:start',
  'session:end',
  'session:refuse',
  'proposal:send',
  'proposal:refer',
  'proposal:answer',
  'proposal:report',
  'proposal:withdraw',
  'proposal:file-read',
  'override:write',
  'mou:write',
  'key:change',
  'programme:write',
  'programme:publish',
  'place:label',
  'region:team',
  'capacity:ask',
  'task:write',
  'task:close',
  'policy:write',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export const AUDIT_SUBJECTS = [
  'actor',
  'receipt',
  'batch',
  'account',
  'proposal',
  'partner',
  'offer',
  'mou',
  'programme',
  'region',
  'task',
  'policy',
  'list',
] as const
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]

/** Why somebody looked or changed; a short list, so that no sentence about a person ever enters the log. */
export const AUDIT_REASONS = [
  'service',
  'consent',
  'her_request',
  'proposal',
  'correction',
  'restore',
  'administration',
] as const
export type AuditReason = (typeof AUDIT_REASONS)[number]

/** Who did it: an account with its role, or the operator at the terminal and the machine itself (`system`). */
export interface AuditActor {
  readonly accountId: string | null
  readonly role: Role | 'system'
}

export const SYSTEM: AuditActor = { accountId: null, role: 'system' }

export type AuditDetail = { readonly [key: string]: string | number | boolean | null | readonly string[] }

/** One line of the log before it is chained. */
export interface AuditEntry {
  /** Instant, ISO with Z. */
  readonly at: string
  readonly action: AuditAction
  readonly subject: { readonly type: AuditSubject; readonly id: string | null }
  /** The partner it concerned, where one did. */
  readonly partnerId?: string | null
  readonly because?: AuditReason | null
  /** Codes, ids, field names and figures; never a name, a number of a person or a sentence. */
  readonly detail?: AuditDetail
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,79}$/
/** A run of digits as long as a telephone number or NIK, outside the groups of an id that is written with hyphens. */
const LONG_NUMBER = /(^|[^0-9A-Za-z-])[0-9]{9,}([^0-9A-Za-z-]|$)/

/**
 * The detail, after a look that keeps sentences, names with spaces and long numbers out of a log nobody may ever change.
 * @throws RangeError naming the key of a value that is neither a code nor a figure.
 */
export function checkedDetail(detail: AuditDetail): AuditDetail {
  for (const [key, value] of Object.entries(detail)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && (!CODE.test(one) || LONG_NUMBER.test(one))) {
        throw new RangeError(`audit detail ${key} is no code`)
      }
    }
  }
  return detail
}
