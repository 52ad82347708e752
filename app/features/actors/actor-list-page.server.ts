import { can } from '#app/domain/access/permissions.ts'
import type { ClusterId, NeedId } from '#app/domain/values/actor.ts'
import { searchScopeOf } from '#app/features/access/search-scope.server.ts'
import { countsOf, filtersOf } from '#app/features/finder/facet-keys.server.ts'
import { recordDemand } from '#app/features/finder/record-demand.server.ts'
import { type Relaxation, relaxations } from '#app/features/finder/relaxations.ts'
import type { MarkedPieces } from '#app/features/partners/marked-pieces.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import { findListedActors, type ListedActor } from '#db/queries/actor-rows.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { withoutPersonalData } from '#search/documents/without-personal-data.ts'
import type { SearchHit, SearchPage, SearchQuery, VisibilityScope } from '#search/engine.ts'
import { ACTOR_FACET_KEYS, ACTORS_PER_PAGE, type ActorFacet, type ActorSearch, actorSearches } from './actor-search.ts'
import { type ActorTotals, actorTotals } from './actor-totals.server.ts'

/** One actor of a list, under her code: nothing here names her. */
export interface ActorListLine {
  readonly id: string
  readonly isDemo: boolean
  readonly products: MarkedPieces | null
  readonly regency: string | null
  readonly cluster: ClusterId | null
  readonly sectors: readonly string[] | null
  readonly needs: readonly NeedId[] | null
  readonly asOf: string | null
}

export interface ActorListPage {
  readonly search: ActorSearch
  readonly total: number
  readonly totals: ActorTotals
  readonly page: number
  readonly matched: SearchPage['matched']
  /** True when another engine answered than the one that should have. */
  readonly standIn: boolean
  readonly lines: readonly ActorListLine[]
  readonly counts: ReturnType<typeof countsOf<ActorFacet>>
  readonly relaxations: readonly Relaxation<ActorFacet>[]
  /** Labels of every region by code. */
  readonly regionNames: Readonly<Record<string, string>>
  /** Whether the viewer may load lists of actors. */
  readonly mayImport: boolean
}

/** What the list asks of the index, within the viewer's scope. */
export function actorQuery(search: ActorSearch, scope: VisibilityScope, more: Partial<SearchQuery> = {}): SearchQuery {
  return {
    text: search.q,
    filters: filtersOf(search, ACTOR_FACET_KEYS),
    facets: [],
    sort: search.sort,
    page: search.page,
    pageSize: ACTORS_PER_PAGE,
    ...more,
    scope,
  }
}

/** A page of the list with the counts of its facets. @throws Response 303 to a partner's cards, 401 or 403 for others who read no profile. */
export async function loadActorListPage(
  context: Pick<RequestContext, 'db' | 'search' | 'viewer' | 'today'>,
  search: ActorSearch,
): Promise<ActorListPage> {
  const { db, search: engine, viewer, today } = context
  // why: a partner's list of actors are the cards
  if (viewer.scope.reach === 'partner') throw seeOther(paths.actorCards())
  demand(viewer, 'actors:read')
  const scope = await searchScopeOf(db, viewer)
  const page = await engine.search('actors', actorQuery(search, scope, { facets: Object.values(ACTOR_FACET_KEYS) }))
  const rows = await findListedActors(
    db,
    viewer.scope,
    page.hits.map((hit) => hit.id),
  )
  if (page.total === 0)
    await recordDemand(db, { index: 'actors', text: search.q, filters: filtersOf(search, ACTOR_FACET_KEYS) }, today)
  const hits = new Map(page.hits.map((hit) => [hit.id, hit]))
  const regions = await findRegions(db)
  const countOf = async (smaller: ActorSearch) =>
    (await engine.search('actors', actorQuery(smaller, scope, { pageSize: 1 }))).total
  return {
    search,
    total: page.total,
    totals: await actorTotals(db, viewer.scope),
    page: page.page,
    matched: page.matched,
    standIn: page.standIn,
    lines: rows.map((row) => lineOf(row, hits.get(row.id))),
    counts: countsOf(page, actorSearches, ACTOR_FACET_KEYS),
    relaxations: page.total === 0 ? await relaxations(actorSearches, search, countOf) : [],
    regionNames: Object.fromEntries(regions.map((region) => [region.code, regionLabel(region)])),
    mayImport: can(viewer, 'actors:import'),
  }
}

const listOf = (json: string | null): readonly string[] | null => (json === null ? null : JSON.parse(json))

function lineOf(row: ListedActor, hit: SearchHit | undefined): ActorListLine {
  const products = withoutPersonalData(row.products ?? '')
  const marked = hit?.highlights.products
  const isSame = marked?.map((piece) => piece.text).join('') === products
  return {
    id: row.id,
    isDemo: row.is_demo === 1,
    products: products === '' ? null : isSame ? marked! : [{ text: products, hit: false }],
    regency: row.regency_code,
    cluster: row.cluster,
    sectors: listOf(row.sectors),
    needs: listOf(row.needs),
    asOf: row.facts_as_of,
  }
}
