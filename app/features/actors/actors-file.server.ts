import type { Scope } from '#app/domain/access/viewer.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { Facts } from '#app/domain/values/facts.ts'
import { searchScopeOf } from '#app/features/access/search-scope.server.ts'
import { type FileFormat, type FileTable, tableFile } from '#app/features/finder/table-file.server.ts'
import { shortMemberLabel } from '#app/i18n/fact-text.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import type { Db } from '#db/client.ts'
import { findListedActors, type ListedActor } from '#db/queries/actor-rows.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { withoutPersonalData } from '#search/documents/without-personal-data.ts'
import type { SearchEngine, VisibilityScope } from '#search/engine.ts'
import { actorQuery } from './actor-list-page.server.ts'
import type { ActorSearch } from './actor-search.ts'

/** The largest page the index gives. */
const BATCH = 200
/** The last hit paging reaches; a longer list is narrowed first. */
export const MAX_ROWS = 100_000

const COLUMNS = [
  'code',
  'province',
  'regency',
  'cluster',
  'sectors',
  'products',
  'needs',
  'permits',
  'asOf',
  'demo',
] as const
const WIDTHS = [12, 20, 24, 8, 34, 34, 60, 34, 14, 12]

interface Reach {
  readonly scope: Scope
  readonly searchScope: VisibilityScope
}

/** Every actor a search finds within reach, in its order, as many as paging allows. */
async function* foundActors(
  db: Db,
  engine: SearchEngine,
  search: ActorSearch,
  reach: Reach,
): AsyncGenerator<ListedActor> {
  for (let page = 1; page <= MAX_ROWS / BATCH; page++) {
    const answer = await engine.search('actors', actorQuery(search, reach.searchScope, { page, pageSize: BATCH }))
    yield* await findListedActors(
      db,
      reach.scope,
      answer.hits.map((hit) => hit.id),
    )
    if (page * BATCH >= answer.total) return
  }
}

function cellsOf(locale: Locale, regionName: (code: string) => string, row: ListedActor): string[] {
  const t = messagesFor(locale).actors.file
  const words = (list: readonly string[] | null | undefined, label: (id: string) => string): string => {
    if (list === null || list === undefined) return t.unknown
    return list.length === 0 ? t.none : list.map(label).join('; ')
  }
  const parsed = (json: string | null): readonly string[] | null => (json === null ? null : JSON.parse(json))
  const facts = JSON.parse(row.facts) as Facts
  const cells: Record<(typeof COLUMNS)[number], string> = {
    code: actorCode(row.id),
    province: row.regency_code === null ? t.unknown : regionName(provinceOf(row.regency_code)),
    regency: row.regency_code === null ? t.unknown : regionName(row.regency_code),
    cluster: row.cluster ?? t.unknown,
    sectors: words(parsed(row.sectors), (id) => termLabel(locale, 'sector', id)),
    products: withoutPersonalData(row.products ?? ''),
    needs: words(parsed(row.needs), (id) => termLabel(locale, 'need', id)),
    permits: words(facts.permits as readonly string[] | null | undefined, (id) =>
      shortMemberLabel(locale, 'permits', id),
    ),
    asOf: row.facts_as_of ?? t.unknown,
    demo: row.is_demo === 1 ? t.demo : '',
  }
  return COLUMNS.map((column) => cells[column])
}

/** The list a search finds as a file, under codes only. @throws Response 401 or 403 for who may not read profiles. */
export async function actorsFile(
  context: Pick<RequestContext, 'db' | 'search' | 'locale' | 'viewer'>,
  search: ActorSearch,
  format: FileFormat,
): Promise<Response> {
  const { db, locale, viewer } = context
  demand(viewer, 'actors:read')
  const reach = { scope: viewer.scope, searchScope: await searchScopeOf(db, viewer) }
  const t = messagesFor(locale).actors.file
  const names = new Map((await findRegions(db)).map((region) => [region.code, regionLabel(region)]))
  const rows = async function* () {
    for await (const row of foundActors(db, context.search, search, reach))
      yield cellsOf(locale, (code) => names.get(code) ?? code, row)
  }
  const table: FileTable = {
    name: t.name,
    sheet: t.sheet,
    headings: COLUMNS.map((column) => t.column[column]),
    widths: WIDTHS,
    rows: rows(),
  }
  return tableFile(table, format)
}
