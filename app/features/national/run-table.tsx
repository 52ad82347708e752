import { Table } from '#app/components/table.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { MatchRunRow } from '#db/schema/matching.ts'
import type { NationalPage } from './national-page.server.ts'

const TONE: Record<MatchRunRow['status'], Tone> = {
  running: 'accent',
  done: 'leaf',
  failed: 'brick',
  cancelled: 'turmeric',
}

/** The last runs; a finished one leads to its result. */
export function RunTable({ page }: { page: NationalPage }) {
  const t = useMessages().national.runs
  const f = useFormat()
  const columns = [
    { key: 'started', label: t.started },
    { key: 'status', label: t.status },
    { key: 'policy', label: t.policy },
    { key: 'actors', label: t.actors, numeric: true },
    { key: 'offers', label: t.offers, numeric: true },
    { key: 'eligible', label: t.eligible, numeric: true },
    { key: 'undecided', label: t.undecided, numeric: true },
    { key: 'seconds', label: t.seconds, numeric: true },
  ]
  const rows = page.runs.map((run) => {
    const done = run.status === 'done'
    const figure = (value: number, digits = 0) => (done ? f.number(value, digits) : '')
    return {
      id: `jalan-${run.id}`,
      ...(done ? { href: paths.national({ jalan: run.id }) } : {}),
      cells: {
        started: f.instant(run.started_at),
        status: (
          <>
            <Tag tone={TONE[run.status]}>{t.statuses[run.status]}</Tag>
            {page.result?.run.id === run.id && <span className="block text-sm text-muted">{t.shown}</span>}
          </>
        ),
        policy: run.policy_version,
        actors: figure(run.actors),
        offers: f.number(run.offers),
        eligible: figure(run.eligible_pairs),
        undecided: figure(run.undecided_pairs),
        seconds: figure(run.seconds, 1),
      },
    }
  })
  return (
    <section aria-labelledby="terakhir">
      <h2 id="terakhir" className="mb-3 text-xl">
        {t.title}
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">{t.none}</p>
      ) : (
        <Table caption={t.title} columns={columns} rows={rows} />
      )}
    </section>
  )
}
