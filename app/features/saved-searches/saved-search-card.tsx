import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { TextField } from '#app/components/field.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { criteriaOf } from './criteria.ts'
import { MAX_NAME } from './saved-name.ts'
import type { SavedRefusal } from './saved-searches-action.server.ts'
import type { SavedSearch } from './saved-searches-page.server.ts'
import type { SavedTarget } from './saved-target.ts'

/** One saved search: its name opens it; below, what it asks, and the forms that rename and delete it. */
export function SavedSearchCard(props: {
  search: SavedSearch
  target: SavedTarget
  regionNames: Readonly<Record<string, string>>
  /** The rename of this search that was refused. */
  refusal: SavedRefusal | null
}) {
  const { search, target, refusal } = props
  const t = useMessages().saved
  const f = useFormat()
  const locale = useLocale()
  const criteria = criteriaOf(target, locale, props.regionNames)
  return (
    <Card
      id={search.id}
      title={
        <a href={search.address} className="wrap-anywhere">
          {search.name}
        </a>
      }
      footer={
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <p className="py-1.5">{t.savedOn(f.day(search.savedOn))}</p>
          <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
            <details open={refusal !== null} className="open:basis-full">
              <summary className="min-h-9 px-1 py-1.5 font-semibold text-accent">
                {t.rename}
                <span className="sr-only"> {search.name}</span>
              </summary>
              <RenameForm search={search} refusal={refusal} />
            </details>
            <form method="post" action={paths.savedSearches()}>
              <input type="hidden" name="intent" value="delete" />
              <input type="hidden" name="id" value={search.id} />
              <Button look="danger" small data-confirm={t.confirmDelete(search.name)}>
                {t.delete}
                <span className="sr-only"> {search.name}</span>
              </Button>
            </form>
          </div>
        </div>
      }
    >
      <p className="text-muted">{criteria.length > 0 ? criteria.join('; ') : t.everything[target.list]}</p>
    </Card>
  )
}

function RenameForm({ search, refusal }: { search: SavedSearch; refusal: SavedRefusal | null }) {
  const t = useMessages()
  return (
    <form
      method="post"
      action={paths.savedSearches()}
      aria-label={t.saved.renameOf(search.name)}
      className="mt-2 mb-3 max-w-md space-y-3 text-base text-ink"
    >
      <input type="hidden" name="intent" value="rename" />
      <input type="hidden" name="id" value={search.id} />
      <TextField
        name="nama"
        id={`nama-${search.id}`}
        label={t.saved.newName}
        {...(refusal ? { error: refusal.error.message } : {})}
        input={{ defaultValue: refusal?.name ?? search.name, maxLength: MAX_NAME, autoComplete: 'off' }}
      />
      <Button small look="secondary">
        {t.common.button.save}
      </Button>
    </form>
  )
}
