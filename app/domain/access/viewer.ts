import { provinceOf } from '../values/actor.ts'

/** Who a person is to the platform. `public` is anybody who has not signed in. */
export const ROLES = ['admin', 'ministry', 'province', 'district', 'companion', 'partner', 'public'] as const
export type Role = (typeof ROLES)[number]

/**
 * Whose records a viewer may reach: a value that every service takes and every query is limited by.
 * A companion ("pendamping") reaches the actors assigned to her account, all of one regency.
 */
export type Scope =
  | { readonly reach: 'all' }
  | { readonly reach: 'province'; readonly province: string }
  | { readonly reach: 'regency'; readonly regency: string }
  | { readonly reach: 'companion'; readonly companionId: string; readonly regency: string }
  | { readonly reach: 'partner'; readonly partnerId: string }
  | { readonly reach: 'none' }

/** The person on whose behalf something is read or done. */
export interface Viewer {
  /** Null for the public. */
  readonly accountId: string | null
  readonly role: Role
  readonly scope: Scope
}

/** Anybody who has not signed in. */
export const PUBLIC_VIEWER: Viewer = { accountId: null, role: 'public', scope: { reach: 'none' } }

/** Everything, for what acts on behalf of the platform itself: the verbs of the terminal, the scheduler, kept answers. */
export const EVERYTHING: Scope = { reach: 'all' }

/**
 * Whether records of a regency ("33.24") may be reached. A record whose regency is unknown (null) belongs to nobody's
 * district: only a reach over everything covers it. A companion's own regency is covered for its board and place names;
 * which actors in it are hers is a question for the assignments.
 */
export function coversRegency(scope: Scope, regency: string | null): boolean {
  switch (scope.reach) {
    case 'all':
      return true
    case 'province':
      return regency !== null && provinceOf(regency) === scope.province
    case 'regency':
    case 'companion':
      return regency === scope.regency
    default:
      return false
  }
}

/** The one kabupaten or kota a viewer's loads of lists may speak of; null for who works on the whole country. */
export function regencyOfLoads(scope: Scope): string | null {
  return scope.reach === 'regency' || scope.reach === 'companion' ? scope.regency : null
}

/** Whether a partner's own desk (inbox, capacity, staff) may be reached. */
export function coversPartner(scope: Scope, partnerId: string): boolean {
  return scope.reach === 'all' || (scope.reach === 'partner' && scope.partnerId === partnerId)
}
