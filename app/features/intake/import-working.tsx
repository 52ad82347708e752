import { Button } from '#app/components/button.tsx'
import { Progress } from '#app/components/progress.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import type { JobProgress } from '#app/intake/load/job-folder.ts'
import { paths } from '#app/lib/paths.ts'
import type { ImportPage } from './import-page.server.ts'

/** Seconds to go at the pace so far; null before anything can be said. */
function secondsLeft({ startedAt, at, done, total }: JobProgress): number | null {
  const spent = (at - startedAt) / 1000
  return done > 0 && spent > 1 ? (spent / done) * (total - done) : null
}

/** A load at work: counts, time left, and the way to stop it. */
export function ImportWorking({ page }: { page: Extract<ImportPage, { state: 'working' }> }) {
  const t = useMessages().intake.batch
  const { progress } = page
  const isWriting = progress?.phase === 'writing'
  return (
    <div className="max-w-prose space-y-6">
      <Progress
        label={isWriting ? t.rowsWritten : t.rowsRead}
        done={progress?.done ?? 0}
        total={progress && progress.done > 0 ? progress.total : 0}
        secondsLeft={progress ? secondsLeft(progress) : null}
      />
      <p className="text-muted">{t.readingText}</p>
      {page.stopping ? (
        <p className="font-semibold">{t.stopping}</p>
      ) : (
        <form method="post" action={paths.importBatch(page.id)}>
          <Button look="secondary" name="intent" value="batal">
            {t.stop}
          </Button>
        </form>
      )}
    </div>
  )
}
