import type { ReactNode } from 'react'
import { useMessages } from '#app/i18n/context.tsx'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'plain' | 'leaf' | 'turmeric' | 'brick' | 'accent'

const TONES: Record<Tone, string> = {
  plain: 'border-edge text-muted',
  leaf: 'border-transparent bg-leaf-soft text-leaf',
  turmeric: 'border-transparent bg-turmeric-soft text-turmeric',
  brick: 'border-transparent bg-brick-soft text-brick',
  accent: 'border-transparent bg-accent-soft text-accent',
}

/** A small mark with a word and, where it means a state, an icon: never colour alone. */
export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-sm leading-tight font-semibold whitespace-nowrap ${TONES[tone]}`}
    >
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </span>
  )
}

export type Verdict = 'eligible' | 'undecided' | 'ineligible'

export const VERDICT_LOOK: Record<Verdict, { tone: Tone; icon: IconName }> = {
  eligible: { tone: 'leaf', icon: 'check' },
  undecided: { tone: 'turmeric', icon: 'question' },
  ineligible: { tone: 'brick', icon: 'cross' },
}

/** "Memenuhi syarat", "Perlu dilengkapi", "Belum memenuhi". */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const t = useMessages()
  return <Tag {...VERDICT_LOOK[verdict]}>{t.common.verdict[verdict]}</Tag>
}

/** Marks an invented actor. */
export function DemoTag() {
  const t = useMessages()
  return <Tag>{t.common.demoMark}</Tag>
}

/** How much is known, as a small mark apart from the fit. */
export function ConfidenceMark({ level }: { level: 'high' | 'medium' | 'low' }) {
  const t = useMessages()
  const filled = { low: 1, medium: 2, high: 3 }[level]
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-muted">
      <svg viewBox="0 0 18 12" className="h-3 w-[1.125rem]" aria-hidden="true" focusable="false">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 6.5 + 0.5}
            y={12 - bar * 3.5 - 0.5}
            width="4"
            height={bar * 3.5}
            className={bar <= filled ? 'fill-current stroke-current' : 'fill-none stroke-current'}
          />
        ))}
      </svg>
      {t.common.confidence[level]}
    </span>
  )
}
