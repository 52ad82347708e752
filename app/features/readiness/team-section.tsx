import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { ReadinessPage } from './readiness-page.server.ts'
import type { TeamRefusal } from './record-team.server.ts'
import { DECREE_LIMIT, TEAM_FIELDS } from './team-fields.ts'

/** The decision that names the team of a kabupaten or kota, and the form that records it. */
export function TeamSection({ page, refusal }: { page: ReadinessPage; refusal: TeamRefusal | null }) {
  const t = useMessages().readiness.team
  const f = useFormat()
  const { team } = page
  const field = (name: string) => {
    const error = refusal?.errors.find((one) => one.field === name)?.message
    return { name, ...(error ? { error } : {}) }
  }
  const seen = <input type="hidden" name={TEAM_FIELDS.seen} value={team?.recordedAt ?? ''} />
  return (
    <section aria-labelledby="tim" className="mt-10">
      <h2 id="tim" className="text-xl">
        {t.title}
      </h2>
      <p className="mt-2 max-w-prose">
        {team ? t.recorded(team.decree, f.day(team.namedOn), f.instant(team.recordedAt)) : t.none}
      </p>
      {page.mayRecordTeam && (
        <form method="post" className="no-print mt-4 max-w-2xl space-y-6">
          {seen}
          <TextField
            {...field(TEAM_FIELDS.decree)}
            label={t.decree}
            hint={t.decreeHint}
            input={{ defaultValue: refusal?.typed[TEAM_FIELDS.decree] ?? team?.decree ?? '', maxLength: DECREE_LIMIT }}
          />
          <TextField
            {...field(TEAM_FIELDS.namedOn)}
            label={t.day}
            hint={t.dayHint}
            input={{ defaultValue: refusal?.typed[TEAM_FIELDS.namedOn] ?? team?.namedOn ?? '', maxLength: 10 }}
          />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="catat">
              {t.save}
            </Button>
            {team && (
              <Button look="secondary" name="intent" value="hapus" formNoValidate data-confirm={t.removeAsk}>
                {t.remove}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
