import type { ReactNode } from 'react'
import { Figure } from '#app/components/figure.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Table } from '#app/components/table.tsx'
import type { Rate } from '#app/domain/loop/rates.ts'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { LOST_AFTER_DAYS, type ProgrammeCounts } from '#app/domain/programmes/programme-rates.ts'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { Figures, ProgrammeFigures } from './programme-figures.server.ts'
import type { ProgrammePage } from './programme-page.server.ts'

const RATES = ['accepted', 'closedLoop', 'helped', 'lost'] as const
type RateKey = (typeof RATES)[number]

/** What came of a programme, in all and by district, each share with what it is a share of. */
export function ProgrammeFiguresView({ page, figures }: { page: ProgrammePage; figures: ProgrammeFigures }) {
  const { figures: t, page: p } = useMessages().programmes
  const f = useFormat()
  const rounded = !figures.total.exact || figures.rows.some((row) => !row.figures.exact)
  return (
    <Section id="capaian" title={t.title}>
      <div className="mb-6 max-w-prose space-y-2 text-muted">
        <p>{t.intro(f.day(page.today))}</p>
        <p>{t.lostRule(f.number(LOST_AFTER_DAYS))}</p>
        {rounded && <p>{t.suppressed(f.number(K))}</p>}
      </div>
      {figures.demo && (
        <div className="mb-6">
          <Notice>{p.demo}</Notice>
        </div>
      )}
      <Total page={page} figures={figures} />
      {figures.rows.length > 0 && <ByRegency page={page} figures={figures} />}
    </Section>
  )
}

function useShares() {
  const t = useMessages().programmes.figures
  const f = useFormat()
  const few = t.few(f.number(K))
  const rateOf = (figures: Figures, key: RateKey): Rate | null =>
    figures.exact ? figures.rates[key] : figures.told.rates[key]
  return {
    few,
    rateOf,
    share: (rate: Rate | null): string =>
      rate === null
        ? few
        : rate.value === null
          ? t.none(f.number(rate.of))
          : t.share(f.percent(rate.value), f.number(rate.part), f.number(rate.of)),
    sent: (figures: Figures): string =>
      figures.exact
        ? t.planned(f.number(figures.counts.sent), f.number(figures.counts.planned))
        : figures.told.sent === null
          ? few
          : f.number(figures.told.sent),
    target: (figures: Figures, target: number | null): string => {
      if (target === null) return t.noTarget
      if (!figures.exact && figures.told.sent === null) return t.targetOnly(f.number(target))
      const helped = figures.exact ? figures.counts.helpedWomen : (figures.told.ofTarget?.part ?? null)
      return t.ofTarget(helped === null ? few : f.number(helped), f.number(target))
    },
  }
}

function Total({ page, figures }: { page: ProgrammePage; figures: ProgrammeFigures }) {
  const t = useMessages().programmes.figures
  const f = useFormat()
  const { few, rateOf } = useShares()
  const { total } = figures
  const sent = total.exact ? total.counts.sent : total.told.sent
  const labels: Readonly<Record<RateKey, string>> = {
    accepted: t.acceptedLabel,
    closedLoop: t.closedLabel,
    helped: t.helpedLabel,
    lost: t.lostLabel,
  }
  const source = { source: { name: t.source }, date: f.day(page.today) }
  const ofTarget = total.exact ? total.rates.ofTarget : total.told.ofTarget
  if (sent === null) return <p className="mb-8 max-w-prose font-semibold">{t.tooFew(f.number(K))}</p>
  return (
    <div className="mb-8 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
      <Figure
        value={f.number(sent)}
        label={t.sent}
        {...(total.exact ? { denominator: f.number(total.counts.planned) } : {})}
        {...source}
      />
      {RATES.map((key) => {
        const rate = rateOf(total, key)
        return (
          <Figure
            key={key}
            value={rate === null ? few : rate.value === null ? '-' : f.percent(rate.value)}
            label={
              rate === null ? (
                labels[key]
              ) : (
                <>
                  {labels[key]}{' '}
                  <span className="text-muted">({t.ofTarget(f.number(rate.part), f.number(rate.of))})</span>
                </>
              )
            }
            {...source}
          />
        )
      })}
      {figures.target !== null && (
        <Figure
          value={ofTarget === null || ofTarget.value === null ? few : f.percent(ofTarget.value)}
          label={t.targetLabel}
          denominator={f.number(figures.target)}
          {...source}
        />
      )}
    </div>
  )
}

function ByRegency({ page, figures }: { page: ProgrammePage; figures: ProgrammeFigures }) {
  const t = useMessages().programmes.figures
  const f = useFormat()
  const { rateOf, share, sent, target } = useShares()
  const names = new Map(page.regions.map((region) => [region.code, region.name]))
  const someUnsent = figures.rows.some(({ figures: one }) => one.exact && one.counts.sent < one.counts.planned)
  const columns = [
    { key: 'place', label: t.column.place },
    { key: 'target', label: t.column.target, numeric: true },
    { key: 'sent', label: t.column.sent, numeric: true },
    { key: 'accepted', label: t.column.accepted, numeric: true },
    { key: 'closedLoop', label: t.column.closed, numeric: true },
    { key: 'helped', label: t.column.helped, numeric: true },
    { key: 'lost', label: t.column.lost, numeric: true },
    ...(someUnsent ? [{ key: 'waiting', label: t.column.waiting }] : []),
  ]
  const notSent = (counts: ProgrammeCounts): string | null => {
    const parts = [
      ...(counts.waitingConsent > 0 ? [t.waitingConsent(f.number(counts.waitingConsent))] : []),
      ...(counts.blocked > 0 ? [t.blocked(f.number(counts.blocked))] : []),
      ...(counts.untried > 0 ? [t.untried(f.number(counts.untried))] : []),
    ]
    return parts.join('; ') || null
  }
  const cellsOf = (figure: Figures, name: string, goal: number | null): Record<string, ReactNode> => ({
    place: name,
    target: target(figure, goal),
    sent: sent(figure),
    // why: of fewer than K nothing more is told, and saying so once is enough
    ...(figure.exact || figure.told.sent !== null
      ? Object.fromEntries(RATES.map((key) => [key, share(rateOf(figure, key))]))
      : {}),
    waiting: figure.exact ? notSent(figure.counts) : null,
  })
  const rows = [
    ...figures.rows.map((row) => ({
      id: `daerah-${row.code}`,
      cells: cellsOf(row.figures, names.get(row.code) ?? row.code, row.target),
    })),
    ...(figures.rows.length > 1
      ? [{ id: 'daerah-semua', cells: cellsOf(figures.total, t.total, figures.target) }]
      : []),
  ]
  return <Table caption={t.caption} showCaption columns={columns} rows={rows} />
}
