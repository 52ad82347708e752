import { Table } from '#app/components/table.tsx'
import { ConfidenceMark } from '#app/components/tag.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { PublishedFigure } from '#db/queries/reference.ts'
import { SourceLink } from './source-link.tsx'

type Value = PublishedFigure['values'][number]

function ValueText({ value }: { value: Value }) {
  const t = useMessages().about.figures
  const f = useFormat()
  if (value.value === null) return t.notNumeric
  const qualify = t.qualifiers[value.qualifier as keyof typeof t.qualifiers] ?? t.qualifiers.exact
  return qualify(f.number(value.value))
}

function Values({ values }: { values: readonly Value[] }) {
  const locale = useLocale()
  const labelled = values.length > 1 || values[0]?.value === null
  return (
    <ul className="tabular space-y-0.5">
      {values.map((value) => (
        <li key={value.label_id}>
          {labelled && <span className="text-muted">{locale === 'id' ? value.label_id : value.label_en}: </span>}
          <ValueText value={value} />
        </li>
      ))}
    </ul>
  )
}

/** "2016-2017" is a span of years; anything else is a date of some exactness. */
function usePeriod(): (period: string) => string {
  const f = useFormat()
  return (period) => (/^\d{4}-\d{4}$/.test(period) ? period.replace('-', '–') : f.day(period))
}

export function FigureTable({ figures }: { figures: readonly PublishedFigure[] }) {
  const t = useMessages().about.figures
  const locale = useLocale()
  const period = usePeriod()
  const columns = [
    { key: 'measure', label: t.measure },
    { key: 'values', label: t.values },
    { key: 'period', label: t.period },
    { key: 'denominator', label: t.denominator },
    { key: 'source', label: t.source },
    { key: 'note', label: t.note },
  ]
  const rows = figures.map((figure) => ({
    id: `angka-${figure.id}`,
    cells: {
      measure: locale === 'id' ? figure.measure_id : figure.measure_en,
      values: <Values values={figure.values} />,
      period: period(figure.period),
      denominator: figure.denominator ?? t.noDenominator,
      source: (
        <>
          <SourceLink name={figure.source_name} url={figure.source_url} date={figure.source_date} />
          <ConfidenceMark level={figure.confidence as 'high' | 'medium' | 'low'} />
        </>
      ),
      note: locale === 'id' ? figure.note_id : figure.note_en,
    },
  }))
  return (
    <>
      <p className="mb-4 max-w-prose">{t.intro}</p>
      <Table caption={t.title} columns={columns} rows={rows} />
    </>
  )
}
