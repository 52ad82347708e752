import type { Kysely } from 'kysely'
import { viewerOf } from '#app/auth/viewer-of.server.ts'
import { liveDb } from '#app/db.server.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import type { Day } from '#app/domain/values/day.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { liveSearch } from '#app/search.server.ts'
import type { DbClient } from '#db/client.ts'
import type { Database } from '#db/schema/index.ts'
import type { SearchEngine } from '#search/engine.ts'
import { jakartaDay } from './today.ts'

export interface RequestContext {
  readonly client: DbClient
  readonly db: Kysely<Database>
  readonly search: SearchEngine
  readonly locale: Locale
  /** On whose behalf: every service takes it and checks permission and scope itself. */
  readonly viewer: Viewer
  /** The day of the request in Jakarta; every matching question is asked on this day. */
  readonly today: Day
  /** The instant of the request, ISO with Z. */
  readonly now: string
}

/** What a loader or action hands to its page function. */
export async function requestContext(request: Request): Promise<RequestContext> {
  const client = liveDb()
  const now = new Date()
  return {
    client,
    db: client.db,
    search: liveSearch(),
    locale: localeOf(request),
    viewer: await viewerOf(request, client),
    today: jakartaDay(now),
    now: now.toISOString(),
  }
}
