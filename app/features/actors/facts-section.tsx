import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { ActorPage } from './actor-page.server.ts'
import { AnswerForm } from './answer-form.tsx'
import { FACTS_PLACE, type RefusedAnswer } from './answer-place.ts'
import { useAnswering } from './answering.tsx'
import type { FactLine } from './fact-lines.ts'
import { Section } from './section.tsx'

/** Every fact, unknown ones first; each can be answered or corrected in its place. */
export function FactsSection({ page, refused }: { page: ActorPage; refused: RefusedAnswer | null }) {
  const t = useMessages().actors
  const f = useFormat()
  const known = page.facts.filter((line) => line.value !== null)
  const unknown = page.facts.filter((line) => line.value === null)
  return (
    <Section id="fakta" title={t.sections.facts}>
      <p className="text-sm text-muted">
        {t.facts.summary(f.number(known.length), f.number(page.facts.length))}.{' '}
        {page.recordedOn === null ? t.facts.notRecorded : t.facts.recorded(f.day(page.recordedOn))}
      </p>
      {unknown.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold text-turmeric">{t.facts.unknown}</h3>
          <p className="text-sm text-muted">{t.facts.unknownNote}</p>
          <FactList page={page} lines={unknown} refused={refused} />
        </>
      )}
      {known.length > 0 && (
        <>
          <h3 className="mt-5 font-semibold">{t.facts.known}</h3>
          <FactList page={page} lines={known} refused={refused} />
        </>
      )}
    </Section>
  )
}

interface FactListProps {
  page: ActorPage
  lines: readonly FactLine[]
  refused: RefusedAnswer | null
}

function FactList({ page, lines, refused }: FactListProps) {
  return (
    <ul className="mt-2 divide-y divide-line border-y border-line">
      {lines.map((line) => (
        <Fact key={line.fact} page={page} line={line} refused={refused} />
      ))}
    </ul>
  )
}

/** A row that unfolds into the form of its fact, where the reader may answer. */
function Fact({ page, line, refused }: { page: ActorPage; line: FactLine; refused: RefusedAnswer | null }) {
  const t = useMessages()
  const { answer } = t.actors
  if (!useAnswering().allowed) {
    return (
      <li className="min-h-11 py-2">
        <FactWords page={page} line={line} />
      </li>
    )
  }
  return (
    <li>
      <details open={refused?.fact === line.fact && refused.place === FACTS_PLACE}>
        <summary className="bare flex min-h-11 items-center justify-between gap-4 py-2">
          <FactWords page={page} line={line} />
          <span className="no-print shrink-0 text-sm text-accent underline underline-offset-4">
            {line.text === null ? answer.fill : answer.change}
          </span>
        </summary>
        <div className="pt-1 pb-4">
          <p className="mb-2">{t.match.question[line.fact]}</p>
          <AnswerForm actorId={page.id} fact={line.fact} place={FACTS_PLACE} value={line.value} refused={refused} />
        </div>
      </details>
    </li>
  )
}

/** A fact and what is known of it. A date stands only where it is not that of the whole record. */
function FactWords({ page, line }: { page: ActorPage; line: FactLine }) {
  const { facts } = useMessages().actors
  const f = useFormat()
  const known = line.text !== null
  const ownDate = known && line.asOf !== page.recordedOn
  return (
    <span className="min-w-0">
      <span className={known ? 'block text-sm text-muted' : undefined}>{line.label}</span>
      {known && <span className="font-semibold">{line.text}</span>}
      {ownDate && (
        <span className="text-sm text-muted">
          {' '}
          ({line.asOf === null ? facts.noDate : facts.asOf(f.day(line.asOf))})
        </span>
      )}
    </span>
  )
}
