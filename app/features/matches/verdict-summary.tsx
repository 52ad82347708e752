import { Tag, VERDICT_LOOK, type Verdict } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'

/** How many of `total` came out how: "12 memenuhi syarat, 5 perlu dilengkapi ... dari 63 penawaran". */
export function VerdictSummary(props: { counts: Readonly<Partial<Record<Verdict, number>>>; of: string }) {
  const t = useMessages()
  const f = useFormat()
  const shown = (['eligible', 'undecided', 'ineligible'] as const).filter(
    (verdict) => props.counts[verdict] !== undefined,
  )
  return (
    <p className="tabular flex flex-wrap items-center gap-2">
      {shown.map((verdict) => (
        <Tag key={verdict} {...VERDICT_LOOK[verdict]}>
          {t.match.card.count(f.number(props.counts[verdict]!), t.common.verdict[verdict])}
        </Tag>
      ))}
      <span className="text-sm text-muted">{props.of}</span>
    </p>
  )
}
