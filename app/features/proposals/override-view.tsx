import { Button } from '#app/components/button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { OverrideReport } from './override-report.server.ts'

const ENDINGS = ['helped', 'not_helped', 'declined', 'expired', 'open'] as const

/** Where people decided otherwise than the ranking, why, and what came of it. */
export function OverrideView({ page }: { page: OverrideReport }) {
  const t = useMessages()
  const f = useFormat()
  const o = t.overrides
  const rows = (['followed', 'against'] as const).map((way) => {
    const counts = page[way]
    const closed = counts.helped + counts.not_helped + counts.declined
    const sent = closed + counts.expired + counts.open
    return {
      id: way,
      cells: {
        way: o[way],
        sent: f.number(sent),
        ...Object.fromEntries(ENDINGS.map((ending) => [ending, f.number(counts[ending])])),
        rate:
          closed === 0
            ? '-'
            : `${f.percent(counts.helped / closed)} (${o.helpedOf(f.number(counts.helped), f.number(closed))})`,
      },
    }
  })
  const columns = (['way', 'sent', ...ENDINGS, 'rate'] as const).map((key) => ({
    key,
    label: o.column[key],
    numeric: key !== 'way' && key !== 'rate',
  }))
  return (
    <>
      <PageHeader title={o.title} intro={o.intro} trail={[{ href: paths.proposals(), label: t.proposals.title }]} />
      <div className="space-y-12">
        <Section id="perbandingan" title={o.compare}>
          <p className="mb-3 text-muted">{o.compareIntro}</p>
          <Table caption={o.compare} columns={columns} rows={rows} />
        </Section>
        <Section id="daftar" title={o.ledger}>
          {page.entries.length === 0 && <p className="text-muted">{o.none}</p>}
          <ul className="space-y-3">
            {page.entries.map((entry) => (
              <li key={entry.row.id} className="rounded-lg border border-line bg-surface p-4">
                <Entry entry={entry} mayWrite={page.mayWrite} />
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  )
}

function Entry({ entry, mayWrite }: { entry: OverrideReport['entries'][number]; mayWrite: boolean }) {
  const o = useMessages().overrides
  const f = useFormat()
  const { row } = entry
  return (
    <div className="space-y-1">
      <p className="font-semibold">
        {o.kinds[row.kind]}: {entry.offerName} {entry.code && `(${entry.code})`}
      </p>
      <p>
        {o.reasons[row.reason]}: {row.reason_text}
      </p>
      {entry.recommended && <p>{o.entry.recommended(entry.recommended)}</p>}
      <p className="text-sm text-muted">
        {row.rank !== null && <>{o.entry.rank(f.number(row.rank))}; </>}
        {o.entry.policy(row.policy_version, row.rules_version)}; {o.entry.by(entry.who ?? '-', f.instant(row.at))}
      </p>
      {row.proposal_id && <a href={paths.proposal(row.proposal_id)}>{o.entry.proposal}</a>}
      {row.lifted_at && <p className="text-sm">{o.entry.lifted(f.instant(row.lifted_at))}</p>}
      {row.kind === 'hide' && row.lifted_at === null && mayWrite && (
        <form method="post">
          <Button small look="secondary" name="tampilkan" value={row.id}>
            {o.entry.lift}
          </Button>
        </form>
      )}
    </div>
  )
}
