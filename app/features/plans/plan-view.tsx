import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { PlanFormState } from './form-state.ts'
import { PlanCompare } from './plan-compare.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { HandWork } from './plan-hand-work.tsx'
import type { PlanPage, UnfinishedPlan } from './plan-page.server.ts'
import { PlanAwards, PlanPlaces, PlanUnplaced } from './plan-places.tsx'
import { PlanFloors, PlanPrices } from './plan-prices.tsx'
import { ToConfirmSection } from './plan-to-confirm.tsx'
import { refusalText } from './refusal-text.ts'

/** A stored plan: what it reaches, beside another if asked, its places, prices, floors, gaps and hand work. */
export function PlanView({ page, form }: { page: PlanPage; form: PlanFormState | undefined }) {
  const messages = useMessages().plans
  const makeProgramme = useMessages().programmes.plan.make
  const t = messages.result
  const f = useFormat()
  const { plan } = page
  const { answer } = plan
  return (
    <>
      <ErrorSummary errors={form?.errors ?? []} />
      <PageHeader
        title={plan.scenario.name || plan.id}
        trail={[{ href: paths.plans(), label: messages.page.title }]}
        intro={t.made(f.instant(plan.at), plan.solver, plan.policy)}
        actions={
          <>
            {answer.outcome === 'solved' && (
              <LinkButton href={paths.newProgramme({ rencana: plan.id })}>{makeProgramme}</LinkButton>
            )}
            <AgainForm id={plan.id} />
          </>
        }
      />
      <div className="space-y-12">
        {answer.outcome === 'solved' ? (
          <>
            <PlanFigures page={page} answer={answer} />
            <ToConfirmSection page={page} />
            <PlanCompare page={page} />
            <PlanPrices page={page} answer={answer} />
            <PlanFloors page={page} answer={answer} />
            <PlanPlaces page={page} answer={answer} />
            <PlanAwards page={page} answer={answer} />
            <PlanUnplaced answer={answer} />
          </>
        ) : (
          <>
            <Notice kind="warning" title={t.none}>
              <ul>
                {refusalText(messages, answer, plan.scenario).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Notice>
            <ToConfirmSection page={page} />
            <PlanCompare page={page} />
          </>
        )}
        <HandWork page={page} form={form} />
      </div>
    </>
  )
}

/** The same question over the data of today: a new plan beside this one. */
function AgainForm({ id }: { id: string }) {
  const t = useMessages().plans.result
  return (
    <form method="post" action={paths.plan(id)}>
      <Button look="secondary" name="tindakan" value="ulang">
        {t.resolve}
      </Button>
    </form>
  )
}

/** A solve without a result: what became of it, and the way to try again. */
export function UnfinishedPlanView({ plan }: { plan: UnfinishedPlan }) {
  const t = useMessages().plans
  const f = useFormat()
  const kind = plan.status === 'failed' ? 'error' : 'info'
  return (
    <>
      <PageHeader
        title={plan.name || plan.id}
        trail={[{ href: paths.plans(), label: t.page.title }]}
        intro={t.unfinished.started(f.instant(plan.at))}
        actions={plan.status !== 'running' && <AgainForm id={plan.id} />}
      />
      <Notice kind={kind} title={t.page.states[plan.status]}>
        {plan.status === 'running'
          ? t.unfinished.running
          : t.unfinished[plan.status === 'failed' ? 'failed' : 'cancelled']}
      </Notice>
    </>
  )
}
