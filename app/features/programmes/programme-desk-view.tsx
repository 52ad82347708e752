import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK, Field, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Progress } from '#app/components/progress.tsx'
import type { ProgrammeStep } from '#app/domain/programmes/transitions.ts'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { DESK_FIELDS } from './desk-fields.ts'
import { PlanningView } from './planning-view.tsx'
import type { DeskRefusal } from './programme-action.server.ts'
import type { ProgrammeDesk } from './programme-desk.server.ts'
import type { ProgrammePage } from './programme-page.server.ts'

interface DeskProps {
  readonly page: ProgrammePage
  readonly desk: ProgrammeDesk
  readonly refusal: DeskRefusal | null
}

const POLL_MS = 2000

/** What the makers of a programme see and do: its places, its next step, how far its proposals are, its history. */
export function ProgrammeDeskView({ page, desk, refusal }: DeskProps) {
  const t = useMessages().programmes.desk
  const waits = desk.sending !== null && desk.sending.done + desk.sending.failed < desk.sending.batches
  return (
    <div className="space-y-12 border-t border-edge pt-10">
      {desk.planning && <PlanningView planning={desk.planning} refusal={refusal} />}
      {desk.sending && (
        <Section id="pengiriman" title={t.sending}>
          <div id="pengiriman-isi" className="space-y-4" {...(waits ? { 'data-poll': POLL_MS } : {})}>
            <Sending desk={desk} />
          </div>
        </Section>
      )}
      {desk.steps.length > 0 && (
        <Section id="langkah" title={t.next}>
          <div className="grid gap-4 lg:grid-cols-2">
            {desk.steps.map((one) => (
              <StepForm key={one.step} one={one} desk={desk} refusal={refusal} />
            ))}
          </div>
        </Section>
      )}
      {desk.mayReplicate && <Replicate page={page} refusal={refusal} />}
      <History desk={desk} />
    </div>
  )
}

const errorOf = (refusal: DeskRefusal | null, field: string) => {
  const error = refusal?.errors.find((one) => one.field === field)?.message
  return error ? { error } : {}
}

function StepForm({
  one,
  desk,
  refusal,
}: Pick<DeskProps, 'desk' | 'refusal'> & { readonly one: ProgrammeDesk['steps'][number] }) {
  const m = useMessages().programmes
  const t = m.desk
  const { step, lacks } = one
  const field = `${DESK_FIELDS.words}_${step}`
  const question = (t.confirm as Partial<Record<ProgrammeStep, string>>)[step]
  const main = step === 'consult' || step === 'publish' || step === 'start'
  return (
    <form method="post" className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <input type="hidden" name={DESK_FIELDS.version} value={desk.version} />
      <h3 className="text-lg">{t.steps[step]}</h3>
      {t.stepHint[step] && <p className="text-muted">{t.stepHint[step]}</p>}
      {lacks.length > 0 && (
        <div>
          <p className="font-semibold">{t.missing}</p>
          <ul className="list-disc ps-5">
            {lacks.map((lack) => (
              <li key={lack}>{m.lacks[lack]}</li>
            ))}
          </ul>
        </div>
      )}
      {lacks.length === 0 && one.words && (
        <Field name={field} label={step === 'close' ? t.words.close : t.words.consult} {...errorOf(refusal, field)}>
          {(control) => (
            <textarea {...control} rows={3} defaultValue={refusal?.typed[field] ?? ''} className={CONTROL_LOOK} />
          )}
        </Field>
      )}
      {lacks.length === 0 && (
        <div className="mt-auto">
          <Button
            name="intent"
            value={step}
            look={main ? 'primary' : step === 'close' ? 'danger' : 'secondary'}
            {...(question ? { 'data-confirm': question } : {})}
          >
            {t.steps[step]}
          </Button>
        </div>
      )}
    </form>
  )
}

function Sending({ desk }: { desk: ProgrammeDesk }) {
  const m = useMessages().programmes
  const t = m.desk
  const f = useFormat()
  const sending = desk.sending!
  return (
    <>
      <Progress label={t.batches} done={sending.done} total={sending.batches} id="tahap" />
      {sending.failed > 0 && <Notice kind="error">{t.failed(f.number(sending.failed))}</Notice>}
      {desk.unsent.length === 0 ? (
        sending.done > 0 && <p>{t.noneUnsent}</p>
      ) : (
        <div>
          <h3 className="text-lg">{t.unsent}</h3>
          <ul className="mt-1 list-disc ps-5">
            {desk.unsent.map(({ problem, actors }) => (
              <li key={problem}>{t.unsentLine(f.number(actors), m.problems[problem])}</li>
            ))}
          </ul>
          <p className="mt-2 max-w-prose text-muted">{t.consentHint}</p>
        </div>
      )}
      {(desk.mayRecheck || sending.failed > 0) && (
        <form method="post" className="no-print">
          <Button look="secondary" name="intent" value="recheck">
            {t.recheck}
          </Button>
        </form>
      )}
    </>
  )
}

function Replicate({ page, refusal }: Pick<DeskProps, 'page' | 'refusal'>) {
  const t = useMessages().programmes.desk
  return (
    <Section id="replikasi" title={t.replicate} className="no-print">
      <p className="mb-4 max-w-prose text-muted">{t.replicateIntro}</p>
      <form method="post" className="max-w-2xl space-y-4">
        <TextField
          name={DESK_FIELDS.copyTitle}
          label={t.copyTitle}
          {...errorOf(refusal, DESK_FIELDS.copyTitle)}
          input={{
            defaultValue: refusal?.typed[DESK_FIELDS.copyTitle] ?? t.copyTitleValue(page.title),
            maxLength: 200,
          }}
        />
        <Field
          name={DESK_FIELDS.copyRegions}
          label={t.copyRegions}
          hint={t.copyRegionsHint}
          {...errorOf(refusal, DESK_FIELDS.copyRegions)}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              defaultValue={refusal?.typed[DESK_FIELDS.copyRegions] ?? ''}
              className={CONTROL_LOOK}
            />
          )}
        </Field>
        <Button look="secondary" name="intent" value="replicate">
          {t.replicateButton}
        </Button>
      </form>
    </Section>
  )
}

function History({ desk }: { desk: ProgrammeDesk }) {
  const t = useMessages().programmes.desk
  const f = useFormat()
  return (
    <Section id="riwayat" title={t.history}>
      {desk.consultation && (
        <p className="mb-3 max-w-prose whitespace-pre-line">
          <strong>{t.consultation}:</strong> {desk.consultation}
        </p>
      )}
      {desk.closingNote && (
        <p className="mb-3 max-w-prose whitespace-pre-line">
          <strong>{t.closing}:</strong> {desk.closingNote}
        </p>
      )}
      <ol className="space-y-1">
        {desk.events.map((event) => (
          <li key={event.at + event.deed} className="grid gap-x-4 sm:grid-cols-[17rem_minmax(0,1fr)]">
            <span className="text-muted">{f.instant(event.at)}</span>
            <span>
              {event.who === null
                ? (t.deed[event.deed] ?? event.deed)
                : t.by(t.deed[event.deed] ?? event.deed, event.who)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
