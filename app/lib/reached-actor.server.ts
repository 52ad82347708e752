import type { Permission } from '#app/domain/access/permissions.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import type { Db } from '#db/client.ts'
import { getReachedActor } from '#db/queries/actors.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import { demand } from './guard.server.ts'
import { notFound } from './responses.server.ts'

/**
 * An actor's record for a service that needs a permission about her.
 * @throws Response 401 or 403 without the permission, 404 for an actor unknown or outside the viewer's scope.
 */
export async function demandActor(db: Db, viewer: Viewer, permission: Permission, actorId: string): Promise<ActorRow> {
  demand(viewer, permission)
  const row = await getReachedActor(db, viewer.scope, actorId)
  if (!row) throw notFound()
  return row
}
