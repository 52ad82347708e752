import { Button, LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Progress } from '#app/components/progress.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { NationalPage } from './national-page.server.ts'
import type { LiveRun } from './national-runner.server.ts'

/** Starts a run, or shows the one under way and lets it be cancelled. */
export function RunControl({ page }: { page: NationalPage }) {
  const t = useMessages().national
  return (
    <section aria-labelledby="jalankan" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <h2 id="jalankan" className="text-xl">
        {page.live ? t.live.title : t.run.title}
      </h2>
      <div className="mt-3 max-w-prose">
        {page.live ? <Live live={page.live} mayRun={page.mayRun} /> : <Idle page={page} />}
      </div>
    </section>
  )
}

function Live({ live, mayRun }: { live: LiveRun; mayRun: boolean }) {
  const t = useMessages().national.live
  const f = useFormat()
  const { progress } = live
  const phase = progress?.phase ?? 'start'
  const counted = phase === 'load' || phase === 'rank'
  return (
    <>
      <Progress
        label={live.stopping ? t.stopping : t.phase[phase]}
        done={progress?.done ?? 0}
        total={counted ? (progress?.total ?? 0) : 0}
        secondsLeft={live.secondsLeft}
      />
      <p className="mt-3 text-muted">
        {t.started(f.instant(live.startedAt))} {t.leave}
      </p>
      {mayRun && !live.stopping && (
        <form method="post" action={paths.national()} className="mt-4">
          <input type="hidden" name="jalan" value={live.id} />
          <Button look="danger" name="tindakan" value="batalkan">
            {t.cancel}
          </Button>
        </form>
      )}
    </>
  )
}

function Idle({ page }: { page: NationalPage }) {
  const t = useMessages().national
  const f = useFormat()
  const last = page.runs[0]
  if (page.actors === 0) {
    return (
      <>
        <p>{t.run.none}</p>
        {page.mayImport && (
          <LinkButton href={paths.imports()} icon="upload" className="mt-3">
            {t.run.import}
          </LinkButton>
        )}
      </>
    )
  }
  return (
    <>
      {last && <LastOutcome run={last} />}
      <p>
        {t.run.scope(f.number(page.actors), f.number(page.offers))}{' '}
        {page.demoActors > 0 && t.run.demo(f.number(page.demoActors))} {last && t.run.keeps}
      </p>
      {page.mayRun && (
        <form method="post" action={paths.national()} className="mt-4">
          <Button name="tindakan" value="mulai">
            {last ? t.run.again : t.run.start}
          </Button>
        </form>
      )}
    </>
  )
}

function LastOutcome({ run }: { run: NationalPage['runs'][number] }) {
  const t = useMessages().national
  const f = useFormat()
  const outcome = {
    done: { kind: 'success', text: t.ended.done(f.number(run.actors), f.number(run.seconds, 1)) },
    failed: { kind: 'error', text: t.ended.failed },
    cancelled: { kind: 'warning', text: t.ended.cancelled },
    running: { kind: 'info', text: t.run.elsewhere },
  } as const
  const { kind, text } = outcome[run.status]
  return (
    <div className="mb-4">
      <Notice kind={kind}>
        <span data-live-announce>{text}</span>
      </Notice>
    </div>
  )
}
