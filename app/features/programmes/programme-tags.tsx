import { DemoTag, Tag, type Tone } from '#app/components/tag.tsx'
import type { ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import type { ProgrammeState } from '#app/domain/programmes/states.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'

const TONES: Readonly<Record<ProgrammeState, Tone>> = {
  draft: 'plain',
  consulted: 'turmeric',
  published: 'accent',
  running: 'leaf',
  closed: 'plain',
}

/** State, labels and the mark of an invented programme. */
export function ProgrammeTags(props: {
  readonly state: ProgrammeState
  readonly labels: readonly ProgrammeLabel[]
  readonly isDemo: boolean
}) {
  const t = useMessages().programmes
  return (
    <>
      <Tag tone={TONES[props.state]}>{t.states[props.state]}</Tag>
      {props.labels.map((label) => (
        <Tag key={label}>
          <abbr title={t.labelNames[label]} className="no-underline">
            {t.labels[label]}
          </abbr>
        </Tag>
      ))}
      {props.isDemo && <DemoTag />}
    </>
  )
}

/** "1 Januari 2027 sampai 31 Desember 2027", or the part of it that is known. */
export function usePeriod(): (from: string | null, to: string | null) => string {
  const t = useMessages().programmes
  const f = useFormat()
  return (from, to) => {
    if (from !== null && to !== null) return t.period(f.day(from), f.day(to))
    if (from !== null) return t.periodFrom(f.day(from))
    return to === null ? t.noPeriod : t.periodUntil(f.day(to))
  }
}
