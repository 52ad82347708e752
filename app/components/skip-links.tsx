import { useMatches } from '@remix-run/react'
import { useMessages } from '#app/i18n/context.tsx'

const LOOK =
  'sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:rounded focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold'

/** The id every list of results carries, so that the second skip link finds it. */
export const RESULTS_ID = 'hasil'

/** A route with results says so: `export const handle = { hasResults: true }`. */
export interface PageHandle {
  readonly hasResults?: boolean
}

export function SkipLinks() {
  const t = useMessages()
  const hasResults = useMatches().some((match) => (match.handle as PageHandle | undefined)?.hasResults)
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
