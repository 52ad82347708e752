import { Table } from '#app/components/table.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import { FACT_IDS, type FactValue } from '#app/domain/values/facts.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { factValueText } from '#app/i18n/fact-text.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { SampleRow } from '#app/intake/load/summary.ts'

const TONES: Record<SampleRow['state'], Tone> = { created: 'leaf', changed: 'leaf', same: 'plain', rejected: 'brick' }

/** The first rows as they were understood, in the words of the system. */
export function ImportSample(props: { rows: readonly SampleRow[]; regionNames: Readonly<Record<string, string>> }) {
  const t = useMessages().intake.sample
  const f = useFormat()
  return (
    <Table
      caption={t.title}
      showCaption
      columns={[
        { key: 'name', label: t.name },
        { key: 'place', label: t.place },
        { key: 'work', label: t.work },
        { key: 'needs', label: t.needs },
        { key: 'facts', label: t.facts },
        { key: 'state', label: t.state },
      ]}
      rows={props.rows.map((row) => ({
        id: `baris-${row.row}`,
        cells: {
          name: (
            <>
              {row.name}
              {row.businessName && <span className="block font-normal">{row.businessName}</span>}
              <span className="block text-sm font-normal text-muted">{`${t.row} ${f.number(row.row)}`}</span>
            </>
          ),
          place: [row.village, props.regionNames[row.regency ?? '']].filter(Boolean).join(', '),
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
