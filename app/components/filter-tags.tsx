import { useMessages } from '#app/i18n/context.tsx'
import { Icon } from './icon.tsx'

export interface ActiveFilter {
  readonly label: string
  /** The same list without this filter. */
  readonly href: string
}

/** The filters in use, each removable by a link. */
export function FilterTags({ filters, clearHref }: { filters: readonly ActiveFilter[]; clearHref: string }) {
  const t = useMessages()
  if (filters.length === 0) return null
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <ul aria-label={t.common.filter.active} className="contents">
        {filters.map((filter) => (
          <li key={filter.label + filter.href}>
            <a
              href={filter.href}
              className="quiet-link inline-flex min-h-9 items-center gap-1.5 rounded border border-accent bg-accent-soft ps-3 pe-2 text-sm"
            >
              <span className="sr-only">{t.common.filter.remove(filter.label)}</span>
              <span aria-hidden="true">{filter.label}</span>
              <Icon name="cross" className="size-4" />
            </a>
          </li>
        ))}
      </ul>
      {filters.length > 1 && (
        <a href={clearHref} className="inline-flex min-h-9 items-center px-1 text-sm">
          {t.common.filter.clear}
        </a>
      )}
    </div>
  )
}
