import type { ReactNode } from 'react'
import { useMessages } from '#app/i18n/context.tsx'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'info' | 'warning' | 'success' | 'error'

const LOOK: Record<Kind, { icon: IconName; box: string; ink: string }> = {
  info: { icon: 'info', box: 'border-line bg-sunken', ink: 'text-ink' },
  warning: { icon: 'warning', box: 'border-turmeric bg-turmeric-soft', ink: 'text-turmeric' },
  success: { icon: 'check', box: 'border-leaf bg-leaf-soft', ink: 'text-leaf' },
  error: { icon: 'cross', box: 'border-brick bg-brick-soft', ink: 'text-brick' },
}

/**
 * A message about the page. `live` announces it (success after a save: status, error: alert);
 * a notice that is always there needs no announcement.
 */
export function Notice(props: { kind?: Kind; title?: string; live?: boolean; children?: ReactNode }) {
  const t = useMessages()
  const kind = props.kind ?? 'info'
  const { icon, box, ink } = LOOK[kind]
  const role = props.live ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div role={role} className={`flex items-start gap-3 rounded border p-4 ${box}`}>
      <Icon name={icon} className={`mt-0.5 size-5 ${ink}`} />
      <div className="min-w-0 space-y-1">
        <p className={`font-semibold ${props.title ? ink : 'sr-only'}`}>{props.title ?? t.common.notice[kind]}</p>
        {props.children && <div>{props.children}</div>}
      </div>
    </div>
  )
}
