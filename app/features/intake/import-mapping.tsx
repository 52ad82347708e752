import { Notice } from '#app/components/notice.tsx'
import { Table } from '#app/components/table.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { LoadSummary } from '#app/intake/load/summary.ts'
import { fieldLabel } from '#app/intake/sentences.ts'

/** Which heading was read as what, what was not read and why, which cells were left unknown. */
export function ImportMapping({ summary }: { summary: LoadSummary }) {
  const t = useMessages().intake
  const locale = useLocale()
  const f = useFormat()
  return (
    <div className="space-y-8">
      {summary.notices.length > 0 && (
        <Notice kind="warning" title={t.notices.title}>
          <ul className="space-y-1">
            {summary.notices.map(({ column, code, cells }) => (
              <li key={code + column}>{t.notices[code](column, f.number(cells))}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <Table
          caption={t.mapping.title}
          showCaption
          columns={[
            { key: 'heading', label: t.mapping.heading },
            { key: 'field', label: t.mapping.field },
          ]}
          rows={summary.columns.map(({ heading, field, term }, at) => ({
            id: `kolom-${at}`,
            cells: { heading, field: fieldLabel(locale, field, term) },
          }))}
        />
        {summary.ignored.length > 0 && (
          <Table
            caption={t.mapping.ignoredTitle}
            showCaption
            columns={[
              { key: 'heading', label: t.mapping.heading },
              { key: 'reason', label: t.mapping.reason },
            ]}
            rows={summary.ignored.map(({ heading, reason }, at) => ({
              id: `abaikan-${at}`,
              cells: { heading, reason: t.mapping.reasons[reason] },
            }))}
          />
        )}
      </div>
    </div>
  )
}
