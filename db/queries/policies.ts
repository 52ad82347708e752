import type { Policy } from '#app/domain/matching/policy.ts'
import { policyProblems } from '#app/domain/matching/policy-problems.ts'
import type { Db } from '../client.ts'
import type { MatchPolicyRow } from '../schema/matching.ts'

/**
 * The active matching policy; undefined before the reference data are loaded.
 * @throws Error naming the version and what is wrong with it, when matching could not use it.
 */
export async function getActivePolicy(db: Db): Promise<Policy | undefined> {
  const row = await db
    .selectFrom('match_policy')
    .select(['version', 'data'])
    .where('is_active', '=', 1)
    .executeTakeFirst()
  if (!row) return undefined
  const policy = JSON.parse(row.data) as Policy
  const problems = policyProblems(policy)
  if (problems.length === 0) return policy
  throw new Error(`match policy ${row.version}: ${problems.map(({ code, at }) => `${at} (${code})`).join(', ')}`)
}

/** Every version, the latest first. */
export async function findPolicies(db: Db): Promise<MatchPolicyRow[]> {
  return db.selectFrom('match_policy').selectAll().orderBy('created_at', 'desc').orderBy('version', 'desc').execute()
}

/** Adds a version, which is not active yet. */
export async function insertPolicy(trx: Db, row: Omit<MatchPolicyRow, 'is_active'>): Promise<void> {
  await trx
    .insertInto('match_policy')
    .values({ ...row, is_active: 0 })
    .execute()
}

/** Makes one version the active one. @returns false when there is no such version. */
export async function activatePolicy(trx: Db, version: string): Promise<boolean> {
  const found = await trx.selectFrom('match_policy').select('version').where('version', '=', version).executeTakeFirst()
  if (!found) return false
  await trx.updateTable('match_policy').set({ is_active: 0 }).where('version', '!=', version).execute()
  await trx.updateTable('match_policy').set({ is_active: 1 }).where('version', '=', version).execute()
  return true
}
