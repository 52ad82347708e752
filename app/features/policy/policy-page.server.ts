import { can } from '#app/domain/access/permissions.ts'
import type { Policy } from '#app/domain/matching/policy.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import { FACT_IDS, type FactId } from '#app/domain/values/facts.ts'
import { factLabel } from '#app/features/actors/fact-lines.ts'
import { accountNames } from '#app/features/proposals/account-names.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { findPolicies, getActivePolicy } from '#db/queries/policies.ts'

export interface PolicyPage {
  readonly policy: Policy
  /** Every fact that can be named as changeable. */
  readonly facts: readonly { readonly id: FactId; readonly label: string }[]
  readonly versions: readonly {
    readonly version: string
    readonly isActive: boolean
    readonly madeAt: string
    /** For officers: why it was made and by whom. */
    readonly note: string
    readonly who: string | null
  }[]
  readonly mayChange: boolean
}

/** The rules of fit and confidence as they stand, open to everybody; the ministry can change them. @throws Response 401, 403. */
export async function loadPolicyPage({
  db,
  viewer,
  locale,
}: Pick<RequestContext, 'db' | 'viewer' | 'locale'>): Promise<PolicyPage> {
  demand(viewer, 'offers:read')
  const mayChange = can(viewer, 'policy:write')
  const rows = await findPolicies(db)
  const names = mayChange
    ? await accountNames(
        db,
        rows.map((row) => row.created_by),
      )
    : new Map<string, string>()
  return {
    policy: (await getActivePolicy(db)) ?? DEFAULT_POLICY,
    facts: FACT_IDS.map((id) => ({ id, label: factLabel(locale, id) })),
    versions: rows.map((row) => ({
      version: row.version,
      isActive: row.is_active === 1,
      madeAt: row.created_at,
      note: mayChange ? row.note : '',
      who: names.get(row.created_by ?? '') ?? null,
    })),
    mayChange,
  }
}
