import type { AccountRole } from '#app/domain/access/accounts.ts'
import type { DbClient } from '#db/client.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { assignActors } from '#db/queries/actor-companions.ts'
import { hashPassword } from './password.server.ts'

/** One password for all of them; it stands in the README, so it protects nothing and is not meant to. */
export const DEMO_PASSWORD = 'contoh-anyaman-2026'

const REGENCY = '33.24'
const PROVINCE = '33'
const PARTNER = 'pnm'
/** How many actors the demo companion accompanies. */
const ACCOMPANIED = 15

interface DemoAccount {
  readonly role: AccountRole
  readonly email: string
  readonly name: string
}

/** An invented person for each role; the names say so. `.example` never receives mail (RFC 2606). */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { role: 'district', email: 'kendal@demo.example', name: 'Contoh Petugas Kendal' },
  { role: 'companion', email: 'pendamping@demo.example', name: 'Contoh Pendamping Kendal' },
  { role: 'partner', email: 'mitra@demo.example', name: 'Contoh Staf Mitra' },
  { role: 'province', email: 'jateng@demo.example', name: 'Contoh Petugas Provinsi' },
  { role: 'ministry', email: 'kementerian@demo.example', name: 'Contoh Petugas Kementerian' },
  { role: 'admin', email: 'pengelola@demo.example', name: 'Contoh Pengelola Sistem' },
]

export const demoAccountId = (role: AccountRole): string => `demo-${role}`

/**
 * Makes the demo accounts that are missing, and gives the companion her actors when she is made. Safe to repeat.
 * @returns how many were made.
 */
export async function plantDemoAccounts(client: Pick<DbClient, 'db'>, now: string): Promise<number> {
  const { db } = client
  const there = await db.selectFrom('account').select('id').where('is_demo', '=', 1).execute()
  const missing = DEMO_ACCOUNTS.filter(({ role }) => !there.some(({ id }) => id === demoAccountId(role)))
  if (missing.length === 0) return 0
  const password = await hashPassword(DEMO_PASSWORD)
  await db.transaction().execute(async (trx) => {
    for (const { role, email, name } of missing) {
      await insertAccount(trx, {
        id: demoAccountId(role),
        email,
        name,
        role,
        province_code: role === 'province' ? PROVINCE : null,
        regency_code: role === 'district' || role === 'companion' ? REGENCY : null,
        partner_id: role === 'partner' ? PARTNER : null,
        password_hash: password,
        totp_secret: null,
        totp_since: null,
        totp_last_step: null,
        is_demo: 1,
        disabled_at: null,
        invited_by: null,
        created_at: now,
        updated_at: now,
      })
      if (role !== 'companion') continue
      const actors = await trx
        .selectFrom('actor')
        .select('id')
        .where('is_demo', '=', 1)
        .where('regency_code', '=', REGENCY)
        .orderBy('id')
        .limit(ACCOMPANIED)
        .execute()
      await assignActors(
        trx,
        demoAccountId(role),
        actors.map(({ id }) => id),
        now,
      )
    }
  })
  return missing.length
}
