import type { Policy } from '#app/domain/matching/policy.ts'
import type { Db } from '../client.ts'

/** The active matching policy; undefined before the reference data are loaded. */
export async function getActivePolicy(db: Db): Promise<Policy | undefined> {
  const row = await db.selectFrom('match_policy').select('data').where('is_active', '=', 1).executeTakeFirst()
  return row && (JSON.parse(row.data) as Policy)
}
