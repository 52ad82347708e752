import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Progress } from '#app/components/progress.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { DESK_FIELDS } from './desk-fields.ts'
import type { DeskRefusal } from './programme-action.server.ts'
import type { ProgrammeDesk } from './programme-desk.server.ts'

type Planning = NonNullable<ProgrammeDesk['planning']>

const POLL_MS = 1000

/** Who gets the places of a programme: the plan it has, the one being made, and the form to have one made. */
export function PlanningView({ planning, refusal }: { planning: Planning; refusal: DeskRefusal | null }) {
  const t = useMessages().programmes.desk
  const { live } = planning
  return (
    <Section id="perencanaan" title={t.planning}>
      {live && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <div id="perencanaan-isi" className="space-y-4" {...(live ? { 'data-poll': POLL_MS } : {})}>
        <p className="max-w-prose text-muted">{t.planIntro}</p>
        {live ? <Running live={live} /> : <Made planning={planning} />}
      </div>
      {!live && <PlanForm planning={planning} refusal={refusal} />}
    </Section>
  )
}

function Running({ live }: { live: NonNullable<Planning['live']> }) {
  const m = useMessages()
  return (
    <div className="max-w-xl">
      <Progress
        label={m.plans.page.phase[live.step?.phase ?? 'load']}
        done={live.step?.done ?? 0}
        total={live.step?.total ?? 0}
      />
      <form method="post" className="mt-3">
        <Button look="danger" small name="intent" value="cancel_plan">
          {m.programmes.desk.cancel}
        </Button>
      </form>
    </div>
  )
}

function Made({ planning }: { planning: Planning }) {
  const t = useMessages().programmes.desk
  const f = useFormat()
  const { plan } = planning
  if (planning.busy) return <Notice>{t.busy}</Notice>
  if (!plan) return <p className="font-semibold">{t.noPlan}</p>
  return (
    <>
      <p>
        <span className="font-semibold">
          {plan.places === null ? t.planRefused : t.plan(f.number(plan.places), f.instant(plan.made))}
        </span>{' '}
        <a href={paths.plan(plan.id)}>{t.openPlan}</a>
      </p>
      {plan.outdated && <Notice kind="warning">{t.outdated}</Notice>}
    </>
  )
}

function PlanForm({ planning, refusal }: { planning: Planning; refusal: DeskRefusal | null }) {
  const t = useMessages().programmes.desk
  const f = useFormat()
  const errorOf = (field: string) => {
    const error = refusal?.errors.find((one) => one.field === field)?.message
    return error ? { error } : {}
  }
  if (planning.offers.length === 0) return <p className="mt-4">{t.nothingToPlan}</p>
  return (
    <form method="post" className="no-print mt-4 max-w-2xl space-y-4">
      {planning.offers.map((offer) => {
        const field = `${DESK_FIELDS.places}:${offer.id}`
        return (
          <TextField
            key={offer.id}
            name={field}
            label={t.placesFor(offer.name)}
            hint={offer.reason === null ? t.confirmed(f.number(offer.places ?? 0)) : t.unconfirmed[offer.reason]}
            optional
            {...errorOf(field)}
            input={{
              defaultValue: refusal?.typed[field] ?? (offer.set === null ? '' : String(offer.set)),
              inputMode: 'numeric',
              maxLength: 7,
            }}
          />
        )
      })}
      <TextField
        name={DESK_FIELDS.reason}
        label={t.reason}
        optional
        {...errorOf(DESK_FIELDS.reason)}
        input={{ defaultValue: refusal?.typed[DESK_FIELDS.reason] ?? planning.reason, maxLength: 300 }}
      />
      <Button look="secondary" name="intent" value="plan">
        {planning.plan ? t.computeAgain : t.compute}
      </Button>
    </form>
  )
}
