import { LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { fileErrorSentence } from '#app/intake/sentences.ts'
import { paths } from '#app/lib/paths.ts'
import type { ImportPage } from './import-page.server.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportWorking } from './import-working.tsx'

/** How often a page of a load at work looks again, in milliseconds. */
const POLL_MS = 1000

/** One load from the reading of its file to the result; while it is worked on the whole of it refreshes itself. */
export function ImportView({ page }: { page: ImportPage }) {
  const atWork = page.state === 'working'
  return (
    <>
      {/* why: outside the part that refreshes itself; a script that parses a page wakes what stands in noscript */}
      {atWork && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <div id="impor" {...(atWork ? { 'data-poll': POLL_MS } : {})}>
        <ImportHeader page={page} />
        {page.state === 'working' && <ImportWorking page={page} />}
        {page.state === 'ready' && <ImportPreview page={page} />}
        {page.state === 'done' && <ImportResult page={page} />}
        {(page.state === 'failed' || page.state === 'cancelled') && <ImportEnded page={page} />}
      </div>
    </>
  )
}

function ImportHeader({ page }: { page: ImportPage }) {
  const t = useMessages().intake
  const title = {
    working: page.state === 'working' && page.progress?.phase === 'writing' ? t.batch.writing : t.batch.reading,
    ready: t.batch.preview,
    done: t.batch.done,
    failed: t.batch.failed,
    cancelled: t.batch.cancelled,
  }[page.state]
  return (
    <PageHeader
      title={title}
      kicker={page.fileName}
      trail={[{ href: paths.imports(), label: t.title }]}
      intro={page.state === 'ready' ? t.batch.previewIntro : undefined}
    />
  )
}

function ImportEnded({ page }: { page: Extract<ImportPage, { state: 'failed' | 'cancelled' }> }) {
  const t = useMessages().intake.batch
  const locale = useLocale()
  return (
    <div className="max-w-prose space-y-6">
      {page.state === 'failed' ? (
        <Notice kind="error" title={fileErrorSentence(locale, page.failure.code, page.failure.values)}>
          <p data-live-announce>{t.failedText}</p>
        </Notice>
      ) : (
        <Notice>
          <p data-live-announce>{t.cancelledText}</p>
        </Notice>
      )}
      <LinkButton href={paths.imports()} icon="upload">
        {t.again}
      </LinkButton>
    </div>
  )
}
