import { Tag } from '#app/components/tag.tsx'
import { useExtensionTarget } from '#app/features/gaps/follow-up-section.tsx'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import type { TaskLine } from './task-list-page.server.ts'

/** What a task asks for, in one sentence. */
export function useTaskTitle(): (task: TaskLine) => string {
  const t = useMessages().tasks
  const locale = useLocale()
  const target = useExtensionTarget()
  return (task) => {
    const need = termLabel(locale, 'need', task.key.need)
    const place = task.place ?? t.country
    if (task.kind === 'recruit') return t.title.recruit(need, place)
    return t.title.extend(task.partner!, task.offer!, target(task.parts, { ...task.key, place }))
  }
}

/** Where and for whom: need, place, and cluster and sector where they were chosen. */
export function useGapWords(): (task: TaskLine) => string {
  const t = useMessages().tasks
  const locale = useLocale()
  return ({ key, place }) =>
    [
      termLabel(locale, 'need', key.need),
      place ?? t.country,
      key.cluster === null ? null : termLabel(locale, 'cluster', key.cluster),
      key.sector === null ? null : termLabel(locale, 'sector', key.sector),
    ]
      .filter((part) => part !== null)
      .join(' · ')
}

/** Open, closed or gone, by word and sign. */
export function TaskStateTag({ task }: { task: TaskLine }) {
  const t = useMessages().tasks.state
  if (task.goneAt) return <Tag>{t.gone}</Tag>
  return task.closed ? (
    <Tag tone="leaf" icon="check">
      {t.closed}
    </Tag>
  ) : (
    <Tag tone="turmeric" icon="question">
      {t.open}
    </Tag>
  )
}
