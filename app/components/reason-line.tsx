import type { ReactNode } from 'react'
import { useMessages } from '#app/i18n/context.tsx'
import { Icon, type IconName } from './icon.tsx'

/** What a condition gave, or `info` for something only told. */
export type ReasonResult = 'pass' | 'unknown' | 'fail' | 'info'

const LOOK: Record<ReasonResult, { icon: IconName; colour: string }> = {
  pass: { icon: 'check', colour: 'bg-leaf-soft text-leaf' },
  unknown: { icon: 'question', colour: 'bg-turmeric-soft text-turmeric' },
  fail: { icon: 'cross', colour: 'bg-brick-soft text-brick' },
  info: { icon: 'info', colour: 'bg-sunken text-muted' },
}

/** The list reason lines stand in; the same on the match card, the why-not list and the printed sheet. */
export function ReasonList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="space-y-2">
      {children}
    </ul>
  )
}

/**
 * One reason in one line: what it is, the value against the threshold, and for an undecided one the question.
 * `measure` is muted text such as "kini 6 bulan, syarat 12 bulan"; children are the question and its answer buttons.
 */
export function ReasonLine(props: {
  result: ReasonResult
  text: ReactNode
  measure?: ReactNode
  children?: ReactNode
}) {
  const t = useMessages()
  const { icon, colour } = LOOK[props.result]
  return (
    <li className="flex items-start gap-2.5">
      <span className={`mt-px grid size-6 shrink-0 place-items-center rounded-full ${colour}`}>
        <Icon name={icon} className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <span className="sr-only">{t.common.result[props.result]}: </span>
        {props.text}
        {props.measure && <span className="tabular text-sm text-muted"> ({props.measure})</span>}
        {props.children && (
          <div className="no-print relative mt-2 flex flex-wrap items-center gap-2">{props.children}</div>
        )}
      </div>
    </li>
  )
}
