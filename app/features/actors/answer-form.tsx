import { Button } from '#app/components/button.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { type AnswerFormProps, Controls } from './answer-controls.tsx'
import { answerControlId } from './answer-place.ts'
import { useAnswering } from './answering.tsx'
import { CLEAR } from './read-answer.ts'

/** Asks for one fact with the controls of its kind. The same form wherever a fact can be answered; none for who may not. */
export function AnswerForm(props: AnswerFormProps) {
  const t = useMessages()
  const { allowed, version } = useAnswering()
  const { fact, place } = props
  const refused = props.refused?.fact === fact && props.refused.place === place ? props.refused : null
  if (!allowed) return null
  return (
    <form method="post" action={paths.actor(props.actorId)} className="relative">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="fact" value={fact} />
      <input type="hidden" name="place" value={place} />
      {refused && (
        <p id={`${answerControlId(place, fact)}-error`} className="mb-2 font-semibold text-brick">
          {refused.message}
        </p>
      )}
      <Controls {...props} refused={refused} />
      {props.value !== null && props.value !== undefined && (
        <Button name="value" value={CLEAR} look="quiet" small className="mt-2 -ms-3" formNoValidate>
          {t.actors.answer.clear}
        </Button>
      )}
    </form>
  )
}
