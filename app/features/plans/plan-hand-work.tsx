import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { type PlanFormState, typedValues } from './form-state.ts'
import { useGoalSums } from './goal-words.ts'
import type { PlanPage } from './plan-page.server.ts'

/** The ledger of changes by hand with what each costs, and the form for one more. */
export function HandWork({ page, form }: { page: PlanPage; form: PlanFormState | undefined }) {
  const t = useMessages().plans.result
  return (
    <section aria-labelledby="tangan" className="max-w-2xl">
      <h2 id="tangan" className="text-xl">
        {t.hand}
      </h2>
      <p className="mt-1 text-muted">{t.handIntro}</p>
      <Ledger page={page} />
      <HandForm page={page} form={form} />
    </section>
  )
}

function Ledger({ page }: { page: PlanPage }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const sums = useGoalSums()
  const { scenario, answer } = page.plan
  if (scenario.overrides.length === 0) return null
  const losses = answer.outcome === 'solved' ? answer.overrides : []
  return (
    <ol className="mt-3 list-decimal space-y-2 ps-6">
      {scenario.overrides.map((one, at) => {
        const { loss = null, reached = null } = losses[at] ?? {}
        const whom = one.kind === 'number' ? (page.regionNames[one.regency] ?? one.regency) : one.actor
        return (
          <li key={`${one.kind} ${one.offer} ${whom} ${one.reason}`}>
            <p>
              {t.kinds[one.kind]}: {page.offerNames[one.offer] ?? one.offer}
              {whom && `; ${whom}`}. {t.because(one.reason)}
            </p>
            <p className="text-muted">
              {t.loss}: {sums(loss)}
              {reached !== null && `. ${t.reachedOnly(f.number(reached))}`}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

function HandForm({ page, form }: { page: PlanPage; form: PlanFormState | undefined }) {
  const t = useMessages().plans.result
  const locale = useLocale()
  const { text, field, number } = typedValues(form)
  return (
    <form method="post" action={paths.plan(page.plan.id)} className="no-print mt-4 space-y-5">
      <SelectField
        {...field('jenis')}
        label={t.kind}
        value={text('jenis') || 'pin'}
        options={(['pin', 'forbid', 'number'] as const).map((value) => ({ value, label: t.kinds[value] }))}
      />
      <SelectField
        {...field('penawaran')}
        label={t.offer}
        value={text('penawaran')}
        options={page.offers.map((offer) => ({ value: offer.id, label: `${offer.partner}: ${offer.name}` }))}
      />
      <TextField
        {...field('pelaku')}
        label={t.actor}
        hint={t.actorHint}
        optional
        input={{ defaultValue: text('pelaku') }}
      />
      <TextField
        {...field('kabupaten')}
        label={t.regency}
        hint={t.regencyHint}
        optional
        input={{ defaultValue: text('kabupaten') }}
      />
      <SelectField
        {...field('kebutuhan')}
        label={t.need}
        optional
        empty={t.choose}
        value={text('kebutuhan')}
        options={termIds('need').map((value) => ({ value, label: termLabel(locale, 'need', value) }))}
      />
      <TextField {...field('tempat')} label={t.number} hint={t.numberHint} optional input={number('tempat')} />
      <TextField {...field('alasan')} label={t.reason} input={{ defaultValue: text('alasan') }} />
      <Button look="secondary">{t.again}</Button>
    </form>
  )
}
