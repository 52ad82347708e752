import { LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FilterTags } from '#app/components/filter-tags.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { MarkedText } from '#app/features/partners/marked-text.tsx'
import type { SavedHere } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { SearchTools } from '#app/features/saved-searches/search-tools.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { ActorListLine, ActorListPage } from './actor-list-page.server.ts'
import { ACTORS_PER_PAGE, type ActorSearch, actorSearches } from './actor-search.ts'
import { useActorValueLabel } from './use-actor-value-label.ts'

const TOP_NEEDS = 3
/** Pages the index can reach. */
const MAX_PAGES = 4000

const hrefOf = (search: ActorSearch) => paths.actors(actorSearches.query(search))

/** What was found, as a table that becomes cards on a phone, with the filters in use and the files of it. */
export function ActorResults({ page, saved }: { page: ActorListPage; saved: SavedHere | undefined }) {
  const t = useMessages().actors.list
  const f = useFormat()
  return (
    <div id={RESULTS_ID} data-live-region tabIndex={-1} className="min-w-0 space-y-5">
      <ActiveFilters page={page} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-xl" data-live-announce>
          {t.found(f.number(page.total), f.number(page.totals.all))}
        </h2>
        {page.total > 0 && <Files search={page.search} />}
      </div>
      {saved && (
        <SearchTools target={{ list: 'pelaku', search: page.search }} saved={saved} regionNames={page.regionNames} />
      )}
      {page.totals.demo > 0 && (
        <p className="text-sm text-muted">{t.demo(f.number(page.totals.demo), f.number(page.totals.all))}</p>
      )}
      {page.standIn && <Notice kind="warning">{t.fromBackup}</Notice>}
      {page.matched === 'some' && <Notice>{t.matchedSome}</Notice>}
      {page.total === 0 ? <NothingFound page={page} /> : <Lines page={page} />}
      <Pagination
        page={page.page}
        pageSize={ACTORS_PER_PAGE}
        total={page.total}
        maxPages={MAX_PAGES}
        hrefFor={(number) => hrefOf({ ...page.search, page: number })}
      />
    </div>
  )
}

function Files({ search }: { search: ActorSearch }) {
  const t = useMessages().actors.list
  const query = actorSearches.query({ ...search, page: 1 })
  return (
    <p className="no-print flex flex-wrap items-baseline gap-x-4 text-sm">
      <span className="text-muted">{t.download}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={paths.actorsFile(format, query)} download className="inline-flex min-h-9 items-center">
          {t.file[format]}
        </a>
      ))}
    </p>
  )
}

function ActiveFilters({ page }: { page: ActorListPage }) {
  const label = useActorValueLabel(page.regionNames)
  const filters = actorSearches.facets.flatMap((facet) =>
    page.search.filters[facet].map((value) => ({
      label: label(facet, value),
      href: hrefOf(actorSearches.withoutValue(page.search, facet, value)),
    })),
  )
  return <FilterTags filters={filters} clearHref={hrefOf(actorSearches.withoutFilters(page.search))} />
}

function NothingFound({ page }: { page: ActorListPage }) {
  const messages = useMessages()
  const t = messages.actors.list
  const f = useFormat()
  if (page.totals.all === 0) {
    return (
      <EmptyState title={t.empty.title} level={3} text={page.mayImport ? t.empty.text : t.empty.others}>
        {page.mayImport && (
          <LinkButton href={paths.imports()} icon="upload">
            {t.import}
          </LinkButton>
        )}
      </EmptyState>
    )
  }
  const helps = page.relaxations.length > 0
  return (
    <EmptyState title={t.nothing.title} level={3} text={helps ? t.nothing.text : t.nothing.noHelp}>
      {page.relaxations.map((relaxation) => (
        <LinkButton key={relaxation.drop} look="secondary" href={hrefOf(relaxation.search)}>
          {relaxation.drop === 'q'
            ? t.nothing.dropText(page.search.q, f.number(relaxation.found))
            : t.nothing.drop(t.facet[relaxation.drop], f.number(relaxation.found))}
        </LinkButton>
      ))}
      <LinkButton look="quiet" href={paths.actors()}>
        {t.nothing.all}
      </LinkButton>
    </EmptyState>
  )
}

function Lines({ page }: { page: ActorListPage }) {
  const t = useMessages().actors.list
  const columns = [
    { key: 'code', label: t.column.code },
    { key: 'products', label: t.column.products },
    { key: 'regency', label: t.column.regency },
    { key: 'cluster', label: t.column.cluster },
    { key: 'needs', label: t.column.needs },
  ]
  const rows = page.lines.map((line) => ({
    id: line.id,
    href: paths.actor(line.id),
    cells: {
      code: (
        <span className="inline-flex items-start gap-1.5 md:flex-col">
          {actorCode(line.id)}
          {line.isDemo && <DemoTag />}
        </span>
      ),
      products: <Products line={line} />,
      regency: line.regency === null ? <Unknown /> : (page.regionNames[line.regency] ?? line.regency),
      cluster: line.cluster ?? <Unknown />,
      needs: <TopNeeds line={line} />,
    },
  }))
  return <Table caption={t.caption} columns={columns} rows={rows} />
}

function Unknown() {
  const t = useMessages()
  return <span className="text-muted">{t.common.unknown}</span>
}

function Products({ line }: { line: ActorListLine }) {
  const locale = useLocale()
  return (
    <>
      {line.products ? <MarkedText pieces={line.products} /> : <Unknown />}
      <span className="block text-sm text-muted">
        {line.sectors?.map((sector) => termLabel(locale, 'sector', sector)).join('; ')}
      </span>
    </>
  )
}

function TopNeeds({ line }: { line: ActorListLine }) {
  const t = useMessages().actors.list
  const f = useFormat()
  const locale = useLocale()
  if (line.needs === null) return <Unknown />
  if (line.needs.length === 0) return <>{t.noNeeds}</>
  const named = line.needs.slice(0, TOP_NEEDS).map((need) => termLabel(locale, 'need', need))
  const rest = line.needs.length - named.length
  return (
    <>
      {named.join('; ')}
      {rest > 0 && <span className="text-muted"> {t.moreNeeds(f.number(rest))}</span>}
    </>
  )
}
