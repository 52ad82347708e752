import { LinkButton } from '#app/components/button.tsx'
import { Card, CardList } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Tag } from '#app/components/tag.tsx'
import type { ProgrammeState } from '#app/domain/programmes/states.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ProgrammeLine, ProgrammeListPage } from './programme-list-page.server.ts'
import { ProgrammeTags, usePeriod } from './programme-tags.tsx'

/** The programmes a person may see, as cards. */
export function ProgrammeListView({ page }: { page: ProgrammeListPage }) {
  const t = useMessages().programmes
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          <>
            <LinkButton look="secondary" href={paths.placeLabels()}>
              {t.placeLabels}
            </LinkButton>
            {page.mayDraft && (
              <LinkButton href={paths.newProgramme()} icon="plus">
                {t.add}
              </LinkButton>
            )}
          </>
        }
      />
      {page.states.length > 1 && <StateFilter page={page} />}
      {page.lines.length === 0 ? (
        <EmptyState title={t.list.none} text={t.list.noneText} />
      ) : (
        <CardList columns={2}>
          {page.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </CardList>
      )}
    </>
  )
}

function StateFilter({ page }: { page: ProgrammeListPage }) {
  const t = useMessages().programmes
  const entries: readonly (readonly [ProgrammeState | null, string])[] = [
    [null, t.list.all],
    ...page.states.map((state) => [state, t.states[state]] as const),
  ]
  return (
    <nav aria-label={t.list.filter} className="no-print mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-2">
        {entries.map(([state, label]) => (
          <li key={label}>
            <a
              href={paths.programmes({ keadaan: state })}
              aria-current={state === page.state ? 'page' : undefined}
              className="quiet-link flex min-h-11 items-center border-b-[3px] border-transparent px-2 text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const SHOWN = 3

function Line({ line }: { line: ProgrammeLine }) {
  const t = useMessages().programmes
  const f = useFormat()
  const period = usePeriod()
  const short = (names: readonly string[]) =>
    names.length <= SHOWN
      ? f.list(names)
      : t.list.morePlaces(names.slice(0, SHOWN).join(', '), f.number(names.length - SHOWN))
  const facts = [
    [t.list.partners, short(line.partners)],
    [t.list.places, short(line.regencies)],
    [t.list.period, period(line.startsOn, line.endsOn)],
  ].filter(([, value]) => value !== '')
  return (
    <Card
      title={line.title}
      level={2}
      href={paths.programme(line.id)}
      marks={
        <>
          <ProgrammeTags state={line.state} labels={line.labels} isDemo={line.isDemo} />
          {line.waitingConsent > 0 && (
            <Tag tone="turmeric" icon="warning">
              {t.list.waiting(f.number(line.waitingConsent))}
            </Tag>
          )}
        </>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
