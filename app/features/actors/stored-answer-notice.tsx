import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { FactId, FactValue } from '#app/domain/values/facts.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { factValueText } from '#app/i18n/fact-text.ts'
import { paths } from '#app/lib/paths.ts'
import type { StoredAnswer } from './actor-page.server.ts'
import { useAnswering } from './answering.tsx'
import { factLabel } from './fact-lines.ts'

/** What the answer just given changed, and the way back. */
export function StoredAnswerNotice({ actorId, answer }: { actorId: string; answer: StoredAnswer }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const { stored } = t.actors
  const { allowed } = useAnswering()
  const words = (fact: FactId, value: FactValue | null) =>
    value === null ? t.common.unknown : factValueText(locale, fact, value)
  return (
    <div id="perubahan" className="no-print mb-8">
      <Notice kind="success" live title={answer.undone ? stored.undone : stored.title}>
        <p>
          {stored.text(factLabel(locale, answer.fact), words(answer.fact, answer.from), words(answer.fact, answer.to))}
        </p>
        {answer.verdicts.length === 0 ? (
          <p>{stored.noVerdict}</p>
        ) : (
          <>
            <p className="mt-1">{stored.verdicts(f.number(answer.verdicts.length))}</p>
            <ul className="list-disc ps-5">
              {answer.verdicts.map((change) => (
                <li key={change.offerId}>
                  <a href={`#${change.offerId}`} className="font-semibold">
                    {change.offerName}
                  </a>{' '}
                  {stored.verdict(t.common.verdict[change.from], t.common.verdict[change.to])}
                </li>
              ))}
            </ul>
          </>
        )}
        {allowed && (
          <form method="post" action={paths.actor(actorId)} className="mt-3">
            <input type="hidden" name="intent" value="undo" />
            <input type="hidden" name="change" value={answer.changeId} />
            <Button look="secondary" small>
              {answer.undone ? stored.redo : stored.undo}
            </Button>
          </form>
        )}
      </Notice>
    </div>
  )
}
