import type { Person } from '#app/auth/person.server.ts'
import { viewerFor } from '#app/auth/person.server.ts'
import { placeOf } from '#app/auth/shell-person.server.ts'
import { type AccountRole, rolesGivenBy } from '#app/domain/access/accounts.ts'
import type { Db } from '#db/client.ts'
import { findSessions } from '#db/queries/sessions.ts'

export interface OwnSession {
  /** The hash by which the database knows it; as a cookie it is worth nothing. */
  readonly id: string
  readonly device: string
  readonly since: string
  readonly until: string
  readonly here: boolean
}

export interface OwnAccountPage {
  readonly name: string
  readonly email: string
  readonly role: AccountRole
  readonly place: string | null
  readonly demo: boolean
  readonly secondFactorSince: string | null
  readonly sessions: readonly OwnSession[]
  readonly managesOthers: boolean
  /** What a form has just done. */
  readonly done: 'password' | 'session' | null
}

const DONE = { sandi: 'password', perangkat: 'session' } as const

/** What a person sees about her own account. @param done the value of `?selesai=`. */
export async function loadOwnAccountPage(
  db: Db,
  { account, sessionHash, mustEnrol }: Person,
  now: string,
  done: string | null,
): Promise<OwnAccountPage> {
  const sessions = await findSessions(db, account.id, now)
  return {
    name: account.name,
    email: account.email,
    role: account.role,
    place: await placeOf(db, account),
    demo: account.is_demo === 1,
    secondFactorSince: account.totp_since,
    sessions: sessions.map((row) => ({
      id: row.id_hash,
      device: row.device,
      since: row.created_at,
      until: row.expires_at,
      here: row.id_hash === sessionHash,
    })),
    managesOthers: !mustEnrol && rolesGivenBy(viewerFor(account)).length > 0,
    done: DONE[done as keyof typeof DONE] ?? null,
  }
}
