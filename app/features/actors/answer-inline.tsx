import { FACT_KINDS, type FactId } from '#app/domain/values/facts.ts'
import { useMessages } from '#app/i18n/context.tsx'
import { AnswerForm } from './answer-form.tsx'
import { useAnswering } from './answering.tsx'

/** The question of an undecided line with its answer right there; longer forms unfold. */
export function AnswerInline({ actorId, fact, place }: { actorId: string; fact: FactId; place: string }) {
  const t = useMessages()
  const question = t.match.question[fact]
  if (!useAnswering().allowed) return <span className="text-sm text-muted">{question}</span>
  if (FACT_KINDS[fact] === 'boolean') {
    return (
      <>
        <span className="text-sm text-muted">{question}</span>
        <AnswerForm actorId={actorId} fact={fact} place={place} />
      </>
    )
  }
  return (
    <details className="w-full">
      <summary className="min-h-8 py-1 text-sm">
        <span className="text-muted">{question}</span>{' '}
        <span className="font-semibold text-accent">{t.actors.answer.open}</span>
      </summary>
      <div className="py-2">
        <AnswerForm actorId={actorId} fact={fact} place={place} />
      </div>
    </details>
  )
}
