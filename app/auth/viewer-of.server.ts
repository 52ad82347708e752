import type { Viewer } from '#app/domain/access/viewer.ts'
import type { DbClient } from '#db/client.ts'

/** The person behind a request. Until accounts exist the server listens on this machine alone, so everybody may see all. */
export async function viewerOf(_request: Request, _client: DbClient): Promise<Viewer> {
  return { accountId: null, role: 'district', scope: { reach: 'all' } }
}
