import { Button, LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { ImportCounts } from './import-counts.tsx'
import { ImportMapping } from './import-mapping.tsx'
import type { ImportPage } from './import-page.server.ts'
import { ImportRejects } from './import-rejects.tsx'
import { ImportSample } from './import-sample.tsx'

/** What was understood of the file, before anything is stored; the two ways on stand at the top. */
export function ImportPreview({ page }: { page: Extract<ImportPage, { state: 'ready' }> }) {
  const t = useMessages().intake.batch
  const f = useFormat()
  const { summary } = page
  if (!summary) return null
  return (
    <div className="space-y-10">
      <div className="space-y-4">
        {page.loadedBefore && <Notice>{t.loadedBefore(f.instant(page.loadedBefore))}</Notice>}
        <ImportCounts summary={summary} />
        {summary.rows.rejected > 0 && (
          <Notice kind="warning">
            {t.rejectsFirst(f.number(summary.rows.rejected))} <a href="#ditolak">{t.seeRejects}</a>
          </Notice>
        )}
        <Decide page={page} />
      </div>
      <ImportMapping summary={summary} />
      {page.sample.length > 0 && <ImportSample rows={page.sample} regionNames={page.regionNames} />}
      <ImportRejects page={page} />
    </div>
  )
}

function Decide({ page }: { page: ImportPage }) {
  const t = useMessages().intake.batch
  const f = useFormat()
  const toStore = (page.summary?.rows.created ?? 0) + (page.summary?.rows.changed ?? 0)
  return (
    <form method="post" action={paths.importBatch(page.id)} className="space-y-3">
      {toStore === 0 && <p data-live-announce>{t.nothing}</p>}
      <div className="flex flex-wrap gap-3">
        {toStore > 0 && (
          <Button name="intent" value="simpan" icon="check">
            {t.confirm(f.number(toStore))}
          </Button>
        )}
        <Button look="secondary" name="intent" value="batal">
          {t.discard}
        </Button>
        {toStore === 0 && (
          <LinkButton href={paths.imports()} icon="upload">
            {t.again}
          </LinkButton>
        )}
      </div>
    </form>
  )
}
