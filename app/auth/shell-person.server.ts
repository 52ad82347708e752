import { readConfig } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import type { ShellPerson } from '#app/lib/shell-context.tsx'
import type { Db } from '#db/client.ts'
import { getPartner } from '#db/queries/partners.ts'
import { getRegion, regionLabel } from '#db/queries/regions.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.server.ts'
import { personOf } from './person.server.ts'

/** The district, province or organisation an account works for, in words; null for the whole country. */
export async function placeOf(db: Db, account: AccountRow): Promise<string | null> {
  const code = account.regency_code ?? account.province_code
  if (code !== null) {
    const region = await getRegion(db, code)
    return region ? regionLabel(region) : code
  }
  return account.partner_id === null ? null : ((await getPartner(db, account.partner_id))?.name ?? account.partner_id)
}

/** Who is signed in, for the head of every page; null also when the database does not answer. */
export async function shellPerson(request: Request): Promise<ShellPerson | null> {
  try {
    const client = liveDb()
    const person = await personOf(request, client)
    if (!person) return null
    const { account, mustEnrol } = person
    const place = await placeOf(client.db, account)
    return { name: account.name, role: account.role, place, demo: account.is_demo === 1, mayWork: !mustEnrol }
  } catch {
    return null
  }
}

/** The roles one can try with one tap; none where demo accounts are refused. */
export function demoRoles(): readonly AccountRole[] {
  return readConfig().demoAccounts ? DEMO_ACCOUNTS.map(({ role }) => role) : []
}
