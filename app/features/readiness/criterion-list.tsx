import { Table } from '#app/components/table.tsx'
import { Tag, VERDICT_LOOK } from '#app/components/tag.tsx'
import type { ReadinessCriteria } from '#app/domain/readiness/criteria.ts'
import type { Judged, ReadinessState } from '#app/domain/readiness/judge-readiness.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { ReadyRegion } from './readiness-page.server.ts'

const LOOK = {
  met: VERDICT_LOOK.eligible,
  not_met: VERDICT_LOOK.ineligible,
  unknown: VERDICT_LOOK.undecided,
} as const

/** "Terpenuhi", "Belum terpenuhi", "Belum diketahui", by word and sign and not by colour alone; shorter in a wide table. */
export function StateTag({ state, short = false }: { state: ReadinessState; short?: boolean }) {
  const t = useMessages().readiness
  return <Tag {...LOOK[state]}>{(short ? t.shortStates : t.states)[state]}</Tag>
}

/** What a criterion asks for, in words, with its thresholds. */
function useDemandOf(criteria: ReadinessCriteria): (criterion: Judged['criterion']) => string {
  const t = useMessages().readiness.criteria
  const f = useFormat()
  return (criterion) => {
    switch (criterion) {
      case 'mou':
        return t.mou.asks(f.number(criteria.mou.atLeast))
      case 'team':
        return t.team.asks
      case 'companions':
        return t.companions.asks(f.number(criteria.companions.mostActorsEach))
      case 'fresh_data':
        return t.fresh_data.asks(f.number(criteria.fresh_data.atLeastPercent), f.number(criteria.fresh_data.withinDays))
      case 'answers':
        return t.answers.asks(f.number(criteria.answers.atLeastPercent), f.number(criteria.answers.withinDays))
      case 'open_places':
        return t.open_places.asks(f.number(criteria.open_places.atLeast))
    }
  }
}

/** Every criterion of one kabupaten or kota with its state, figures, day and source. */
export function CriterionList({ region, criteria }: { region: ReadyRegion; criteria: ReadinessCriteria }) {
  const t = useMessages().readiness
  const f = useFormat()
  const demandOf = useDemandOf(criteria)
  return (
    <Table
      caption={t.criteriaOf(region.name)}
      columns={[
        { key: 'name', label: t.columns.criterion },
        { key: 'state', label: t.columns.state },
        { key: 'evidence', label: t.columns.evidence },
        { key: 'asks', label: t.columns.asks },
        { key: 'date', label: t.columns.date },
        { key: 'source', label: t.columns.source },
      ]}
      rows={region.judged.map(({ criterion, state, evidence, asOf, demo }) => ({
        id: `kriteria-${criterion}`,
        cells: {
          name: t.criteria[criterion].name,
          state: <StateTag state={state} />,
          evidence: evidence ? (
            <>
              {t.criteria[criterion].evidence(f.number(evidence.number), f.number(evidence.denominator))}
              {demo > 0 && <span className="block text-sm text-muted">{t.demoPart(f.number(demo))}</span>}
            </>
          ) : (
            t.nothing
          ),
          asks: demandOf(criterion),
          date: asOf ? f.day(asOf) : t.noDate,
          source: t.criteria[criterion].source,
        },
      }))}
    />
  )
}
