import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK } from '#app/components/field.tsx'
import { LiveForm } from '#app/components/live-form.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { sortWord } from '#app/features/finder/facet-search.ts'
import type { SavedHere } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { SaveSearchForm } from '#app/features/saved-searches/search-tools.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { PartnerFilters } from './partner-filters.tsx'
import { PartnerResults } from './partner-results.tsx'
import { PARTNER_SORTS } from './partner-search.ts'
import type { PartnerSearchPage } from './partner-search-page.server.ts'

/** The finder: words, filters and order in one GET form, results beside it. */
export function PartnerSearchView({ page, saved }: { page: PartnerSearchPage; saved?: SavedHere }) {
  const t = useMessages().partners
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <LiveForm
        action={paths.partners()}
        role="search"
        aria-label={t.field}
        className="print-form grid gap-x-10 gap-y-6 lg:grid-cols-[17rem_1fr] print:block"
      >
        <div className="no-print lg:col-span-2">
          <SearchBox page={page} />
        </div>
        <div id="saringan-mitra" data-live-region>
          <PartnerFilters page={page} />
        </div>
        <PartnerResults page={page} saved={saved} />
      </LiveForm>
      <SaveSearchForm />
    </>
  )
}

function SearchBox({ page }: { page: PartnerSearchPage }) {
  const messages = useMessages()
  const t = messages.partners
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
            {PARTNER_SORTS.map((sort) => (
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
