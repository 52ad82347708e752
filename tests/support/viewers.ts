import type { Role, Scope, Viewer } from '#app/domain/access/viewer.ts'

/** A signed-in person of a role; the account id is invented. */
export function viewer(role: Exclude<Role, 'public'>, scope: Scope): Viewer {
  return { accountId: `test-${role}`, role, scope }
}

export const ministryViewer = viewer('ministry', { reach: 'all' })
export const adminViewer = viewer('admin', { reach: 'all' })
export const provinceViewer = (province: string) => viewer('province', { reach: 'province', province })
export const districtViewer = (regency: string) => viewer('district', { reach: 'regency', regency })
export const companionViewer = (regency: string, companionId = 'test-companion'): Viewer => ({
  accountId: companionId,
  role: 'companion',
  scope: { reach: 'companion', companionId, regency },
})
export const partnerViewer = (partnerId: string) => viewer('partner', { reach: 'partner', partnerId })

/** An officer whom no district bounds, for tests in which scope plays no part; no account is one. */
export const unboundOfficer = viewer('district', { reach: 'all' })
