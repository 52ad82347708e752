import { LinkButton } from '#app/components/button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { NationalPage } from './national-page.server.ts'
import { RunControl } from './run-control.tsx'
import { RunResult } from './run-result.tsx'
import { RunTable } from './run-table.tsx'

const POLL_MS = 1000

/** While a run goes on the page renews itself: with scripts every second in place, without them as a whole. */
export function NationalView({ page }: { page: NationalPage }) {
  const t = useMessages().national
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        trail={[{ href: paths.boards(), label: t.trail }]}
        actions={
          <LinkButton look="secondary" href={paths.policy()}>
            {t.policyLink}
          </LinkButton>
        }
      />
      {page.live && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <div id="nasional" className="space-y-12" {...(page.live ? { 'data-poll': POLL_MS } : {})}>
        <RunControl page={page} />
        <RunTable page={page} />
        {page.result && <RunResult page={page} result={page.result} />}
      </div>
    </>
  )
}
