import { CountBar } from '#app/components/count-bar.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Table } from '#app/components/table.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import type { BoardNeed } from '#app/domain/board/types.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'
import { gapSentence } from './gap-words.ts'

/** Needs that nobody serves, with the reason; below them every need of the district. */
export function GapSection({ page }: { page: BoardPage }) {
  const t = useMessages().board.gaps
  const f = useFormat()
  const gaps = page.board.needs.filter((need) => need.unserved > 0)
  return (
    <BoardSection id="celah" title={t.title} intro={gaps.length > 0 ? t.intro : undefined}>
      {gaps.length === 0 ? (
        <Notice kind="success">{t.none}</Notice>
      ) : (
        <>
          <Legend />
          <GapTable page={page} gaps={gaps} />
        </>
      )}
      <Unfold summary={t.all(f.number(page.board.needs.length))}>
        <Legend />
        <NeedTable page={page} />
      </Unfold>
    </BoardSection>
  )
}

function Legend() {
  const t = useMessages().board.gaps
  const parts = [
    ['leaf', t.served],
    ['turmeric', t.undecided],
    ['brick', t.unserved],
  ] as const
  return (
    <ul aria-label={t.legend} className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {parts.map(([look, label]) => (
        <li key={look} className="flex items-center gap-2">
          <CountBar parts={[{ share: 1, look }]} className="w-4" />
          {label}
        </li>
      ))}
    </ul>
  )
}

function NeedShares({ need }: { need: BoardNeed }) {
  return (
    <CountBar
      parts={[
        { share: need.served / need.wanted, look: 'leaf' },
        { share: need.undecided / need.wanted, look: 'turmeric' },
        { share: need.unserved / need.wanted, look: 'brick' },
      ]}
    />
  )
}

function GapTable({ page, gaps }: { page: BoardPage; gaps: readonly BoardNeed[] }) {
  const t = useMessages().board.gaps
  const f = useFormat()
  const locale = useLocale()
  const columns = [
    { key: 'need', label: t.need },
    { key: 'unserved', label: t.unserved },
    { key: 'why', label: t.why },
  ]
  const reasons = new Map(page.gaps.map((gap) => [gap.need, gap]))
  const rows = gaps.map((need) => ({
    id: `celah-${need.need}`,
    cells: {
      need: termLabel(locale, 'need', need.need),
      unserved: (
        <span className="tabular inline-flex flex-wrap items-center gap-x-2.5">
          <NeedShares need={need} />
          <span>{t.of(f.number(need.unserved), f.number(need.wanted))}</span>
        </span>
      ),
      why: gapSentence(locale, reasons.get(need.need)!, (id) => page.offers[id]!.name),
    },
  }))
  return <Table caption={t.title} columns={columns} rows={rows} />
}

function NeedTable({ page }: { page: BoardPage }) {
  const t = useMessages().board.gaps
  const f = useFormat()
  const locale = useLocale()
  const columns = [
    { key: 'need', label: t.need },
    { key: 'share', label: t.share },
    { key: 'wanted', label: t.wanted, numeric: true },
    { key: 'served', label: t.served, numeric: true },
    { key: 'undecided', label: t.undecided, numeric: true },
    { key: 'unserved', label: t.unserved, numeric: true },
  ]
  const rows = [...page.board.needs]
    .sort((a, b) => b.wanted - a.wanted)
    .map((need) => ({
      id: `kebutuhan-${need.need}`,
      href: paths.board(page.region.code, { kebutuhan: need.need, klaster: page.filter.cluster }),
      cells: {
        need: termLabel(locale, 'need', need.need),
        share: <NeedShares need={need} />,
        wanted: f.number(need.wanted),
        served: f.number(need.served),
        undecided: f.number(need.undecided),
        unserved: f.number(need.unserved),
      },
    }))
  return <Table caption={t.all(f.number(rows.length))} columns={columns} rows={rows} />
}
