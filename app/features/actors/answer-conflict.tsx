import { Button, LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { FactId, FactValue } from '#app/domain/values/facts.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { factValueText } from '#app/i18n/fact-text.ts'
import { paths } from '#app/lib/paths.ts'
import { FACTS_PLACE } from './answer-place.ts'
import { factLabel } from './fact-lines.ts'

/** Two people answered the same fact: what the second wanted to store, and what stands there by now. */
export interface Conflict {
  readonly fact: FactId
  /** As sent, so that it can be sent again. */
  readonly values: readonly string[]
  readonly mine: FactValue | null
  readonly stored: FactValue | null
  /** Instant of the other answer, ISO with Z. */
  readonly changedAt: string
  /** State of the record with the other answer in it. */
  readonly version: string
}

/** Both values side by side, and the two ways on: nothing was overwritten. */
export function AnswerConflict({ actorId, conflict }: { actorId: string; conflict: Conflict }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const words = t.actors.conflict
  const text = (value: FactValue | null) =>
    value === null ? t.common.unknown : factValueText(locale, conflict.fact, value)
  return (
    <div id="bentrok" className="mb-8">
      <Notice kind="warning" live title={words.title}>
        <p>{words.text(factLabel(locale, conflict.fact), f.instant(conflict.changedAt))}</p>
        <dl className="my-3 grid gap-3 sm:grid-cols-2">
          <div className="rounded border border-line bg-surface p-3">
            <dt className="text-sm text-muted">{words.stored}</dt>
            <dd className="font-semibold">{text(conflict.stored)}</dd>
          </div>
          <div className="rounded border border-line bg-surface p-3">
            <dt className="text-sm text-muted">{words.mine}</dt>
            <dd className="font-semibold">{text(conflict.mine)}</dd>
          </div>
        </dl>
        <form method="post" action={paths.actor(actorId)} className="flex flex-wrap gap-3">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="version" value={conflict.version} />
          <input type="hidden" name="fact" value={conflict.fact} />
          <input type="hidden" name="place" value={FACTS_PLACE} />
          {conflict.values.map((value) => (
            <input key={value} type="hidden" name="value" value={value} />
          ))}
          <LinkButton href={paths.actor(actorId)} look="secondary">
            {words.keepStored}
          </LinkButton>
          <Button>{words.storeMine}</Button>
        </form>
      </Notice>
    </div>
  )
}
