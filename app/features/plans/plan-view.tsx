import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Figure } from '#app/components/figure.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import type { GoalSums, PlanResult } from '#app/domain/planning/plan-result.ts'
import { PLAN_GOALS } from '#app/domain/planning/scenario.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { PlanFormState, PlanPage, StoredPlanView } from './plan-pages.server.ts'
import { refusalText } from './refusal-text.ts'

/** A stored plan: what it reaches, beside another if asked, its places, prices, floors, gaps and hand work. */
export function PlanView({ page, form }: { page: PlanPage; form: PlanFormState | undefined }) {
  const messages = useMessages().plans
  const makeProgramme = useMessages().programmes.plan.make
  const t = messages.result
  const f = useFormat()
  const { plan } = page
  const trail = [{ href: paths.plans(), label: messages.page.title }]
  return (
    <>
      <PageHeader
        title={plan.scenario.name || plan.id}
        trail={trail}
        intro={t.made(f.instant(plan.at), plan.solver, plan.policy)}
        actions={
          plan.answer.outcome === 'solved' && (
            <LinkButton href={paths.newProgramme({ rencana: plan.id })}>{makeProgramme}</LinkButton>
          )
        }
      />
      <ErrorSummary errors={form?.errors ?? []} />
      {plan.answer.outcome === 'solved' ? (
        <Solved page={page} answer={plan.answer} />
      ) : (
        <Notice kind="warning" title={t.none}>
          <ul>
            {refusalText(messages, plan.answer, plan.scenario).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ToConfirm page={page} />
      <HandWork page={page} form={form} />
    </>
  )
}

function useSums() {
  const t = useMessages().plans.result
  const f = useFormat()
  return (sums: GoalSums | null): string =>
    sums === null
      ? t.notWorkedOut
      : PLAN_GOALS.filter((goal) => goal !== 'near' && (sums[goal] ?? 0) !== 0)
          .map((goal) => `${t.goals[goal]} ${f.number(sums[goal]!)}`)
          .join('; ') || t.nothing
}

function Solved({ page, answer }: { page: PlanPage; answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const locale = useLocale()
  const sums = useSums()
  const source = { name: t.source(f.number(answer.actors)) }
  const area = (code: string) => page.regionNames[code] ?? code
  const unplaced = new Map<string, number>()
  for (const one of answer.unplaced) unplaced.set(one.reason, (unplaced.get(one.reason) ?? 0) + one.needs)
  return (
    <div className="space-y-10">
      <div className="grid gap-6 sm:grid-cols-3">
        <Figure
          value={f.number(answer.reached.covered ?? 0)}
          label={t.goals.covered}
          denominator={f.number(answer.servable)}
          source={source}
          date={f.day(page.plan.day)}
        />
        {answer.reached.never_helped !== undefined && (
          <Figure
            value={f.number(answer.reached.never_helped)}
            label={t.goals.never_helped}
            denominator={f.number(answer.actors)}
            source={source}
            date={f.day(page.plan.day)}
          />
        )}
        <Figure
          value={f.number(answer.greedy.covered ?? 0)}
          label={t.greedy}
          denominator={f.number(answer.servable)}
          source={source}
          date={f.day(page.plan.day)}
        />
      </div>
      {answer.status === 'time_limit' && <Notice kind="warning">{t.timeLimit(f.percent(answer.gap, 2))}</Notice>}
      {answer.incomplete && <Notice>{t.incomplete}</Notice>}
      {answer.highestFloor !== null && (
        <Notice kind="warning">{t.highestFloor(f.percent(answer.highestFloor, 1))}</Notice>
      )}
      <Compare page={page} />
      <Table
        caption={t.prices}
        showCaption
        columns={[
          { key: 'name', label: t.offer },
          { key: 'used', label: t.used, numeric: true },
          { key: 'worth', label: t.worth },
          { key: 'where', label: t.where },
        ]}
        rows={answer.offers.map((offer) => {
          const best = Object.entries(offer.worthByProvince).filter(([, worth]) => (worth.covered ?? 0) > 0)
          return {
            id: `harga-${offer.offer}`,
            cells: {
              name: page.offerNames[offer.offer] ?? offer.offer,
              used: t.usedOf(f.number(offer.used), f.number(offer.places)),
              worth: sums(offer.worth),
              where:
                best.length === 0
                  ? ''
                  : t.provinces(f.list(best.slice(0, 4).map(([code]) => area(code))), f.number(best.length)),
            },
          }
        })}
      />
      {answer.floors.length > 0 && (
        <Table
          caption={t.floors}
          showCaption
          columns={[
            { key: 'name', label: t.area },
            { key: 'asked', label: t.asked, numeric: true },
            { key: 'placed', label: t.placed, numeric: true },
            { key: 'cost', label: t.cost },
          ]}
          rows={answer.floors.map((floor) => ({
            id: `batas-${floor.area}`,
            cells: {
              name: area(floor.area),
              asked: t.usedOf(f.number(floor.asked), f.number(floor.servable)),
              placed: f.number(floor.placed),
              cost: sums(floor.cost),
            },
          }))}
        />
      )}
      <Table
        caption={t.places}
        showCaption
        columns={[
          { key: 'name', label: t.offer },
          { key: 'area', label: t.area },
          { key: 'cluster', label: t.cluster },
          { key: 'need', label: t.need },
          { key: 'places', label: t.placed, numeric: true },
        ]}
        rows={answer.places.slice(0, 300).map((one, at) => ({
          id: `tempat-${at}`,
          cells: {
            name: page.offerNames[one.offer] ?? one.offer,
            area: area(one.regency),
            cluster: one.cluster ?? '?',
            need: termLabel(locale, 'need', one.need),
            places: f.number(one.places),
          },
        }))}
      />
      <section aria-labelledby="belum">
        <h2 id="belum" className="text-xl">
          {t.unplaced}
        </h2>
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {[...unplaced].map(([reason, needs]) => (
            <li key={reason}>
              <strong>{f.number(needs)}</strong> {t.reasons[reason as keyof typeof t.reasons]}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Compare({ page }: { page: PlanPage }) {
  const t = useMessages().plans.result
  const f = useFormat()
  if (page.others.length === 0) return null
  const figures = (plan: StoredPlanView, goal: (typeof PLAN_GOALS)[number]): string =>
    plan.answer.outcome === 'solved' ? f.number(plan.answer.reached[goal] ?? 0) : '–'
  return (
    <section aria-labelledby="banding-judul">
      <h2 id="banding-judul" className="text-xl">
        {t.compare}
      </h2>
      <form method="get" className="mt-3 flex max-w-xl flex-wrap items-end gap-3">
        <SelectField
          name="banding"
          label={t.with}
          empty={t.choose}
          value={page.other?.id ?? ''}
          options={page.others.map((one) => ({ value: one.id, label: one.name || one.id }))}
        />
        <Button look="secondary">{t.show}</Button>
      </form>
      {page.other && (
        <div className="mt-4">
          <Table
            caption={t.compare}
            columns={[
              { key: 'goal', label: t.goal },
              { key: 'a', label: `A: ${page.plan.scenario.name}`, numeric: true },
              { key: 'b', label: `B: ${page.other.scenario.name}`, numeric: true },
            ]}
            rows={PLAN_GOALS.map((goal) => ({
              id: `banding-${goal}`,
              cells: { goal: t.goals[goal], a: figures(page.plan, goal), b: figures(page.other!, goal) },
            }))}
          />
        </div>
      )}
    </section>
  )
}

function ToConfirm({ page }: { page: PlanPage }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const rows = page.plan.toConfirm.filter((one) => one.actors > 0)
  if (rows.length === 0) return null
  return (
    <section className="mt-10">
      <Table
        caption={t.toConfirm}
        showCaption
        columns={[
          { key: 'name', label: t.offer },
          { key: 'why', label: t.why },
          { key: 'actors', label: t.waiting, numeric: true },
        ]}
        rows={rows.map((one) => ({
          id: `konfirmasi-${one.offer}`,
          href: paths.offer(one.offer),
          cells: {
            name: page.offerNames[one.offer] ?? one.offer,
            why: one.asOf ? t.unconfirmedSince[one.reason](f.day(one.asOf)) : t.unconfirmed[one.reason],
            actors: f.number(one.actors),
          },
        }))}
      />
    </section>
  )
}

function HandWork({ page, form }: { page: PlanPage; form: PlanFormState | undefined }) {
  const t = useMessages().plans.result
  const locale = useLocale()
  const sums = useSums()
  const text = (name: string): string => form?.values[name]?.[0] ?? ''
  const error = form?.errors[0]?.message
  const { scenario, answer } = page.plan
  const losses = answer.outcome === 'solved' ? answer.overrides : []
  return (
    <section aria-labelledby="tangan" className="no-print mt-12 max-w-2xl">
      <h2 id="tangan" className="text-xl">
        {t.hand}
      </h2>
      <p className="mt-1 text-muted">{t.handIntro}</p>
      {scenario.overrides.length > 0 && (
        <ol className="mt-3 list-decimal space-y-1 ps-6">
          {scenario.overrides.map((one, at) => (
            <li key={`${one.kind} ${one.offer} ${one.reason}`}>
              {t.kinds[one.kind]}: {page.offerNames[one.offer] ?? one.offer}. {one.reason}. {t.loss}:{' '}
              {sums(losses[at]?.loss ?? null)}
            </li>
          ))}
        </ol>
      )}
      <form method="post" action={paths.plan(page.plan.id)} className="mt-4 space-y-5">
        <SelectField
          name="jenis"
          label={t.kind}
          value={text('jenis') || 'pin'}
          options={(['pin', 'forbid', 'number'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
        <SelectField
          name="penawaran"
          label={t.offer}
          value={text('penawaran')}
          options={page.offers.map((offer) => ({ value: offer.id, label: offer.name }))}
        />
        <TextField name="pelaku" label={t.actor} optional input={{ defaultValue: text('pelaku') }} />
        <TextField name="kabupaten" label={t.regency} optional input={{ defaultValue: text('kabupaten') }} />
        <SelectField
          name="kebutuhan"
          label={t.need}
          optional
          empty={t.choose}
          value={text('kebutuhan')}
          options={termIds('need').map((value) => ({ value, label: termLabel(locale, 'need', value) }))}
        />
        <TextField
          name="tempat"
          label={t.number}
          optional
          input={{ defaultValue: text('tempat'), inputMode: 'numeric' }}
        />
        <TextField
          name="alasan"
          label={t.reason}
          {...(error ? { error } : {})}
          input={{ defaultValue: text('alasan') }}
        />
        <Button look="secondary">{t.again}</Button>
      </form>
    </section>
  )
}
