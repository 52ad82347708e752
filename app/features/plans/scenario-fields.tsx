import { ChoiceField, SelectField, TextField } from '#app/components/field.tsx'
import { PLAN_GOALS } from '#app/domain/planning/scenario.ts'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { type PlanFormState, typedValues } from './form-state.ts'
import type { PlanOffer } from './plans-page.server.ts'
import { GOAL_FIELDS, placesField } from './scenario-form.ts'

interface FieldsOf {
  readonly offers: readonly PlanOffer[]
  readonly form: PlanFormState | undefined
}

/** Everything a new plan can be told: scope, goals, limits, places and the work of the solver. */
export function ScenarioFields(props: FieldsOf) {
  const t = useMessages().plans.page
  const { text, field } = typedValues(props.form)
  return (
    <>
      <TextField {...field('nama')} label={t.name} input={{ defaultValue: text('nama'), maxLength: 200 }} />
      <ScopeFields {...props} />
      <GoalFields form={props.form} />
      <LimitFields form={props.form} />
      <PlaceFields {...props} />
      <SolverFields form={props.form} />
    </>
  )
}

function ScopeFields({ offers, form }: FieldsOf) {
  const t = useMessages().plans.page
  const locale = useLocale()
  const { text, list, field, errorOf } = typedValues(form)
  const partners = new Map(offers.map((offer) => [offer.partnerId, offer.partner]))
  const partnerError = errorOf('mitra')
  return (
    <>
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
      <Fold summary={t.chooseNeeds} open={list('kebutuhan').length > 0}>
        <ChoiceField
          name="kebutuhan"
          label={t.needs}
          optional
          many
          values={list('kebutuhan')}
          options={termIds('need').map((value) => ({ value, label: termLabel(locale, 'need', value) }))}
        />
      </Fold>
      <Fold summary={t.choosePartners} open={list('mitra').length > 0 || partnerError !== undefined}>
        <ChoiceField
          name="mitra"
          label={t.partners}
          optional
          many
          {...(partnerError ? { error: partnerError } : {})}
          values={list('mitra')}
          options={[...partners].map(([value, label]) => ({ value, label }))}
        />
      </Fold>
    </>
  )
}

function GoalFields({ form }: Pick<FieldsOf, 'form'>) {
  const t = useMessages().plans.page
  const { text } = typedValues(form)
  return (
    <fieldset>
      <legend className="font-semibold">{t.order}</legend>
      <p className="text-sm text-muted">{t.orderHint}</p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        {GOAL_FIELDS.map((name, at) => (
          <SelectField
            key={name}
            name={name}
            label={t.goalAt[at]!}
            empty={t.noGoal}
            value={form ? text(name) : PLAN_GOALS[at]!}
            options={PLAN_GOALS.map((value) => ({ value, label: t.goals[value] }))}
          />
        ))}
      </div>
    </fieldset>
  )
}

function LimitFields({ form }: Pick<FieldsOf, 'form'>) {
  const t = useMessages().plans.page
  const { text, list, field, number } = typedValues(form)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('batas')} label={t.floor} hint={t.floorHint} optional input={number('batas')} />
        <SelectField
          name="batas_per"
          label={t.floorPer}
          hint={t.floorPerHint}
          value={text('batas_per') || 'province'}
          options={(['province', 'regency', 'cluster'] as const).map((value) => ({ value, label: t.per[value] }))}
        />
      </div>
      <TextField
        {...field('per_pelaku')}
        label={t.perActor}
        hint={t.perActorHint}
        optional
        input={number('per_pelaku')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...field('paling_sedikit')}
          label={t.batch}
          hint={t.batchHint}
          optional
          input={number('paling_sedikit')}
        />
        <TextField
          {...field('paling_banyak')}
          label={t.most}
          hint={t.mostHint}
          optional
          input={number('paling_banyak')}
        />
      </div>
      <ChoiceField
        name="belum_pasti"
        label={t.undecided}
        optional
        many
        values={list('belum_pasti')}
        options={[{ value: '1', label: t.undecidedYes }]}
      />
    </>
  )
}

/** Places the planner answers for, offer by offer. */
function PlaceFields({ offers, form }: FieldsOf) {
  const t = useMessages().plans.page
  const f = useFormat()
  const { text, field, number, errorOf } = typedValues(form)
  const typed = offers.some((offer) => text(placesField(offer.id)) !== '' || errorOf(placesField(offer.id)))
  const known = ({ places }: PlanOffer): string =>
    places === null ? t.notStated : t.stated(f.number(places.left), places.asOf === null ? null : f.day(places.asOf))
  return (
    <Fold summary={t.capacities} open={typed || errorOf('alasan_kapasitas') !== undefined}>
      <p className="text-sm text-muted">{t.capacitiesHint}</p>
      <div className="mt-3 space-y-4">
        <TextField
          {...field('alasan_kapasitas')}
          label={t.capacityReason}
          optional
          input={{ defaultValue: text('alasan_kapasitas') }}
        />
        {offers.map((offer) => (
          <TextField
            key={offer.id}
            {...field(placesField(offer.id))}
            label={`${offer.partner}: ${offer.name}`}
            hint={known(offer)}
            optional
            input={number(placesField(offer.id))}
          />
        ))}
      </div>
    </Fold>
  )
}

function SolverFields({ form }: Pick<FieldsOf, 'form'>) {
  const t = useMessages().plans.page
  const { text, field, number, errorOf } = typedValues(form)
  const open = text('benih') !== '' || text('waktu') !== '' || (errorOf('benih') ?? errorOf('waktu')) !== undefined
  return (
    <Fold summary={t.solver} open={open}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('benih')} label={t.seed} hint={t.seedHint} optional input={number('benih')} />
        <TextField {...field('waktu')} label={t.time} hint={t.timeHint} optional input={number('waktu')} />
      </div>
    </Fold>
  )
}

function Fold(props: { summary: string; open: boolean; children: React.ReactNode }) {
  return (
    <details open={props.open} className="rounded-lg border border-line bg-surface px-4 py-1">
      <summary className="min-h-11 py-2 font-semibold text-accent">{props.summary}</summary>
      <div className="pt-2 pb-4">{props.children}</div>
    </details>
  )
}
