import { Table } from '#app/components/table.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { AuditLine } from './audit-lines.server.ts'
import { detailSentences } from './detail-words.ts'

/** Lines of the log as a table; about whom is left out where the page is about one person. */
export function AuditTable(props: { lines: readonly AuditLine[]; caption: string; aboutOne?: boolean }) {
  const t = useMessages().audit
  const f = useFormat()
  const columns = [
    { key: 'at', label: t.columns.at },
    { key: 'action', label: t.columns.action },
    { key: 'who', label: t.columns.who },
    ...(props.aboutOne ? [] : [{ key: 'subject', label: t.columns.subject }]),
    { key: 'detail', label: t.columns.detail },
  ]
  const rows = props.lines.map((line) => ({
    id: `baris-${line.seq}`,
    cells: {
      at: <time dateTime={line.at}>{f.instant(line.at)}</time>,
      action: t.actions[line.action],
      who: (
        <>
          {line.account ?? t.noAccount[line.role === 'system' ? 'system' : 'gone']}
          {line.role !== 'system' && <span className="block text-sm text-muted">{t.roles[line.role]}</span>}
        </>
      ),
      subject: <Subject line={line} />,
      detail: <Detail line={line} />,
    },
  }))
  return <Table caption={props.caption} columns={columns} rows={rows} />
}

function Subject({ line }: { line: AuditLine }) {
  const t = useMessages().audit
  const { type, id, label } = line.subject
  return (
    <>
      {t.subjects[type]}
      {id !== null && <span className="tabular block text-sm break-all text-muted">{label ?? id}</span>}
    </>
  )
}

function Detail({ line }: { line: AuditLine }) {
  const locale = useLocale()
  const parts = detailSentences(locale, line)
  if (parts.length === 0) return null
  return <span className="block max-w-prose text-sm">{parts.join('; ')}</span>
}
