import { Button, LinkButton } from '#app/components/button.tsx'
import { FacetList } from '#app/components/facet-list.tsx'
import { CONTROL_LOOK } from '#app/components/field.tsx'
import { FilterPanel } from '#app/components/filter-panel.tsx'
import { LiveForm } from '#app/components/live-form.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { facetOptions } from '#app/features/finder/facet-options.ts'
import { sortWord } from '#app/features/finder/facet-search.ts'
import type { SavedHere } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { SaveSearchForm } from '#app/features/saved-searches/search-tools.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ActorListPage } from './actor-list-page.server.ts'
import { ActorResults } from './actor-results.tsx'
import { type ActorFacet, actorSearches } from './actor-search.ts'
import { useActorValueLabel } from './use-actor-value-label.ts'

/** Open without being asked: an officer starts from her place. */
const OPEN: readonly ActorFacet[] = ['wilayah']

/** The list of actors under their codes: words, filters and order in one GET form, results beside it. */
export function ActorListView({ page, saved }: { page: ActorListPage; saved?: SavedHere }) {
  const t = useMessages().actors.list
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          page.mayImport && (
            <LinkButton href={paths.imports()} look="secondary" icon="upload">
              {t.import}
            </LinkButton>
          )
        }
      />
      <LiveForm
        action={paths.actors()}
        role="search"
        aria-label={t.field}
        className="print-form grid gap-x-10 gap-y-6 lg:grid-cols-[17rem_1fr] print:block"
      >
        <div className="no-print lg:col-span-2">
          <SearchBox page={page} />
        </div>
        <div id="saringan-pelaku" data-live-region>
          <Filters page={page} />
        </div>
        <ActorResults page={page} saved={saved} />
      </LiveForm>
      <SaveSearchForm />
    </>
  )
}

function SearchBox({ page }: { page: ActorListPage }) {
  const messages = useMessages()
  const t = messages.actors.list
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <label htmlFor="q" className="font-semibold">
          {t.field}
        </label>
        <p id="q-hint" className="text-sm text-muted">
          {t.fieldHint}
        </p>
        <div className="mt-1.5 flex gap-2">
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={page.search.q}
            autoComplete="off"
            aria-describedby="q-hint"
            maxLength={200}
            className={CONTROL_LOOK}
          />
          <Button icon="search">{messages.common.search.submit}</Button>
        </div>
      </div>
      <div className="flex items-center gap-3 self-end sm:block">
        <label htmlFor="urut" className="font-semibold whitespace-nowrap">
          {t.sort.label}
        </label>
        <div className="flex-1 sm:mt-1.5">
          <select id="urut" name="urut" defaultValue={sortWord(page.search.sort)} className={CONTROL_LOOK}>
            {(['relevance', 'newest'] as const).map((sort) => (
              <option key={sort} value={sortWord(sort)}>
                {t.sort[sort]}
              </option>
            ))}
          </select>
        </div>
      </div>
    </div>
  )
}

function Filters({ page }: { page: ActorListPage }) {
  const t = useMessages().actors.list
  const f = useFormat()
  const locale = useLocale()
  const label = useActorValueLabel(page.regionNames)
  return (
    <FilterPanel activeCount={actorSearches.activeCount(page.search)} apply={t.apply(f.number(page.total))}>
      {actorSearches.facets.map((facet) => (
        <FacetList
          key={facet}
          name={facet}
          label={t.facet[facet]}
          options={facetOptions(page.search, facet, page.counts[facet], label, locale)}
          open={OPEN.includes(facet)}
        />
      ))}
    </FilterPanel>
  )
}
