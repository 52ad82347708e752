import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ChoiceField, CONTROL_LOOK, Field, SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Progress } from '#app/components/progress.tsx'
import { Table } from '#app/components/table.tsx'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { PlanFormState, PlansPage } from './plan-pages.server.ts'

const POLL_MS = 1000

/** Plans made so far, the one under way, and the form for a new one. */
export function PlansView({ page, form }: { page: PlansPage; form: PlanFormState | undefined }) {
  const t = useMessages().plans.page
  const f = useFormat()
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
        {live && (
          <section aria-labelledby="berjalan" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
            <h2 id="berjalan" className="mb-3 text-xl">
              {t.running(live.name)}
            </h2>
            <Progress
              label={t.phase[live.step?.phase ?? 'load']}
              done={live.step?.done ?? 0}
              total={live.step?.total ?? 0}
            />
            <form method="post" action={paths.plans()} className="mt-4">
              <input type="hidden" name="jalan" value={live.id} />
              <Button look="danger" name="tindakan" value="batalkan">
                {t.cancel}
              </Button>
            </form>
          </section>
        )}
        {last === 'cancelled' && <Notice>{t.cancelled}</Notice>}
        {last === 'failed' && <Notice kind="error">{t.failed}</Notice>}
        {page.plans.length > 0 && (
          <Table
            caption={t.list}
            showCaption
            columns={[
              { key: 'name', label: t.name },
              { key: 'status', label: t.status },
              { key: 'at', label: t.at },
            ]}
            rows={page.plans.map((plan) => ({
              id: plan.id,
              href: paths.plan(plan.id),
              cells: { name: plan.name, status: plan.status === 'done' ? t.done : t.refused, at: f.instant(plan.at) },
            }))}
          />
        )}
      </div>
      <NewPlan page={page} form={form} />
    </>
  )
}

function NewPlan({ page, form }: { page: PlansPage; form: PlanFormState | undefined }) {
  const t = useMessages().plans.page
  const locale = useLocale()
  const text = (name: string): string => form?.values[name]?.[0] ?? ''
  const list = (name: string): readonly string[] => form?.values[name] ?? []
  const field = (name: string) => {
    const error = form?.errors.find((one) => one.field === name)?.message
    return { name, ...(error ? { error } : {}) }
  }
  const number = (name: string) => ({ defaultValue: text(name), inputMode: 'numeric' as const })
  return (
    <section aria-labelledby="baru" className="mt-12 max-w-2xl">
      <h2 id="baru" className="text-xl">
        {t.new}
      </h2>
      <form method="post" action={paths.plans()} className="mt-4 space-y-6">
        <TextField {...field('nama')} label={t.name} input={{ defaultValue: text('nama'), maxLength: 200 }} />
        <TextField
          {...field('wilayah')}
          label={t.regions}
          hint={t.regionsHint}
          optional
          input={{ defaultValue: text('wilayah') }}
        />
        <ChoiceField
          name="kluster"
          label={t.clusters}
          optional
          many
          values={list('kluster')}
          options={CLUSTER_IDS.map((value) => ({ value, label: termLabel(locale, 'cluster', value) }))}
        />
        <ChoiceField
          name="kebutuhan"
          label={t.needs}
          optional
          many
          values={list('kebutuhan')}
          options={termIds('need').map((value) => ({ value, label: termLabel(locale, 'need', value) }))}
        />
        <SelectField
          name="urutan"
          label={t.order}
          value={text('urutan') || 'belum'}
          options={[
            { value: 'belum', label: t.orders.first },
            { value: 'merata', label: t.orders.floor },
          ]}
        />
        <TextField {...field('batas')} label={t.floor} hint={t.floorHint} optional input={number('batas')} />
        <SelectField
          name="batas_per"
          label={t.floorPer}
          value={text('batas_per') || 'province'}
          options={(['province', 'regency', 'cluster'] as const).map((value) => ({ value, label: t.per[value] }))}
        />
        <TextField {...field('per_pelaku')} label={t.perActor} optional input={number('per_pelaku')} />
        <TextField
          {...field('paling_sedikit')}
          label={t.batch}
          hint={t.batchHint}
          optional
          input={number('paling_sedikit')}
        />
        <Field {...field('kapasitas')} label={t.capacities} hint={t.capacitiesHint} optional>
          {(control) => <textarea {...control} rows={4} defaultValue={text('kapasitas')} className={CONTROL_LOOK} />}
        </Field>
        <TextField
          name="alasan_kapasitas"
          label={t.capacityReason}
          optional
          input={{ defaultValue: text('alasan_kapasitas') }}
        />
        <details>
          <summary>{t.codes}</summary>
          <ul className="mt-2 columns-1 text-sm sm:columns-2">
            {page.offers.map((offer) => (
              <li key={offer.id}>
                <code>{offer.id}</code> {offer.name}
              </li>
            ))}
          </ul>
        </details>
        <ChoiceField
          name="belum_pasti"
          label={t.undecided}
          optional
          many
          values={list('belum_pasti')}
          options={[{ value: '1', label: t.undecidedYes }]}
        />
        <TextField {...field('benih')} label={t.seed} hint={t.seedHint} optional input={number('benih')} />
        <TextField {...field('waktu')} label={t.time} optional input={number('waktu')} />
        <Button>{t.start}</Button>
      </form>
    </section>
  )
}
