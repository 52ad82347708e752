import { provinceOf } from '../values/actor.ts'
import { can } from './permissions.ts'
import type { Role, Scope, Viewer } from './viewer.ts'

export type AccountRole = Exclude<Role, 'public'>

/** Every role an account can have, widest reach first. */
export const ACCOUNT_ROLES: readonly AccountRole[] = [
  'ministry',
  'province',
  'district',
  'companion',
  'partner',
  'admin',
]

/** What a person works for; exactly what her role needs is not null. */
export interface Post {
  readonly role: AccountRole
  readonly province: string | null
  readonly regency: string | null
  readonly partnerId: string | null
}

/** Whose records an account reaches. A post without its place reaches nothing. */
export function scopeOf(accountId: string, post: Post): Scope {
  const { role, province, regency, partnerId } = post
  if (role === 'ministry' || role === 'admin') return { reach: 'all' }
  if (role === 'province' && province !== null) return { reach: 'province', province }
  if (role === 'district' && regency !== null) return { reach: 'regency', regency }
  if (role === 'companion' && regency !== null) return { reach: 'companion', companionId: accountId, regency }
  if (role === 'partner' && partnerId !== null) return { reach: 'partner', partnerId }
  return { reach: 'none' }
}

/** Who must not work without a second factor: those who reach the whole country or keep accounts. */
export function needsSecondFactor(role: AccountRole): boolean {
  return role === 'ministry' || role === 'admin'
}

/**
 * The roles a person may give out. Administrators give every role; the ministry those below it; a district its companions,
 * whom nobody else knows.
 */
export function rolesGivenBy(viewer: Viewer): readonly AccountRole[] {
  if (!can(viewer, 'accounts:manage')) return []
  if (viewer.role === 'admin') return ACCOUNT_ROLES
  if (viewer.role === 'ministry') return ['province', 'district', 'companion', 'partner']
  return viewer.role === 'district' ? ['companion'] : []
}

/** Whether a person may invite, change or switch off an account with this post. */
export function mayManage(viewer: Viewer, post: Post): boolean {
  if (!rolesGivenBy(viewer).includes(post.role)) return false
  switch (viewer.scope.reach) {
    case 'all':
      return true
    case 'province':
      return post.regency !== null && provinceOf(post.regency) === viewer.scope.province
    case 'regency':
      return post.regency === viewer.scope.regency
    default:
      return false
  }
}
