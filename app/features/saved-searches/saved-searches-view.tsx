import { Button, LinkButton } from '#app/components/button.tsx'
import { CardList } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { criteriaOf } from './criteria.ts'
import { MAX_NAME } from './saved-name.ts'
import { SavedSearchCard } from './saved-search-card.tsx'
import type { SavedRefusal } from './saved-searches-action.server.ts'
import type { SavedSearch, SavedSearchesPage } from './saved-searches-page.server.ts'
import { SAVED_LISTS, type SavedTarget, targetOf } from './saved-target.ts'

/** Everything this browser has saved, by list; above it the form that was refused, if one was. */
export function SavedSearchesView({ page, refusal }: { page: SavedSearchesPage; refusal: SavedRefusal | null }) {
  const t = useMessages().saved
  const targets = page.searches.flatMap((search) => {
    const target = targetOf(search.address)
    return target ? [{ search, target }] : []
  })
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      {refusal && <ErrorSummary errors={[refusal.error]} />}
      {refusal?.address && <RefusedSave page={page} refusal={refusal} address={refusal.address} />}
      {targets.length === 0 ? (
        <Nothing />
      ) : (
        <div className="space-y-8">
          {SAVED_LISTS.map((list) => (
            <ListSection
              key={list}
              title={t.lists[list]}
              id={`daftar-${list}`}
              entries={targets.filter(({ target }) => target.list === list)}
              page={page}
              refusal={refusal}
            />
          ))}
          <p className="max-w-prose text-sm text-muted">{t.browserOnly}</p>
        </div>
      )}
    </>
  )
}

function ListSection(props: {
  title: string
  id: string
  entries: readonly { readonly search: SavedSearch; readonly target: SavedTarget }[]
  page: SavedSearchesPage
  refusal: SavedRefusal | null
}) {
  const { entries, page, refusal } = props
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="mb-3 text-xl">
        {props.title}
      </h2>
      <CardList>
        {entries.map(({ search, target }) => (
          <SavedSearchCard
            key={search.id}
            search={search}
            target={target}
            regionNames={page.regionNames}
            refusal={refusal?.id === search.id ? refusal : null}
          />
        ))}
      </CardList>
    </section>
  )
}

/** The form of a list page once more, with what was wrong. */
function RefusedSave(props: { page: SavedSearchesPage; refusal: SavedRefusal; address: string }) {
  const t = useMessages().saved
  const locale = useLocale()
  const { refusal, address } = props
  const target = targetOf(address)
  if (!target) return null
  const criteria = criteriaOf(target, locale, props.page.regionNames)
  return (
    <form
      method="post"
      action={paths.savedSearches()}
      className="mb-8 max-w-prose space-y-4 rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <h2 className="text-xl">{t.save.open}</h2>
      <p>
        <a href={address} className="wrap-anywhere">
          {criteria.length > 0 ? criteria.join('; ') : t.everything[target.list]}
        </a>
      </p>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="alamat" value={address} />
      <TextField
        name="nama"
        label={t.save.name}
        hint={t.save.hint}
        {...(refusal.error.field === 'nama' ? { error: refusal.error.message } : {})}
        input={{ defaultValue: refusal.name, maxLength: MAX_NAME, autoComplete: 'off' }}
      />
      <Button>{t.save.button}</Button>
    </form>
  )
}

function Nothing() {
  const t = useMessages().saved.empty
  return (
    <EmptyState title={t.title} text={t.text}>
      <LinkButton href={paths.partners()} icon="search">
        {t.partners}
      </LinkButton>
      <LinkButton href={paths.actors()} look="secondary" icon="search">
        {t.actors}
      </LinkButton>
    </EmptyState>
  )
}
