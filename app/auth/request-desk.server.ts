import { readConfig } from '#app/config.server.ts'
import { authKey } from '#app/lib/seal.server.ts'
import type { DbClient } from '#db/client.ts'
import { deviceName } from './device.ts'
import { isSecure, sessionsOf } from './lucia.server.ts'

/** The header in which the server hands on the address of the reader; what a client writes there is overwritten. */
export const CLIENT_ADDRESS = 'x-client-address'

/** What signing in needs to know about a request. */
export function requestDesk(request: Request, client: DbClient, now: string) {
  const config = readConfig()
  const sessions = sessionsOf(client, isSecure(request))
  return {
    db: client.db,
    sessions,
    key: authKey(config),
    now,
    demoAccounts: config.demoAccounts,
    address: request.headers.get(CLIENT_ADDRESS) ?? '',
    device: deviceName(request.headers.get('User-Agent')),
    oldSession: sessions.readSessionCookie(request.headers.get('Cookie') ?? ''),
  }
}
