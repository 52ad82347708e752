import { useMatches } from '@remix-run/react'
import { useMessages } from '#app/i18n/context.tsx'

const LOOK =
  'sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:rounded focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold'

/** The id every list of results carries, so that the second skip link finds it. */
export const RESULTS_ID = 'hasil'

/**
 * A route with results says so: `export const handle = { hasResults: true }`, or a question to what its loader answered where
 * not every viewer gets them.
 */
export interface PageHandle {
  readonly hasResults?: true | ((page: unknown) => boolean)
}

/** A page that was refused has no data, and so no results to skip to. */
function offersResults(handle: PageHandle | undefined, page: unknown): boolean {
  const has = handle?.hasResults
  if (!has || page === undefined || page === null) return false
  return has === true || has(page)
}

export function SkipLinks() {
  const t = useMessages()
  const hasResults = useMatches().some((match) => offersResults(match.handle as PageHandle | undefined, match.data))
  return (
    <div className="skip-links">
      <a className={LOOK} href="#isi">
        {t.common.skipToMain}
      </a>
      {hasResults && (
        <a className={LOOK} href={`#${RESULTS_ID}`}>
          {t.common.skipToResults}
        </a>
      )}
    </div>
  )
}
