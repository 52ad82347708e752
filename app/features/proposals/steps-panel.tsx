import { Button } from '#app/components/button.tsx'
import { ChoiceField, CONTROL_LOOK, Field, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { Step } from '#app/domain/loop/transitions.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { StepRefusalView } from './proposal-action.server.ts'
import type { ProposalPage } from './proposal-page.server.ts'
import { STEP_FIELDS } from './read-step.ts'
import { ReasonFields } from './reason-fields.tsx'

export type StepsPage = Pick<
  ProposalPage,
  'steps' | 'problems' | 'unseen' | 'confirmPlaces' | 'placesLeft' | 'isPartner' | 'conditions' | 'actors'
>

interface PanelProps {
  page: StepsPage
  refusal: StepRefusalView | null
}

/** Steps that are one press of a button. */
const ONE_TAP: readonly Step[] = ['send', 'accept', 'refer', 'start']

/** What the viewer can do now: one press where that is enough, a small form where words or reasons are needed. */
export function StepsPanel({ page, refusal }: PanelProps) {
  const t = useMessages().proposals
  // why: the one press that most come for stands first
  const steps = [...page.steps]
    .sort((a, b) => Number(b === 'accept') - Number(a === 'accept'))
    .filter((step) => step !== 'accept' || !page.confirmPlaces)
  return (
    <section
      id="langkah"
      aria-labelledby="langkah-judul"
      className="no-print rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <h2 id="langkah-judul" className="mb-3 text-xl">
        {t.page.next}
      </h2>
      {page.problems.length > 0 && (
        <div className="mb-4">
          <Notice kind="warning" title={t.fresh.notReady}>
            <ul className="list-disc ps-5">
              {page.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {page.unseen.length > 0 && (
        <div className="mb-4">
          <UnseenNotice unseen={page.unseen} />
        </div>
      )}
      {page.confirmPlaces && <ConfirmPlaces page={page} />}
      {steps.length === 0 && !page.confirmPlaces && <p className="text-muted">{t.page.nothing}</p>}
      <div className="space-y-3">
        {steps.map((step) =>
          ONE_TAP.includes(step) ? (
            <OneTap key={step} step={step} page={page} refusal={refusal} />
          ) : (
            <details key={step} open={step === 'helped' || refusal?.step === step || undefined}>
              <summary className="min-h-11 py-2 font-semibold text-accent">{t.steps[step]}</summary>
              <StepForm step={step} page={page} refusal={refusal} />
            </details>
          ),
        )}
      </div>
    </section>
  )
}

/** What the partner will not read, told to who sends before she sends. */
export function UnseenNotice({ unseen }: { unseen: readonly string[] }) {
  const t = useMessages().proposals.fresh
  return (
    <Notice title={t.unseenTitle}>
      <p>{t.unseenText}</p>
      <ul className="list-disc ps-5">
        {unseen.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}

function ConfirmPlaces({ page }: { page: StepsPage }) {
  const t = useMessages().desk
  const f = useFormat()
  return (
    <form method="post" className="mb-4 space-y-3">
      <Notice kind="warning">{t.link.confirmFirst}</Notice>
      <Button name="intent" value="confirm_places">
        {page.placesLeft === null ? t.capacity.same : t.link.confirm(f.number(page.placesLeft))}
      </Button>
    </form>
  )
}

function OneTap({ step, page, refusal }: PanelProps & { step: Step }) {
  const t = useMessages().proposals
  const error = refusal?.errors.find((one) => one.field === STEP_FIELDS.address)?.message
  if (step === 'send' && page.problems.length > 0) return null
  return (
    <form method="post" className="space-y-3">
      {step === 'refer' && <p className="text-sm text-muted">{t.form.confirmRefer}</p>}
      {step === 'start' && <p className="text-sm text-muted">{t.form.startHint}</p>}
      {step === 'send' && !page.isPartner && (
        <TextField
          name={STEP_FIELDS.address}
          label={t.fresh.address}
          hint={t.fresh.addressHint}
          optional
          {...(error ? { error } : {})}
          input={{ inputMode: 'email', autoComplete: 'off', defaultValue: refusal?.typed[STEP_FIELDS.address] ?? '' }}
        />
      )}
      <Button name="intent" value={step} look={step === 'start' ? 'secondary' : 'primary'}>
        {t.steps[step]}
      </Button>
    </form>
  )
}

function StepForm({ step, page, refusal }: PanelProps & { step: Step }) {
  const t = useMessages().proposals
  const mine = refusal?.step === step || (step === 'helped' && refusal?.step === 'not_helped')
  const errors = Object.fromEntries(mine ? (refusal?.errors ?? []).map((one) => [one.field, one.message]) : [])
  const typed = mine ? (refusal?.typed ?? {}) : {}
  const words = errors[STEP_FIELDS.words]
  return (
    <form method="post" className="space-y-4 pt-2">
      {(step === 'ask' || step === 'reply') && (
        <Field
          name={STEP_FIELDS.words}
          id={words ? STEP_FIELDS.words : `${step}-${STEP_FIELDS.words}`}
          label={step === 'ask' ? t.form.question : t.form.reply}
          hint={t.fresh.noteHint}
          {...(words ? { error: words } : {})}
        >
          {(control) => (
            <textarea
              {...control}
              rows={4}
              maxLength={2000}
              defaultValue={typed[STEP_FIELDS.words] ?? ''}
              className={CONTROL_LOOK}
            />
          )}
        </Field>
      )}
      {(step === 'decline' || step === 'withdraw') && (
        <ReasonFields kind={step} conditions={page.conditions} scope={step} errors={errors} typed={typed} />
      )}
      {step === 'helped' &&
        page.actors
          .filter((actor) => !actor.left)
          .map((actor) => (
            <OutcomeFields key={actor.position} actor={actor} page={page} errors={errors} typed={typed} />
          ))}
      <Button name="intent" value={step} look={step === 'decline' || step === 'withdraw' ? 'danger' : 'primary'}>
        {step === 'helped' ? t.form.report : t.steps[step]}
      </Button>
    </form>
  )
}

function OutcomeFields(props: {
  actor: StepsPage['actors'][number]
  page: StepsPage
  errors: Readonly<Record<string, string>>
  typed: Readonly<Record<string, string>>
}) {
  const t = useMessages().proposals
  const { actor, errors, typed } = props
  const suffix = `-${actor.position}`
  const name = STEP_FIELDS.outcome + suffix
  const reasonFails = [STEP_FIELDS.reason, STEP_FIELDS.condition, STEP_FIELDS.text].some((one) => errors[one + suffix])
  const chosen = typed[name]
  return (
    <div className="space-y-2 border-t border-line pt-3 first:border-0 first:pt-0">
      <ChoiceField
        name={name}
        label={t.form.outcome(actor.code ?? t.page[actor.withheld ? 'withheld' : 'erased'])}
        options={(['helped', 'not_helped'] as const).map((value) => ({ value, label: t.page.outcomeOf[value] }))}
        values={chosen ? [chosen] : []}
        {...(errors[name] ? { error: errors[name] } : {})}
      />
      <details open={reasonFails || chosen === 'not_helped' || undefined}>
        <summary className="min-h-9 py-1.5 text-accent">{t.form.reason}</summary>
        <div className="pt-2">
          <ReasonFields
            kind="not_helped"
            conditions={props.page.conditions}
            scope="helped"
            suffix={suffix}
            errors={errors}
            typed={typed}
          />
        </div>
      </details>
    </div>
  )
}
