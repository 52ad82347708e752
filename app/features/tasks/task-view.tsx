import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field } from '#app/components/field.tsx'
import { Figure } from '#app/components/figure.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { TaskPage, TaskResult } from './task-page.server.ts'
import { TaskStateTag, useGapWords, useTaskTitle } from './task-words.tsx'

export type TaskRefusal = Extract<TaskResult, { readonly message: string }>

/** One task: the gap when it was opened and now, what closes it, who works on it, and what happened. */
export function TaskView({ page, refusal }: { page: TaskPage; refusal: TaskRefusal | null }) {
  const t = useMessages().tasks
  const f = useFormat()
  const title = useTaskTitle()(page)
  const gap = useGapWords()(page)
  return (
    <>
      <ErrorSummary errors={refusal ? [refusal] : []} />
      <PageHeader
        title={title}
        kicker={gap}
        trail={[{ href: paths.tasks(), label: t.list }]}
        marks={<TaskStateTag task={page} />}
      />
      {page.closed && (
        <Notice kind="success" title={t.page.closedTitle}>
          <p>{t.page.closedText(page.closed.partner, page.closed.offer, f.instant(page.closed.at))}</p>
          <p>{t.page.closedActors(f.number(page.closed.actors), f.number(page.unserved))}</p>
          <p>
            <a href={page.closedHref!}>{t.page.toOffer}</a>
          </p>
        </Notice>
      )}
      <Figures page={page} />
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <a href={page.gapHref}>{t.page.toGap}</a>
        {page.offerHref && <a href={page.offerHref}>{t.page.toAskedOffer}</a>}
      </p>
      {page.goneAt && (
        <Notice title={t.page.goneTitle}>
          <p>{t.page.goneText(f.instant(page.goneAt))}</p>
        </Notice>
      )}
      {!page.closed && !page.goneAt && <p className="mt-6 max-w-prose text-muted">{t.page.howItCloses}</p>}
      {page.mayWrite && <Steps page={page} refusal={refusal} />}
      <History page={page} />
    </>
  )
}

function Figures({ page }: { page: TaskPage }) {
  const t = useMessages().tasks.page
  const f = useFormat()
  const sourceOf = (basis: TaskPage['basis']) => ({
    name: t.source(f.number(basis.actors), f.number(basis.offers), basis.policy),
  })
  return (
    <div className="mt-6 grid gap-6 sm:grid-cols-3">
      <Figure
        value={f.number(page.unserved)}
        label={t.atOpening}
        denominator={f.number(page.wanted)}
        source={sourceOf(page.basis)}
        date={f.day(page.day)}
      />
      <Figure
        value={f.number(page.now.gap)}
        label={t.now}
        denominator={f.number(page.now.wanted)}
        source={sourceOf(page.now)}
        date={f.day(page.now.day)}
      />
      {page.would && (
        <Figure
          value={f.number(page.would.needs)}
          label={t.would(f.number(page.would.actors))}
          source={sourceOf(page.basis)}
          date={f.day(page.day)}
        />
      )}
    </div>
  )
}

function Steps({ page, refusal }: { page: TaskPage; refusal: TaskRefusal | null }) {
  const t = useMessages().tasks.page
  const version = <input type="hidden" name="versi" value={page.version} />
  return (
    <Section id="kerjakan" title={t.work} className="no-print mt-10 max-w-2xl">
      <p>{page.takenBy ? (page.mine ? t.takenByYou : t.takenBy(page.takenBy)) : t.takenByNobody}</p>
      <form method="post" className="mt-3">
        {version}
        {page.mine ? (
          <Button look="secondary" name="intent" value="release">
            {t.release}
          </Button>
        ) : (
          <Button look={page.takenBy ? 'secondary' : 'primary'} name="intent" value="take">
            {t.take}
          </Button>
        )}
      </form>
      <form method="post" className="mt-6 space-y-3">
        {version}
        <Field
          name="catatan"
          label={t.note}
          hint={t.noteHint}
          {...(refusal?.field === 'catatan' ? { error: refusal.message } : {})}
        >
          {(control) => (
            <textarea {...control} rows={3} defaultValue={refusal?.typed ?? page.note ?? ''} className={CONTROL_LOOK} />
          )}
        </Field>
        <Button look="secondary" name="intent" value="note">
          {t.saveNote}
        </Button>
      </form>
    </Section>
  )
}

function History({ page }: { page: TaskPage }) {
  const t = useMessages().tasks.page
  const f = useFormat()
  return (
    <Section id="riwayat" title={t.history} className="mt-10 max-w-2xl">
      <ol className="space-y-2 border-s-2 border-line ps-4">
        {page.events.map((event) => (
          <li key={event.at + event.step}>
            <p>
              <strong>{t.steps[event.step]}</strong> {event.system ? t.bySystem : event.by && t.by(event.by)}{' '}
              <span className="text-muted">{f.instant(event.at)}</span>
            </p>
            {event.note && <p className="text-muted">{event.note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
