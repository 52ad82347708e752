import { Table } from '#app/components/table.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { Messages } from '#app/i18n/messages/index.ts'
import type { AuditLine } from './audit-lines.server.ts'

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
      detail: detailOf(line, t, f.list),
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

/** Partner, reason and figures as short sentences; a key no message knows is shown as it stands. */
function detailOf(line: AuditLine, t: Messages['audit'], list: (words: readonly string[]) => string) {
  const word = (value: unknown) => {
    const words: Readonly<Record<string, string>> = t.words
    return typeof value === 'boolean' ? t.yesNo[value ? 'yes' : 'no'] : (words[String(value)] ?? String(value))
  }
  const keys: Readonly<Record<string, string>> = t.keys
  const parts = [
    ...(line.partner ? [t.partner(line.partner)] : []),
    ...(line.because ? [t.because[line.because]] : []),
    ...Object.entries(line.detail).flatMap(([key, value]) =>
      value === null ? [] : [t.pair(keys[key] ?? key, Array.isArray(value) ? list(value.map(word)) : word(value))],
    ),
  ]
  if (parts.length === 0) return null
  return (
    <ul>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  )
}
