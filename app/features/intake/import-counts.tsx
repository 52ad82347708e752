import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { LoadSummary } from '#app/intake/load/summary.ts'

const KINDS = ['created', 'changed', 'same', 'rejected'] as const
const INK = { created: 'text-leaf', changed: 'text-leaf', same: '', rejected: 'text-brick' } as const

/** What became of the rows, each kind out of all, with a bar of their shares. */
export function ImportCounts({ summary }: { summary: LoadSummary }) {
  const t = useMessages().intake
  const f = useFormat()
  const { rows, skipped } = summary
  return (
    <section aria-labelledby="jumlah-baris" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <h2 id="jumlah-baris" className="text-lg">
        {t.counts.title}: <span className="tabular">{f.number(rows.total)}</span>
      </h2>
      <dl className="tabular mt-3 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {KINDS.map((kind) => (
          <div key={kind} className="flex flex-col-reverse justify-end border-t border-edge pt-2">
            <dt className="text-sm text-muted">{t.counts[kind]}</dt>
            <dd className={`text-2xl font-semibold ${rows[kind] > 0 ? INK[kind] : 'text-muted'}`}>
              {f.number(rows[kind])}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-muted">
        <SourceLine summary={summary} />
        {skipped.example > 0 && ` ${t.counts.skippedExamples(f.number(skipped.example))}`}
        {skipped.other > 0 && ` ${t.counts.skippedOther(f.number(skipped.other))}`}
      </p>
    </section>
  )
}

/** Where the rows were found: sheet or text, heading row, day of the data. */
function SourceLine({ summary }: { summary: LoadSummary }) {
  const t = useMessages().intake.source
  const f = useFormat()
  const where =
    summary.sheet === null
      ? t.csv((summary.encoding ?? '').toUpperCase(), t.delimiters[summary.delimiter ?? ''] ?? '')
      : t.sheet(summary.sheet)
  return <>{`${where}, ${t.header(f.number(summary.headerRow))}, ${t.asOf(f.day(summary.asOf))}.`}</>
}
