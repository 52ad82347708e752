import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field, SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { OVERRIDE_REASONS } from '#app/domain/loop/overrides.ts'
import { TraceList } from '#app/features/matches/trace-list.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { NewProposalRefusal } from './new-proposal-action.server.ts'
import type { Likelihood, NewProposalPage } from './new-proposal-page.server.ts'
import { UnseenNotice } from './steps-panel.tsx'

/** What is about to be proposed, with everything that would stand in its way. */
export function NewProposalView({ page, refusal }: { page: NewProposalPage; refusal: NewProposalRefusal | null }) {
  const t = useMessages()
  const p = t.proposals.fresh
  const errorOf = (field: string) => {
    const message = refusal?.errors.find((error) => error.field === field)?.message
    return message ? { error: message } : {}
  }
  const typed = (field: string) => refusal?.typed[field] ?? ''
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader
        title={`${p.title}: ${page.offerName}`}
        kicker={p.kicker(page.partnerName)}
        intro={p.intro}
        trail={[{ href: paths.proposals(), label: t.proposals.title }]}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-6">
          {page.problems.length > 0 ? (
            <Notice kind="warning" title={p.notReady}>
              <ul className="list-disc ps-5">
                {page.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
              <p className="mt-2">{p.saveAnyway}</p>
            </Notice>
          ) : (
            <Notice kind="success">{p.ready}</Notice>
          )}
          {page.unseen.length > 0 && <UnseenNotice unseen={page.unseen} />}
          {page.confirmCapacity && <Notice>{p.confirmCapacity}</Notice>}
          <section id="pelaku" aria-labelledby="pelaku-judul">
            <h2 id="pelaku-judul" className="mb-3 text-xl">
              {p.who}
            </h2>
            <ul className="space-y-3">
              {page.actors.map((actor) => (
                <li key={actor.id} className="rounded-lg border border-line bg-surface p-4">
                  <h3 className="font-semibold">{actor.code}</h3>
                  <details className="mt-1">
                    <summary className="min-h-9 py-1.5 text-accent">{t.proposals.page.reasonsNow}</summary>
                    <div className="pt-2">
                      <TraceList lines={actor.match.lines} partnerChecks={actor.match.partnerChecks} />
                    </div>
                  </details>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="space-y-8">
          <LikelihoodNote likelihood={page.likelihood} />
          <form method="post" className="space-y-5 rounded-lg border border-line bg-surface p-4 sm:p-5">
            <HiddenFields page={page} />
            {page.against.length > 0 && (
              <fieldset className="space-y-3 border-s-4 border-turmeric ps-3">
                <legend className="font-semibold">{p.against}</legend>
                {page.against.map(({ code, offerName }) => (
                  <p key={code} className="text-sm">
                    {p.againstText(code, offerName)}
                  </p>
                ))}
                <OverrideFields suffix="urutan" typed={typed} errorOf={errorOf} />
              </fieldset>
            )}
            <Field name="catatan" label={p.note} hint={p.noteHint} optional {...errorOf('catatan')}>
              {(control) => (
                <textarea
                  {...control}
                  rows={3}
                  maxLength={2000}
                  defaultValue={typed('catatan')}
                  className={CONTROL_LOOK}
                />
              )}
            </Field>
            <TextField
              name="surel"
              label={p.address}
              hint={p.addressHint}
              optional
              {...errorOf('surel')}
              input={{ inputMode: 'email', autoComplete: 'off', defaultValue: typed('surel') }}
            />
            <div className="flex flex-wrap gap-2">
              {page.problems.length === 0 && (
                <Button name="intent" value="send">
                  {p.send}
                </Button>
              )}
              <Button look="secondary" name="intent" value="draft">
                {p.draft}
              </Button>
            </div>
          </form>
          {page.mayHide && (
            <details className="rounded-lg border border-line bg-surface p-4">
              <summary className="min-h-9 py-1.5 font-semibold text-accent">{t.overrides.hide.title}</summary>
              <form method="post" className="space-y-3 pt-2">
                <HiddenFields page={page} />
                <p className="text-sm text-muted">{t.overrides.hide.text}</p>
                <OverrideFields suffix="sembunyi" typed={typed} errorOf={errorOf} />
                <Button look="danger" small name="intent" value="hide">
                  {t.overrides.hide.submit}
                </Button>
              </form>
            </details>
          )}
        </div>
      </div>
    </>
  )
}

function HiddenFields({ page }: { page: NewProposalPage }) {
  return (
    <>
      <input type="hidden" name="penawaran" value={page.offerId} />
      {page.isGroup && <input type="hidden" name="kelompok" value="1" />}
      {page.requestId && <input type="hidden" name="permintaan" value={page.requestId} />}
      {page.actors.map(({ id }) => (
        <input key={id} type="hidden" name="pelaku" value={id} />
      ))}
    </>
  )
}

function OverrideFields(props: {
  suffix: string
  typed: (field: string) => string
  errorOf: (field: string) => { error?: string }
}) {
  const t = useMessages().overrides
  const reason = `alasan_${props.suffix}`
  const text = `keterangan_${props.suffix}`
  return (
    <>
      <SelectField
        name={reason}
        label={t.form.reason}
        empty={t.form.reasonProblem}
        value={props.typed(reason)}
        options={OVERRIDE_REASONS.map((value) => ({ value, label: t.reasons[value] }))}
        {...props.errorOf(reason)}
      />
      <TextField
        name={text}
        label={t.form.text}
        hint={t.form.textHint}
        input={{ maxLength: 500, defaultValue: props.typed(text) }}
        {...props.errorOf(text)}
      />
    </>
  )
}

/** How likely the partner answers, and what that rests on. */
export function LikelihoodNote({ likelihood }: { likelihood: Likelihood }) {
  const t = useMessages().proposals.fresh
  const f = useFormat()
  return (
    <p>
      <span className="font-semibold">{t.likelihood(f.percent(likelihood.value))}</span>{' '}
      <span className="block text-sm text-muted">
        {t.likelihoodBasis(f.number(likelihood.answered), f.number(likelihood.of))}
      </span>
    </p>
  )
}
