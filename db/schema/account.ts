import type { Selectable } from 'kysely'
import type { AccountRole } from '#app/domain/access/accounts.ts'

/** A person who signs in. Exactly the place her role works for is filled in; the database checks it. */
export interface AccountTable {
  id: string
  /** Lower case, unique. */
  email: string
  name: string
  role: AccountRole
  province_code: string | null
  /** Of a district officer or a companion. */
  regency_code: string | null
  partner_id: string | null
  /** argon2id; null until an invitation was taken up. */
  password_hash: string | null
  /** Sealed with the key of the environment (app/lib/seal.server.ts); set when enrolling begins. */
  totp_secret: string | null
  /** When the second factor was confirmed; it is asked for from then on. */
  totp_since: string | null
  /** The last time step whose code was accepted: a code is never accepted twice. */
  totp_last_step: number | null
  is_demo: 0 | 1
  disabled_at: string | null
  invited_by: string | null
  created_at: string
  updated_at: string
}

export type AccountRow = Selectable<AccountTable>

export interface SessionTable {
  /** SHA-256 of what the cookie holds: the table alone signs nobody in. */
  id_hash: string
  account_id: string
  /** "Chrome, Android": what a person needs to recognise her own device, and no more. */
  device: string
  created_at: string
  expires_at: string
}

export type SessionRow = Selectable<SessionTable>

export type AccountTokenKind = 'invite' | 'reset' | 'first_admin' | 'second_factor'

/** A secret that was handed out once: in a letter, at the terminal, or in the cookie between password and code. */
export interface AccountTokenTable {
  /** SHA-256 of the secret. */
  token_hash: string
  kind: AccountTokenKind
  /** Null for the first administrator, whose account does not exist yet. */
  account_id: string | null
  created_at: string
  expires_at: string
  used_at: string | null
}

export type AccountTokenRow = Selectable<AccountTokenTable>

export interface RecoveryCodeTable {
  account_id: string
  /** SHA-256; the codes are random enough to need no slow hash. */
  code_hash: string
  used_at: string | null
}

/** Wrong passwords and codes in a row, by whom or from where (hashed). */
export interface SignInAttemptTable {
  key_hash: string
  failures: number
  since: string
}

/** The actors a companion accompanies. */
export interface ActorCompanionTable {
  actor_id: string
  account_id: string
  assigned_at: string
}
