import { LinkButton } from '#app/components/button.tsx'
import { CardList } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FilterTags } from '#app/components/filter-tags.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import type { SavedHere } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { SearchTools } from '#app/features/saved-searches/search-tools.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { PartnerCard } from './partner-card.tsx'
import {
  PARTNER_FACETS,
  type PartnerSearch,
  partnerSearchQuery,
  withFilter,
  withoutFilters,
  withoutValue,
} from './partner-search.ts'
import type { PartnerSearchPage, PartnersApart } from './partner-search-page.server.ts'
import { useValueLabel } from './use-value-label.ts'

/** The page size of the finder; the server cuts the list to it. */
const PAGE_SIZE = 20

const hrefOf = (search: PartnerSearch) => paths.partners(partnerSearchQuery(search))

/** What was found: the running offers by partner, then what is unverified, of unknown area or past, each apart. */
export function PartnerResults({ page, saved }: { page: PartnerSearchPage; saved: SavedHere | undefined }) {
  const t = useMessages().partners
  const f = useFormat()
  const { search } = page
  const chosen = search.filters.status.length > 0
  const found = `${t.found(f.number(page.partners), f.number(page.offers))} ${chosen ? t.foundStatus.all : t.foundStatus.current}`
  return (
    <div id={RESULTS_ID} data-live-region tabIndex={-1} className="min-w-0 space-y-5">
      <ActiveFilters page={page} />
      <h2 className="text-xl" data-live-announce>
        {found.trim()}
      </h2>
      {saved && <SearchTools target={{ list: 'mitra', search }} saved={saved} regionNames={page.regionNames} />}
      {page.standIn && <Notice kind="warning">{t.fromBackup}</Notice>}
      {page.matched === 'some' && <Notice>{t.matchedSome}</Notice>}
      {page.partners === 0 && <NothingFound page={page} />}
      {page.cards.length > 0 && (
        <CardList>
          {page.cards.map((card) => (
            <PartnerCard key={card.id} card={card} regionNames={page.regionNames} level={3} />
          ))}
        </CardList>
      )}
      <Pagination
        page={page.page}
        pageSize={PAGE_SIZE}
        total={page.partners}
        hrefFor={(number) => hrefOf({ ...search, page: number })}
      />
      <Apart kind="unverified" apart={page.unverified} page={page} />
      <UnknownArea page={page} />
      <Apart kind="historical" apart={page.historical} page={page} />
    </div>
  )
}

function ActiveFilters({ page }: { page: PartnerSearchPage }) {
  const label = useValueLabel(page.regionNames)
  const filters = PARTNER_FACETS.flatMap((facet) =>
    page.search.filters[facet].map((value) => ({
      label: label(facet, value),
      href: hrefOf(withoutValue(page.search, facet, value)),
    })),
  )
  return <FilterTags filters={filters} clearHref={hrefOf(withoutFilters(page.search))} />
}

function NothingFound({ page }: { page: PartnerSearchPage }) {
  const t = useMessages().partners
  const f = useFormat()
  if (page.unverified.partners + page.historical.partners > 0) return <Notice>{t.noneCurrent}</Notice>
  const helps = page.relaxations.length > 0
  return (
    <EmptyState title={t.nothing.title} level={3} text={helps ? t.nothing.text : t.nothing.noHelp}>
      {page.relaxations.map((relaxation) => (
        <LinkButton key={relaxation.drop} look="secondary" href={paths.partners(relaxation.query)}>
          {relaxation.drop === 'q'
            ? t.nothing.dropText(page.search.q, f.number(relaxation.partners))
            : t.nothing.drop(t.facet[relaxation.drop], f.number(relaxation.partners))}
        </LinkButton>
      ))}
      <LinkButton look="quiet" href={paths.partners()}>
        {t.nothing.all}
      </LinkButton>
    </EmptyState>
  )
}

function Apart(props: { kind: 'unverified' | 'historical'; apart: PartnersApart; page: PartnerSearchPage }) {
  const t = useMessages().partners
  const f = useFormat()
  const { kind, apart, page } = props
  if (apart.partners === 0 || page.page > 1) return null
  return (
    <section aria-labelledby={`bagian-${kind}`} className="space-y-4 border-t border-line pt-6">
      <div>
        <h2 id={`bagian-${kind}`} className="text-xl">
          {t.apart[kind]}
        </h2>
        <p className="max-w-prose text-muted">{t.apart[`${kind}Text`]}</p>
      </div>
      <CardList>
        {apart.cards.map((card) => (
          <PartnerCard key={card.id} card={card} regionNames={page.regionNames} level={3} />
        ))}
      </CardList>
      {apart.partners > apart.cards.length && (
        <p>
          <a href={hrefOf(withFilter(page.search, 'status', [kind]))}>{t.apart.all(f.number(apart.partners))}</a>
        </p>
      )}
    </section>
  )
}

function UnknownArea({ page }: { page: PartnerSearchPage }) {
  const t = useMessages().partners
  if (page.unknownArea.length === 0 || page.page > 1) return null
  return (
    <section aria-labelledby="bagian-daerah" className="space-y-4 border-t border-line pt-6">
      <div>
        <h2 id="bagian-daerah" className="text-xl">
          {t.apart.unknownArea}
        </h2>
        <p className="max-w-prose text-muted">{t.apart.unknownAreaText}</p>
      </div>
      <CardList>
        {page.unknownArea.map((card) => (
          <PartnerCard key={card.id} card={card} regionNames={page.regionNames} level={3} />
        ))}
      </CardList>
    </section>
  )
}
