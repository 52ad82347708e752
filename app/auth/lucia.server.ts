import { Lucia, TimeSpan } from 'lucia'
import { readConfig } from '#app/config.server.ts'
import type { DbClient } from '#db/client.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { kyselyAdapter } from './kysely-adapter.server.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Sessions
    DatabaseUserAttributes: AccountRow
    DatabaseSessionAttributes: { device: string; createdAt: string }
  }
}

export type Sessions = ReturnType<typeof sessionsOf>

/** A session ends after so long without a visit. */
const IDLE_DAYS = 14

/**
 * The sessions of a database. The database alone decides when one ends; the cookie just lasts longer.
 * @param secure whether the site is reached over HTTPS: the cookie is then sent over nothing else and bound to this host.
 */
export function sessionsOf(client: Pick<DbClient, 'db'>, secure: boolean) {
  return new Lucia(kyselyAdapter(client.db), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    sessionCookie: {
      name: secure ? '__Host-sesi' : 'sesi',
      expires: false,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (account) => ({ account }),
    getSessionAttributes: (session) => session,
  })
}

/** Whether a request came over HTTPS, directly or through the proxy in front. */
export function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:' || readConfig().publicUrl.startsWith('https:')
}
