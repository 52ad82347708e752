import { useFormat, useMessages } from '#app/i18n/context.tsx'

export interface NeedSegment {
  readonly id: string
  readonly label: string
  readonly state: 'covered' | 'possible' | 'open'
}

const FILL = {
  covered: 'border-leaf bg-leaf',
  possible: 'border-turmeric bg-turmeric-soft border-dashed',
  open: 'border-edge bg-surface',
} as const

/** An actor's needs, most urgent first, filled by what a set of offers covers; the words below say the same. */
export function NeedBar({ needs, compact = false }: { needs: readonly NeedSegment[]; compact?: boolean }) {
  const t = useMessages()
  const f = useFormat()
  if (needs.length === 0) return null
  const count = (state: NeedSegment['state']) => needs.filter((need) => need.state === state).length
  const summary = [
    t.common.needs.summary(f.number(count('covered')), f.number(needs.length)),
    ...(count('possible') > 0 ? [t.common.needs.possibly(f.number(count('possible')))] : []),
  ].join(', ')
  return (
    <div>
      <div className="flex gap-1" aria-hidden="true">
        {needs.map((need) => (
          <span key={need.id} className={`h-3 max-w-16 min-w-4 flex-1 rounded-sm border-[1.5px] ${FILL[need.state]}`} />
        ))}
      </div>
      <p className="mt-1 text-sm text-muted">{summary}</p>
      {!compact && (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={t.common.needs.label}>
          {needs.map((need) => (
            <li key={need.id} className="flex items-baseline gap-1.5">
              <span className={`size-3 shrink-0 rounded-sm border-[1.5px] ${FILL[need.state]}`} aria-hidden="true" />
              <span>
                {need.label} <span className="text-muted">{t.common.needs[need.state]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
