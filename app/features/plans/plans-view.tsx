import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Progress } from '#app/components/progress.tsx'
import { Table } from '#app/components/table.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { PlanFormState } from './form-state.ts'
import type { LivePlan } from './plan-runner.server.ts'
import type { PlanLine, PlansPage } from './plans-page.server.ts'
import { ScenarioFields } from './scenario-fields.tsx'

const POLL_MS = 1000

/** Plans made so far, the one under way, and the form for a new one. */
export function PlansView({ page, form }: { page: PlansPage; form: PlanFormState | undefined }) {
  const t = useMessages().plans.page
  const { live, last } = page
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <ErrorSummary errors={form?.errors ?? []} />
      {live && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <div id="rencana" className="space-y-6" {...(live ? { 'data-poll': POLL_MS } : {})}>
        {live && <UnderWay live={live} />}
        {last === 'cancelled' && <Notice>{t.cancelled}</Notice>}
        {last === 'failed' && <Notice kind="error">{t.failed}</Notice>}
        {page.plans.length > 0 ? (
          <PlanTable plans={page.plans} />
        ) : (
          !live && <EmptyState title={t.nonePlanned} text={t.nonePlannedText} />
        )}
      </div>
      <section aria-labelledby="baru" className="mt-12 max-w-2xl">
        <h2 id="baru" className="text-xl">
          {t.new}
        </h2>
        <p className="mt-1 text-muted">{t.newIntro}</p>
        <form method="post" action={paths.plans()} className="mt-5 space-y-6">
          <ScenarioFields offers={page.offers} form={form} />
          <Button>{t.start}</Button>
        </form>
      </section>
    </>
  )
}

function UnderWay({ live }: { live: LivePlan }) {
  const t = useMessages().plans.page
  return (
    <section aria-labelledby="berjalan" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <h2 id="berjalan" className="mb-3 text-xl">
        {t.running(live.name)}
      </h2>
      <Progress label={t.phase[live.step?.phase ?? 'load']} done={live.step?.done ?? 0} total={live.step?.total ?? 0} />
      <form method="post" action={paths.plans()} className="mt-4">
        <input type="hidden" name="jalan" value={live.id} />
        <Button look="danger" name="tindakan" value="batalkan">
          {t.cancel}
        </Button>
      </form>
    </section>
  )
}

const TONES: Readonly<Record<PlanLine['status'], Tone>> = {
  running: 'accent',
  done: 'leaf',
  refused: 'turmeric',
  failed: 'brick',
  cancelled: 'plain',
}

function PlanTable({ plans }: { plans: readonly PlanLine[] }) {
  const t = useMessages().plans.page
  const f = useFormat()
  return (
    <Table
      caption={t.list}
      showCaption
      columns={[
        { key: 'name', label: t.name },
        { key: 'status', label: t.status },
        { key: 'at', label: t.at },
      ]}
      rows={plans.map((plan) => ({
        id: plan.id,
        href: paths.plan(plan.id),
        cells: {
          name: plan.name,
          status: <Tag tone={TONES[plan.status]}>{t.states[plan.status]}</Tag>,
          at: f.instant(plan.at),
        },
      }))}
    />
  )
}
