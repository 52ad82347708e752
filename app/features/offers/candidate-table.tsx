import { FitSteps } from '#app/components/fit-steps.tsx'
import { ReasonList } from '#app/components/reason-line.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { MissingLine } from '#app/features/matches/match-card.tsx'
import { NearestChange } from '#app/features/matches/nearest-change.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { CandidateLine } from './candidate-lines.server.ts'

/** Lines that stand open; the others unfold. */
const UNFOLDED = 15

interface CandidateTableProps {
  caption: string
  lines: readonly CandidateLine[]
  /** Adds what is missing. */
  near?: boolean | undefined
  /** Adds a box to choose her for a proposal. */
  choose?: boolean | undefined
}

/** Actors under their codes, the first of them open. */
export function CandidateTable({ lines, ...rest }: CandidateTableProps) {
  const t = useMessages().offers
  const f = useFormat()
  const folded = lines.slice(UNFOLDED)
  return (
    <>
      <Lines {...rest} lines={lines.slice(0, UNFOLDED)} />
      {folded.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-9 py-1.5 text-accent">{t.more(f.number(folded.length))}</summary>
          <div className="pt-2">
            <Lines {...rest} lines={folded} />
          </div>
        </details>
      )}
    </>
  )
}

function Lines(props: CandidateTableProps) {
  const t = useMessages().offers.column
  const p = useMessages().proposals
  const locale = useLocale()
  const columns = [
    { key: 'code', label: t.code },
    { key: 'products', label: t.products },
    { key: 'place', label: t.place },
    { key: 'needs', label: t.needs },
    { key: 'fit', label: t.fit },
    ...(props.near ? [{ key: 'missing', label: t.missing }] : []),
    ...(props.choose ? [{ key: 'choose', label: p.propose }] : []),
  ]
  const rows = props.lines.map((line) => ({
    id: line.id,
    href: paths.actor(line.id),
    cells: {
      code: (
        <span className="inline-flex items-start gap-1.5 md:flex-col">
          {actorCode(line.id)}
          {line.isDemo && <DemoTag />}
        </span>
      ),
      products: line.products,
      place: <Place line={line} />,
      needs: line.needs.map((need) => termLabel(locale, 'need', need)).join('; '),
      fit: <FitSteps fit={line.fit} />,
      missing: <Missing line={line} />,
      choose: (
        <label className="relative z-10 grid size-11 place-items-center">
          <span className="sr-only">{p.choose(actorCode(line.id))}</span>
          <input type="checkbox" name="pelaku" value={line.id} className="size-5" />
        </label>
      ),
    },
  }))
  return <Table caption={props.caption} columns={columns} rows={rows} />
}

function Place({ line }: { line: CandidateLine }) {
  const t = useMessages().common
  return (
    <>
      {line.regency ?? t.unknown}
      <span className="block text-sm text-muted">{line.cluster ?? t.unknown}</span>
    </>
  )
}

function Missing({ line }: { line: CandidateLine }) {
  return (
    <div className="min-w-48 space-y-2 text-sm">
      <ReasonList>
        <MissingLine missing={line.missing} />
      </ReasonList>
      {line.change && <NearestChange change={line.change} ifNot={line.verdict === 'undecided'} />}
    </div>
  )
}
