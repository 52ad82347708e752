import { LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { ImportCounts } from './import-counts.tsx'
import { ImportMapping } from './import-mapping.tsx'
import type { ImportPage } from './import-page.server.ts'
import { ImportRejects } from './import-rejects.tsx'

const SHOWN_BOARDS = 12

/** A finished load: what became of the rows, the boards to go to, the rows to mend. */
export function ImportResult({ page }: { page: Extract<ImportPage, { state: 'done' }> }) {
  const t = useMessages().intake.batch
  const f = useFormat()
  const { summary } = page
  if (!summary) return null
  const { created, changed } = summary.rows
  return (
    <div className="space-y-10">
      <div className="space-y-4">
        <Notice kind="success">
          <p data-live-announce>
            {created + changed > 0 ? t.doneText(f.number(created), f.number(changed)) : t.doneNothing}
          </p>
        </Notice>
        <ImportCounts summary={summary} />
      </div>
      <Boards page={page} />
      <ImportRejects page={page} />
      <details className="rounded-lg border border-line bg-surface p-4 sm:p-6">
        <summary className="font-semibold">{t.howRead}</summary>
        <div className="mt-6">
          <ImportMapping summary={summary} />
        </div>
      </details>
      <LinkButton href={paths.imports()} look="secondary" icon="upload">
        {t.again}
      </LinkButton>
    </div>
  )
}

function Boards({ page }: { page: ImportPage }) {
  const t = useMessages().intake.batch
  const f = useFormat()
  const regions = page.summary?.regions ?? []
  if (regions.length === 0) return null
  const more = regions.length - SHOWN_BOARDS
  return (
    <section aria-labelledby="papan">
      <h2 id="papan" className="mb-3 text-xl">
        {t.boards}
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {regions.slice(0, SHOWN_BOARDS).map(({ code, rows }) => (
          <li key={code} className="relative rounded border border-line bg-surface px-4 py-3 hover:border-accent">
            <a href={paths.board(code)} className="cover-link quiet-link font-semibold">
              {page.regionNames[code] ?? code}
            </a>
            <span className="tabular block text-sm text-muted">{t.boardRows(f.number(rows))}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-muted">{t.moreBoards(f.number(more))}</p>}
    </section>
  )
}
