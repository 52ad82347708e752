import type { ReactNode } from 'react'
import { FitSteps } from '#app/components/fit-steps.tsx'
import { ReasonLine, ReasonList, type ReasonResult } from '#app/components/reason-line.tsx'
import { ConfidenceMark, VerdictTag } from '#app/components/tag.tsx'
import type { FactId } from '#app/domain/values/facts.ts'
import { OfferStatusTag } from '#app/features/partners/offer-status-tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { MatchView, Missing } from './match-view.ts'
import { NearestChange } from './nearest-change.tsx'
import { TraceList } from './trace-list.tsx'

const MISSING_RESULT: Record<Missing['kind'], ReasonResult> = {
  nothing: 'pass',
  partner: 'info',
  unknown: 'unknown',
  fail: 'fail',
}

/** The line on the folded card: what is missing, at most two of it by name. */
export function MissingLine({ missing }: { missing: Missing }) {
  const t = useMessages().match.card.missing
  const f = useFormat()
  const named = missing.items.slice(0, 2).join('; ')
  const rest = missing.items.length - 2
  return (
    <ReasonLine
      result={MISSING_RESULT[missing.kind]}
      text={missing.kind === 'nothing' ? t.nothing : t[missing.kind](named)}
      measure={rest > 0 ? t.more(f.number(rest)) : null}
    />
  )
}

/**
 * A pair as a card: who, the strongest reason, what is missing; the full trace unfolds. `changed` says what an answer
 * just did to the verdict. `answer` draws the question of an unknown fact.
 */
export function MatchCard(props: {
  match: MatchView
  id?: string
  level?: 3 | 4 | 5
  changed?: string | null
  answer?: (fact: FactId) => ReactNode
  /** What can be done with the match. */
  actions?: ReactNode
}) {
  const { match } = props
  const t = useMessages().match.card
  const f = useFormat()
  const Heading = `h${props.level ?? 4}` as const
  const { asOf, confidence } = match.source
  return (
    <article
      id={props.id}
      className={`rounded-lg border bg-surface p-4 sm:p-5 ${props.changed ? 'border-2 border-accent' : 'border-line'}`}
    >
      {props.changed && <p className="mb-2 text-sm font-semibold text-accent">{props.changed}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 sm:flex-nowrap">
        <div className="min-w-0">
          <Heading className="text-lg font-semibold">
            <a href={paths.offer(match.offerId)} className="quiet-link">
              {match.offerName}
            </a>
          </Heading>
          <p className="text-sm text-muted">{match.partnerName}</p>
        </div>
        <div className="flex flex-wrap gap-1.5 sm:shrink-0 sm:flex-col sm:items-end">
          <VerdictTag verdict={match.verdict} />
          <OfferStatusTag status={match.status} />
        </div>
      </div>
      <div className="mt-3">
        <ReasonList label={t.inShort}>
          <ReasonLine result="pass" text={match.strongest} />
          <MissingLine missing={match.missing} />
        </ReasonList>
        {match.nearestChange && (
          <div className="mt-2">
            <NearestChange change={match.nearestChange} ifNot={match.verdict === 'undecided'} />
          </div>
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1">
        <FitSteps fit={match.fit} />
        <ConfidenceMark level={match.confidence} />
        {props.actions}
      </div>
      <details className="mt-3 border-t print:not-open:hidden border-line pt-2">
        <summary className="min-h-8 py-1 font-semibold text-accent">{t.unfold(f.number(match.lines.length))}</summary>
        <div className="pt-3">
          <TraceList lines={match.lines} partnerChecks={match.partnerChecks} answer={props.answer} />
          <p className="tabular mt-4 text-sm text-muted">
            {t.score(f.number(match.fit * 100))}{' '}
            {f.list(
              match.fitParts.map((part) => t.part(t.parts[part.component], f.number(part.points), f.number(part.of))),
            )}
            .
          </p>
          <p className="text-sm text-muted">
            {t.source(t.sourceConfidence[confidence], asOf === null ? null : f.day(asOf))}
          </p>
        </div>
      </details>
    </article>
  )
}
