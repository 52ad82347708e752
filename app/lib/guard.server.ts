import { can, type Permission } from '#app/domain/access/permissions.ts'
import { coversPartner, coversRegency, type Viewer } from '#app/domain/access/viewer.ts'
import { forbidden, notFound, signInFirst } from './responses.server.ts'

/**
 * Every service begins with this: the viewer's role must carry the permission.
 * @throws Response 401 for the public, 403 for anybody else.
 */
export function demand(viewer: Viewer, permission: Permission): void {
  if (can(viewer, permission)) return
  throw viewer.role === 'public' ? signInFirst() : forbidden()
}

/**
 * The viewer's scope must cover the regency of a record (null: unknown).
 * @throws Response 401 for the public; 404 for anybody else, because what one may not see must not be told apart from what
 * does not exist.
 */
export function demandRegency(viewer: Viewer, regency: string | null): void {
  if (coversRegency(viewer.scope, regency)) return
  throw viewer.role === 'public' ? signInFirst() : notFound()
}

/** The viewer's scope must cover a partner's own desk; refusals as in `demandRegency`. */
export function demandPartner(viewer: Viewer, partnerId: string): void {
  if (coversPartner(viewer.scope, partnerId)) return
  throw viewer.role === 'public' ? signInFirst() : notFound()
}
