import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { Icon } from './icon.tsx'

/** The pages worth a link: first, last, and those around the current one; null stands for a gap. */
export function pageNumbers(page: number, pages: number): readonly (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return wanted.flatMap((n, at) => (at > 0 && n - wanted[at - 1]! > 1 ? [null, n] : [n]))
}

const LINK = 'grid min-h-11 min-w-11 place-items-center rounded px-2'

/** Page links under a list. `hrefFor` gives the URL of a page (1-based). Nothing is drawn for a single page. */
export function Pagination(props: {
  page: number
  pageSize: number
  total: number
  hrefFor: (page: number) => string
  /** Most pages that can be asked for. */
  maxPages?: number
}) {
  const t = useMessages()
  const f = useFormat()
  const { page, pageSize, total, hrefFor } = props
  const pages = Math.min(Math.ceil(total / pageSize), props.maxPages ?? Number.POSITIVE_INFINITY)
  if (pages <= 1) return null
  const range = t.common.pagination.range(
    f.number((page - 1) * pageSize + 1),
    f.number(Math.min(page * pageSize, total)),
    f.number(total),
  )
  return (
    <nav aria-label={t.common.pagination.label} className="no-print mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      <ul className="tabular -ms-2 flex flex-wrap items-center">
        {page > 1 && (
          <li>
            <a href={hrefFor(page - 1)} rel="prev" className={`${LINK} quiet-link`}>
              <span className="flex items-center gap-1">
                <Icon name="left" className="size-4" />
                {t.common.pagination.previous}
              </span>
            </a>
          </li>
        )}
        {pageNumbers(page, pages).map((n, at) => (
          <li key={n ?? `gap-${at}`} className={n === page ? '' : 'hidden sm:block'}>
            {n === null ? (
              <span className="px-1 text-muted">…</span>
            ) : (
              <a
                href={hrefFor(n)}
                aria-label={t.common.pagination.page(f.number(n))}
                aria-current={n === page ? 'page' : undefined}
                className={`${LINK} quiet-link aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold`}
              >
                {f.number(n)}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={hrefFor(page + 1)} rel="next" className={`${LINK} quiet-link`}>
              <span className="flex items-center gap-1">
                {t.common.pagination.next}
                <Icon name="right" className="size-4" />
              </span>
            </a>
          </li>
        )}
      </ul>
      <p className="tabular text-sm text-muted">{range}</p>
    </nav>
  )
}
