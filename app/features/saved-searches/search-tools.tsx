import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK } from '#app/components/field.tsx'
import { FeedLink } from '#app/features/feeds/feed-link.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { criteriaOf } from './criteria.ts'
import { MAX_NAME, suggestName } from './saved-name.ts'
import type { SavedHere } from './saved-searches-page.server.ts'
import type { SavedTarget } from './saved-target.ts'

const FORM = 'form-simpan'
const SUMMARY = 'min-h-9 py-1.5 font-semibold text-accent'

/**
 * What one can do with the search of a list page: save it, open saved ones, follow it. Stands inside the live form, so
 * its fields belong to a form of their own (SaveSearchForm) that the page draws elsewhere.
 */
export function SearchTools(props: {
  target: SavedTarget
  saved: SavedHere
  regionNames: Readonly<Record<string, string>>
}) {
  const { target, saved } = props
  const t = useMessages().saved
  return (
    <div className="no-print flex flex-wrap items-start gap-x-6 text-sm">
      {saved.name === null ? (
        <SaveFields {...props} />
      ) : (
        <p id="tersimpan" className="min-h-9 py-1.5 wrap-anywhere">
          {t.here(saved.name)}
        </p>
      )}
      {saved.count > 0 && <SavedMenu saved={saved} />}
      {target.list === 'mitra' && <FeedLink search={target.search} />}
    </div>
  )
}

/** The form of the fields in SearchTools; draws nothing. */
export function SaveSearchForm() {
  return <form id={FORM} method="post" action={paths.savedSearches()} />
}

function SaveFields({ target, saved, regionNames }: Parameters<typeof SearchTools>[0]) {
  const t = useMessages().saved
  const locale = useLocale()
  const criteria = criteriaOf(target, locale, regionNames)
  const suggestion = suggestName(criteria.length > 0 ? criteria : [t.everything[target.list]])
  return (
    <details id="simpan" className="open:basis-full">
      <summary className={SUMMARY}>{t.save.open}</summary>
      <div className="max-w-xl pt-1 pb-4 text-base">
        <input type="hidden" name="intent" value="save" form={FORM} />
        <input type="hidden" name="alamat" value={saved.address} form={FORM} />
        <label htmlFor="nama" className="font-semibold">
          {t.save.name}
        </label>
        <p id="nama-hint" className="text-sm text-muted">
          {t.save.hint}
        </p>
        <div className="mt-1.5 flex gap-2">
          <input
            id="nama"
            type="text"
            name="nama"
            form={FORM}
            defaultValue={suggestion}
            maxLength={MAX_NAME}
            autoComplete="off"
            aria-describedby="nama-hint"
            className={CONTROL_LOOK}
          />
          <Button look="secondary" form={FORM}>
            {t.save.button}
          </Button>
        </div>
      </div>
    </details>
  )
}

function SavedMenu({ saved }: { saved: SavedHere }) {
  const t = useMessages().saved
  const f = useFormat()
  if (saved.ofThisList.length === 0) {
    return (
      <a href={paths.savedSearches()} className="inline-flex min-h-9 items-center">
        {t.all(f.number(saved.count))}
      </a>
    )
  }
  return (
    <details id="pencarian-tersimpan" className="open:basis-full">
      <summary className={SUMMARY}>{t.all(f.number(saved.count))}</summary>
      <ul className="pb-3 text-base">
        {saved.ofThisList.map((search) => (
          <li key={search.id}>
            <a
              href={search.address}
              aria-current={search.address === saved.address ? 'true' : undefined}
              className="inline-flex min-h-9 items-center wrap-anywhere"
            >
              {search.name}
            </a>
          </li>
        ))}
        <li>
          <a href={paths.savedSearches()} className="inline-flex min-h-9 items-center font-semibold">
            {t.manage}
          </a>
        </li>
      </ul>
    </details>
  )
}
