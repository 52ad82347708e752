import type { ReactNode } from 'react'
import { ReasonLine, ReasonList } from '#app/components/reason-line.tsx'
import type { FactId } from '#app/domain/values/facts.ts'
import { useMessages } from '#app/i18n/context.tsx'
import type { TraceLine } from './match-view.ts'

/**
 * Every condition of a match as a reason line, then what only the partner checks. `answer` draws the question of an
 * unknown fact with its buttons, where the page can store the answer.
 */
export function TraceList(props: {
  lines: readonly TraceLine[]
  partnerChecks?: readonly string[]
  answer?: (fact: FactId) => ReactNode
}) {
  const t = useMessages().match.card
  const checks = props.partnerChecks ?? []
  return (
    <>
      <ReasonList label={t.conditions}>
        {props.lines.map((line) => (
          <ReasonLine key={line.key} result={line.result} text={line.sentence} measure={line.measure}>
            {line.ask && props.answer?.(line.ask)}
          </ReasonLine>
        ))}
      </ReasonList>
      {checks.length > 0 && (
        <div className="mt-4">
          <p className="mb-2 text-sm font-semibold text-muted">{t.partnerChecks}</p>
          <ReasonList label={t.partnerChecks}>
            {checks.map((text) => (
              <ReasonLine key={text} result="info" text={text} />
            ))}
          </ReasonList>
        </div>
      )}
    </>
  )
}
