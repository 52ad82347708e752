import type { Viewer } from '#app/domain/access/viewer.ts'
import type { Db } from '#db/client.ts'
import { findActorIdsOfCompanion } from '#db/queries/actor-companions.ts'
import type { VisibilityScope } from '#search/engine.ts'

/**
 * A viewer's scope as search understands it. A companion's actors are named one by one, so that an assignment counts from
 * the moment it is made or taken back, whatever the index has taken up by then. Partners find no actor by search.
 */
export async function searchScopeOf(db: Db, { scope }: Viewer): Promise<VisibilityScope> {
  switch (scope.reach) {
    case 'all':
      return { kind: 'all' }
    case 'province':
      return { kind: 'regions', codes: [scope.province] }
    case 'regency':
      return { kind: 'regions', codes: [scope.regency] }
    case 'companion':
      return { kind: 'documents', ids: await findActorIdsOfCompanion(db, scope) }
    default:
      return { kind: 'public' }
  }
}
