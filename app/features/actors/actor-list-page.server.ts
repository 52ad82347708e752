import type { ClusterId, NeedId } from '#app/domain/values/actor.ts'
import { countsOf, filtersOf } from '#app/features/finder/facet-keys.ts'
import { type Relaxation, relaxations } from '#app/features/finder/relaxations.ts'
import type { MarkedPieces } from '#app/features/partners/marked-pieces.ts'
import type { Db } from '#db/client.ts'
import { findListedActors, type ListedActor } from '#db/queries/actor-rows.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { withoutPersonalData } from '#search/documents/without-personal-data.ts'
import type { SearchEngine, SearchHit, SearchPage, SearchQuery } from '#search/engine.ts'
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
  readonly lines: readonly ActorListLine[]
  readonly counts: ReturnType<typeof countsOf<ActorFacet>>
  readonly relaxations: readonly Relaxation<ActorFacet>[]
  /** Labels of every region by code. */
  readonly regionNames: Readonly<Record<string, string>>
}

/** What the list asks of the index. Until there are accounts, whoever reaches the site may see every region. */
export function actorQuery(search: ActorSearch, more: Partial<SearchQuery> = {}): SearchQuery {
  return {
    text: search.q,
    filters: filtersOf(search, ACTOR_FACET_KEYS),
    facets: [],
    sort: search.sort,
    page: search.page,
    pageSize: ACTORS_PER_PAGE,
    scope: { kind: 'all' },
    ...more,
  }
}

/** A page of the list with the counts of its facets. */
export async function loadActorListPage(db: Db, engine: SearchEngine, search: ActorSearch): Promise<ActorListPage> {
  const page = await engine.search('actors', actorQuery(search, { facets: Object.values(ACTOR_FACET_KEYS) }))
  const rows = await findListedActors(
    db,
    page.hits.map((hit) => hit.id),
  )
  const hits = new Map(page.hits.map((hit) => [hit.id, hit]))
  const regions = await findRegions(db)
  const countOf = async (smaller: ActorSearch) =>
    (await engine.search('actors', actorQuery(smaller, { pageSize: 1 }))).total
  return {
    search,
    total: page.total,
    totals: await actorTotals(db),
    page: page.page,
    matched: page.matched,
    lines: rows.map((row) => lineOf(row, hits.get(row.id))),
    counts: countsOf(page, actorSearches, ACTOR_FACET_KEYS),
    relaxations: page.total === 0 ? await relaxations(actorSearches, search, countOf) : [],
    regionNames: Object.fromEntries(regions.map((region) => [region.code, regionLabel(region)])),
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
