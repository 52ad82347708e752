import { PUBLIC_VIEWER, type Viewer } from '#app/domain/access/viewer.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import type { DbClient } from '#db/client.ts'
import { personOf, viewerFor } from './person.server.ts'

/** What a person who still has to set up her second factor may open, beside setting it up. */
const OPEN_BEFORE_ENROLLING: ReadonlySet<string> = new Set([paths.account(), paths.signOut(), paths.language()])

/**
 * The person behind a request, for every service.
 * @throws Response 303 to the set-up of the second factor when her role demands one and she has none.
 */
export async function viewerOf(request: Request, client: DbClient): Promise<Viewer> {
  const person = await personOf(request, client)
  if (!person) return PUBLIC_VIEWER
  if (!person.mustEnrol) return viewerFor(person.account)
  const { pathname } = new URL(request.url)
  if (pathname === paths.secondFactor() || OPEN_BEFORE_ENROLLING.has(pathname)) return PUBLIC_VIEWER
  throw seeOther(paths.secondFactor())
}
