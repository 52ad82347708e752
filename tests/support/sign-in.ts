import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { sessionsOf } from '#app/auth/lucia.server.ts'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import type { DbClient } from '#db/client.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import type { AccountRow } from '#db/schema/account.ts'

let made = 0

/** An account with what its role needs; a test names only what matters to it. */
export function exampleAccount(over: Partial<AccountRow> & { role: AccountRole }): AccountRow {
  made += 1
  const { role } = over
  return {
    id: `akun-${made}`,
    email: `akun-${made}@contoh.example`,
    name: `Contoh Akun ${made}`,
    province_code: role === 'province' ? '33' : null,
    regency_code: role === 'district' || role === 'companion' ? '33.24' : null,
    partner_id: role === 'partner' ? 'pnm' : null,
    password_hash: null,
    totp_secret: null,
    // why: whoever must have a second factor has one, or every page would send her to set it up
    totp_since: role === 'ministry' || role === 'admin' ? '2026-01-01T00:00:00Z' : null,
    totp_last_step: null,
    is_demo: 0,
    disabled_at: null,
    invited_by: null,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    ...over,
  }
}

/** A Cookie header with a session of its own, for a request made by hand over plain HTTP. */
export async function cookieFor(client: DbClient, account: AccountRow): Promise<string> {
  const { id } = await sessionsOf(client, false).createSession(account.id, {
    device: '',
    createdAt: account.created_at,
  })
  return `sesi=${id}`
}

/** Makes an account of a role and gives the Cookie header that signs it in. */
export async function signedInAs(client: DbClient, role: AccountRole, over: Partial<AccountRow> = {}): Promise<string> {
  const account = exampleAccount({ role, ...over })
  await insertAccount(client.db, account)
  return cookieFor(client, account)
}

/** Signs in at a running server with the demo account of a role, as its button does; the Cookie header. */
export async function demoCookie(url: string, role: AccountRole): Promise<string> {
  const response = await fetch(`${url}/masuk`, {
    method: 'POST',
    body: new URLSearchParams({ intent: 'contoh', peran: role }),
    headers: { Origin: url },
    redirect: 'manual',
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  expect(cookie, `the demo account ${role} was not let in (${response.status})`).toBeTruthy()
  return cookie!
}

export type SignedInBrowser = Pick<Browser, 'newPage' | 'newContext' | 'close'>

/**
 * A browser whose pages are all signed in at a running server.
 * @param who the role of a demo account, or a Cookie header.
 */
export async function signedInBrowser(browser: Browser, url: string, who: string): Promise<SignedInBrowser> {
  const header = who.includes('=') ? who : await demoCookie(url, who as AccountRole)
  const [name, value] = header.split('=') as [string, string]
  const newContext: Browser['newContext'] = async (options) => {
    const context = await browser.newContext(options)
    await context.addCookies([{ name, value, url }])
    return context
  }
  return {
    newContext,
    newPage: async (options) => {
      const context = await newContext(options)
      const page = await context.newPage()
      page.on('close', () => void context.close())
      return page
    },
    close: () => browser.close(),
  }
}
