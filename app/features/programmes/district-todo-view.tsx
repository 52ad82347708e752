import { Button } from '#app/components/button.tsx'
import { Table } from '#app/components/table.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { DistrictTodo } from './district-todo.server.ts'

/** Who of a district is not proposed yet, and what would mend it. */
export function DistrictTodoView({ todo }: { todo: DistrictTodo }) {
  const t = useMessages().programmes
  const columns = (['actor', 'offer', 'why', 'act'] as const).map((key) => ({ key, label: t.todo.column[key] }))
  return (
    <Section id="tugas-daerah" title={t.todo.title}>
      <p className="mb-4 max-w-prose text-muted">{t.todo.intro}</p>
      <Table
        caption={t.todo.title}
        columns={columns}
        rows={todo.actors.map((one, at) => {
          const consent = one.problem === 'no_consent'
          const label = consent ? t.todo.consent : t.todo.profile
          return {
            id: `tugas-${at}`,
            cells: {
              actor: one.code,
              offer: `${one.partnerName}: ${one.offerName}`,
              why: t.problems[one.problem],
              act: (
                <a
                  href={consent ? paths.actorConsents(one.actorId) : paths.actor(one.actorId)}
                  aria-label={`${label}: ${one.code}`}
                >
                  {label}
                </a>
              ),
            },
          }
        })}
      />
      {todo.mayRecheck && (
        <form method="post" className="no-print mt-4">
          <Button look="secondary" name="intent" value="recheck">
            {t.todo.recheck}
          </Button>
        </form>
      )}
    </Section>
  )
}
