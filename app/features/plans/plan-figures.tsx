import { Figure } from '#app/components/figure.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PlanResult } from '#app/domain/planning/plan-result.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { PlanPage } from './plan-page.server.ts'

/** What the plan reaches, what greed would have, and what is to be known about the solve. */
export function PlanFigures({ page, answer }: { page: PlanPage; answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const from = { source: { name: t.source(f.number(answer.actors)) }, date: f.day(page.plan.day) }
  const servable = f.number(answer.servable)
  const { rechecked } = page.plan
  return (
    <div className="space-y-6">
      <div className="grid gap-6 sm:grid-cols-3">
        <Figure
          value={f.number(answer.reached.covered ?? 0)}
          label={t.goals.covered}
          denominator={servable}
          {...from}
        />
        {answer.reached.never_helped !== undefined && (
          <Figure
            value={f.number(answer.reached.never_helped)}
            label={t.goals.never_helped}
            denominator={f.number(answer.actors)}
            {...from}
          />
        )}
        <Figure value={f.number(answer.greedy.covered ?? 0)} label={t.greedy} denominator={servable} {...from} />
      </div>
      {rechecked !== undefined && <p className="text-sm text-muted">{t.rechecked(f.number(rechecked))}</p>}
      {answer.status === 'time_limit' && <Notice kind="warning">{t.timeLimit(f.percent(answer.gap, 2))}</Notice>}
      {answer.incomplete && <Notice>{t.incomplete}</Notice>}
      {answer.highestFloor !== null && (
        <Notice kind="warning">{t.highestFloor(f.percent(answer.highestFloor, 1))}</Notice>
      )}
      {answer.dropped.length > 0 && (
        <Notice>{t.dropped(f.list(answer.dropped.map((id) => page.offerNames[id] ?? id)))}</Notice>
      )}
    </div>
  )
}
