import { useFormat, useMessages } from '#app/i18n/context.tsx'

/** The step (1 to 5) of a fit between 0 and 1: fifths of the scale. */
export function fitStep(fit: number): number {
  return Math.min(5, Math.max(1, Math.ceil(fit * 5)))
}

/** Fit as five steps with its words; `showScore` adds the number out of 100 behind a disclosure. */
export function FitSteps({ fit, showScore = false }: { fit: number; showScore?: boolean }) {
  const t = useMessages()
  const f = useFormat()
  const step = fitStep(fit)
  const word = t.common.fit.steps[step - 1]!
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span className="flex gap-0.5" role="img" aria-label={t.common.fit.outOf(word, f.number(step))}>
        {[1, 2, 3, 4, 5].map((at) => (
          <span
            key={at}
            className={`h-3 w-4 -skew-x-12 border border-accent ${at <= step ? 'bg-accent' : 'bg-transparent opacity-50'}`}
          />
        ))}
      </span>
      <span className="font-semibold" aria-hidden="true">
        {word}
      </span>
      {showScore && (
        <details className="relative">
          <summary className="text-muted underline decoration-dotted underline-offset-4">
            {t.common.fit.showNumber}
          </summary>
          <span className="tabular text-muted">{t.common.fit.number(f.number(fit * 100))}</span>
        </details>
      )}
    </div>
  )
}
