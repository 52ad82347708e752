import type { ReactNode } from 'react'
import { useMessages } from '#app/i18n/context.tsx'

/** A number that never stands alone: what it counts, out of what, from where and when. All texts come formatted. */
export function Figure(props: {
  value: string
  label: ReactNode
  /** "dari 1.234"; `null` says openly that no denominator was published. */
  denominator?: string | null
  source?: { readonly name: string; readonly href?: string | null }
  date?: string
  mark?: ReactNode
}) {
  const t = useMessages()
  return (
    <div className="border-t border-edge pt-3">
      <p className="tabular flex flex-wrap items-baseline gap-x-2">
        <span className="text-3xl font-semibold tracking-tight">{props.value}</span>
        {props.denominator && <span className="text-muted">{t.common.figure.of(props.denominator)}</span>}
        {props.mark}
      </p>
      <p className="mt-0.5">{props.label}</p>
      {(props.source || props.date || props.denominator === null) && (
        <p className="mt-1 text-sm text-muted">
          {props.denominator === null && <>{t.common.figure.noDenominator}. </>}
          {props.source && (
            <>
              {t.common.figure.source}:{' '}
              {props.source.href ? <a href={props.source.href}>{props.source.name}</a> : props.source.name}
              {props.date && ', '}
            </>
          )}
          {props.date}
        </p>
      )}
    </div>
  )
}
