import { Table } from '#app/components/table.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import { FACT_IDS, type FactValue } from '#app/domain/values/facts.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { factValueText } from '#app/i18n/fact-text.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { SampleRow } from '#app/intake/load/summary.ts'

const TONES: Record<SampleRow['state'], Tone> = { created: 'leaf', changed: 'leaf', same: 'plain', rejected: 'brick' }

/** So many rows are open to the eye; the others unfold. */
const SHOWN = 5

interface Sample {
  readonly rows: readonly SampleRow[]
  readonly regionNames: Readonly<Record<string, string>>
}

/** The first rows as they were understood, in the words of the system. */
export function ImportSample({ rows, regionNames }: Sample) {
  const t = useMessages().intake.sample
  const f = useFormat()
  const more = rows.slice(SHOWN)
  return (
    <section aria-labelledby="contoh-baris">
      <h2 id="contoh-baris" className="mb-2 text-xl">
        {t.title}
      </h2>
      <SampleTable caption={t.title} rows={rows.slice(0, SHOWN)} regionNames={regionNames} />
      {more.length > 0 && (
        <details className="mt-3">
          <summary className="py-2 font-semibold text-accent">{t.more(f.number(more.length))}</summary>
          <SampleTable caption={t.more(f.number(more.length))} rows={more} regionNames={regionNames} />
        </details>
      )}
    </section>
  )
}

function SampleTable({ caption, rows, regionNames }: Sample & { caption: string }) {
  const t = useMessages().intake.sample
  const f = useFormat()
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: t.name },
        { key: 'place', label: t.place },
        { key: 'work', label: t.work },
        { key: 'needs', label: t.needs },
        { key: 'facts', label: t.facts },
        { key: 'state', label: t.state },
      ]}
      rows={rows.map((row) => ({
        id: `baris-${row.row}`,
        cells: {
          name: (
            <>
              {row.name}
              {row.businessName && <span className="block font-normal">{row.businessName}</span>}
              <span className="block text-sm font-normal text-muted">{`${t.row} ${f.number(row.row)}`}</span>
            </>
          ),
          place: [row.village, regionNames[row.regency ?? '']].filter(Boolean).join(', '),
          work: <Work row={row} />,
          needs: <Needs row={row} />,
          facts: <FactList row={row} />,
          state: <Tag tone={TONES[row.state]}>{t.states[row.state]}</Tag>,
        },
      }))}
    />
  )
}

function Unknown() {
  return <span className="text-muted">{useMessages().common.unknown}</span>
}

function Work({ row }: { row: SampleRow }) {
  const t = useMessages().intake.sample
  const locale = useLocale()
  return (
    <>
      {row.sectors ? row.sectors.map((id) => termLabel(locale, 'sector', id)).join(', ') : <Unknown />}
      {row.sectorsFromProducts && <span className="block text-sm text-muted">{t.fromProducts}</span>}
      {row.products && <span className="block text-sm text-muted">{row.products}</span>}
      {row.cluster && <span className="block text-sm">{termLabel(locale, 'cluster', row.cluster)}</span>}
    </>
  )
}

function Needs({ row }: { row: SampleRow }) {
  const t = useMessages().intake.sample
  const locale = useLocale()
  if (row.needs === null) return <Unknown />
  if (row.needs.length === 0) return <>{t.noneNeeded}</>
  return (
    <ol className="list-inside list-decimal">
      {row.needs.map((need) => (
        <li key={need}>{termLabel(locale, 'need', need)}</li>
      ))}
    </ol>
  )
}

function FactList({ row }: { row: SampleRow }) {
  const locale = useLocale()
  const known = FACT_IDS.filter((fact) => row.facts[fact] !== undefined && row.facts[fact] !== null)
  if (known.length === 0) return <Unknown />
  return (
    <ul className="text-sm">
      {known.map((fact) => (
        <li key={fact}>
          {termLabel(locale, 'fact', fact).replace(/ \([^)]*\)$/, '')}:{' '}
          {factValueText(locale, fact, row.facts[fact] as FactValue)}
        </li>
      ))}
    </ul>
  )
}
