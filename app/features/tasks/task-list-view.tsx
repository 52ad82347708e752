import { LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { type Column, Table } from '#app/components/table.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { TaskLine, TaskListPage } from './task-list-page.server.ts'
import { useGapWords, useTaskTitle } from './task-words.tsx'

/** What somebody has to do about gaps, and what offers have closed. */
export function TaskListView({ page, refusal }: { page: TaskListPage; refusal: string | null }) {
  const t = useMessages().tasks
  const f = useFormat()
  const { region, closed, counts } = page
  return (
    <>
      <ErrorSummary errors={refusal === null ? [] : [{ field: 'daftar-tugas', message: refusal }]} />
      <PageHeader
        title={region ? t.listOf(region.name) : t.list}
        intro={t.intro}
        actions={
          <LinkButton look="secondary" href={paths.gaps({ wilayah: region?.code })}>
            {t.toGaps}
          </LinkButton>
        }
      />
      <nav aria-label={t.tabs.label} className="no-print mb-4 flex flex-wrap gap-x-6">
        {([false, true] as const).map((one) => (
          <a
            key={String(one)}
            href={paths.tasks({ keadaan: one ? 'tertutup' : null, wilayah: region?.code })}
            aria-current={one === closed ? 'page' : undefined}
            className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
          >
            {one ? t.tabs.closed(f.number(counts.closed)) : t.tabs.open(f.number(counts.open))}
          </a>
        ))}
      </nav>
      <div id="daftar-tugas">
        {page.tasks.length === 0 ? (
          <EmptyState
            title={closed ? t.empty.closed : t.empty.open}
            text={closed ? t.empty.closedText : t.empty.openText}
          >
            {!closed && <LinkButton href={paths.gaps({ wilayah: region?.code })}>{t.toGaps}</LinkButton>}
          </EmptyState>
        ) : (
          <TaskTable tasks={page.tasks} closed={closed} />
        )}
      </div>
    </>
  )
}

function TaskTable({ tasks, closed }: { tasks: readonly TaskLine[]; closed: boolean }) {
  const t = useMessages().tasks
  const f = useFormat()
  const titleOf = useTaskTitle()
  const gapOf = useGapWords()
  const columns: Column[] = [
    { key: 'what', label: t.columns.what },
    { key: 'gap', label: t.columns.gap },
    { key: 'unserved', label: t.columns.unserved, numeric: true },
    ...(closed
      ? [
          { key: 'by', label: t.columns.closedBy },
          { key: 'at', label: t.columns.closedAt },
        ]
      : [
          { key: 'would', label: t.columns.would },
          { key: 'who', label: t.columns.who },
        ]),
    { key: 'since', label: t.columns.since },
  ]
  const endOf = (task: TaskLine): string => {
    const at = task.closed?.at ?? task.goneAt
    return at === null ? '' : f.instant(at)
  }
  return (
    <Table
      caption={closed ? t.captions.closed : t.captions.open}
      columns={columns}
      rows={tasks.map((task) => ({
        id: `tugas-${task.id}`,
        href: task.href,
        cells: {
          what: titleOf(task),
          gap: gapOf(task),
          unserved: t.outOf(f.number(task.unserved), f.number(task.wanted)),
          would: task.would ? t.wouldShort(f.number(task.would.needs), f.number(task.would.actors)) : '',
          who: task.takenBy ?? t.nobody,
          since: task.openedBy ? t.sinceBy(f.day(task.day), task.openedBy) : f.day(task.day),
          by: task.closed
            ? t.closedBy(task.closed.partner, task.closed.offer, f.number(task.closed.actors))
            : task.goneAt
              ? t.gone
              : '',
          at: endOf(task),
        },
      }))}
    />
  )
}
