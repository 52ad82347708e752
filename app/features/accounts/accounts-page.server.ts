import { placeOf } from '#app/auth/shell-person.server.ts'
import type { Option } from '#app/components/field.tsx'
import { type AccountRole, mayManage, type Post, rolesGivenBy } from '#app/domain/access/accounts.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { mailGoesTo } from '#app/mail/live-mail.server.ts'
import type { Db } from '#db/client.ts'
import { findAccounts } from '#db/queries/accounts.ts'
import { findPartners } from '#db/queries/partners.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import type { AccountRow } from '#db/schema/account.ts'

export type AccountState = 'active' | 'invited' | 'disabled'

export interface AccountLine {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: AccountRole
  readonly place: string | null
  readonly state: AccountState
  readonly demo: boolean
}

/** What can be chosen for an account; a list is empty where the viewer gives out no role that needs it. */
export interface PostChoices {
  readonly roles: readonly AccountRole[]
  readonly provinces: readonly Option[]
  readonly regencies: readonly { readonly province: string; readonly options: readonly Option[] }[]
  readonly partners: readonly Option[]
  /** The only district a district office can give out. */
  readonly ownPlace: string | null
}

export interface AccountsPage {
  readonly accounts: readonly AccountLine[]
  readonly choices: PostChoices
  readonly mailGoesTo: 'smtp' | 'folder'
}

export const stateOf = (row: AccountRow): AccountState =>
  row.disabled_at !== null ? 'disabled' : row.password_hash === null ? 'invited' : 'active'

export const postOf = (row: AccountRow): Post => ({
  role: row.role,
  province: row.province_code,
  regency: row.regency_code,
  partnerId: row.partner_id,
})

export async function postChoices(db: Db, viewer: Viewer): Promise<PostChoices> {
  const roles = rolesGivenBy(viewer)
  const regions = await findRegions(db)
  const option = (region: (typeof regions)[number]) => ({ value: region.code, label: regionLabel(region) })
  const { scope } = viewer
  if (scope.reach === 'regency') {
    const own = regions.find((region) => region.code === scope.regency)
    return { roles, provinces: [], regencies: [], partners: [], ownPlace: own ? regionLabel(own) : scope.regency }
  }
  const provinces = regions.filter((region) => region.level === 'province')
  return {
    roles,
    provinces: provinces.map(option),
    regencies: provinces.map((province) => ({
      province: province.name,
      options: regions.filter((region) => region.parent_code === province.code).map(option),
    })),
    partners: (await findPartners(db)).map(({ id, name }) => ({ value: id, label: name })),
    ownPlace: null,
  }
}

/** The accounts a person looks after. @throws Response 401 or 403 for somebody who keeps none. */
export async function loadAccountsPage({ db, viewer }: Pick<RequestContext, 'db' | 'viewer'>): Promise<AccountsPage> {
  demand(viewer, 'accounts:manage')
  const within = viewer.scope.reach === 'regency' ? { regency: viewer.scope.regency } : {}
  const rows = await findAccounts(db, { roles: rolesGivenBy(viewer), ...within })
  const accounts = await Promise.all(
    rows
      .filter((row) => mayManage(viewer, postOf(row)))
      .map(async (row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        role: row.role,
        place: await placeOf(db, row),
        state: stateOf(row),
        demo: row.is_demo === 1,
      })),
  )
  return { accounts, choices: await postChoices(db, viewer), mailGoesTo: mailGoesTo() }
}
