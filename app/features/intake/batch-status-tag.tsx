import type { IconName } from '#app/components/icon.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import { useMessages } from '#app/i18n/context.tsx'

type Status = 'preview' | 'running' | 'done' | 'failed' | 'cancelled'

const LOOK: Record<Status, { tone: Tone; icon?: IconName }> = {
  preview: { tone: 'turmeric', icon: 'question' },
  running: { tone: 'accent' },
  done: { tone: 'leaf', icon: 'check' },
  failed: { tone: 'brick', icon: 'cross' },
  cancelled: { tone: 'plain' },
}

/** How a load stands, as a mark with a word. */
export function BatchStatusTag({ status, atWork }: { status: Status; atWork: boolean }) {
  const t = useMessages().intake
  if (atWork && status === 'preview') return <Tag tone="accent">{t.status.reading}</Tag>
  return <Tag {...LOOK[status]}>{t.status[status]}</Tag>
}
