import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { ActorPage } from './actor-page.server.ts'
import { AnswerForm } from './answer-form.tsx'
import { ASK_PLACE, type RefusedAnswer } from './answer-place.ts'
import { Section } from './section.tsx'

/** The one question that settles most, with its answer. */
export function AskNextPanel({ page, refused }: { page: ActorPage; refused: RefusedAnswer | null }) {
  const t = useMessages()
  const f = useFormat()
  const { askNext } = page
  return (
    <Section
      id="pertanyaan"
      title={t.actors.sections.ask}
      className="rounded-lg border border-accent bg-surface p-4 sm:p-5"
    >
      {askNext === null ? (
        <p>
          {page.counts.undecided > 0 ? t.actors.ask.partnerOnly(f.number(page.counts.undecided)) : t.actors.ask.nothing}
        </p>
      ) : (
        <>
          <p className="mb-3 text-lg font-semibold">{t.match.question[askNext.fact]}</p>
          <AnswerForm actorId={page.id} fact={askNext.fact} place={ASK_PLACE} refused={refused} />
          <p className="mt-3 text-sm text-muted">
            {t.actors.ask.touches(f.number(askNext.touches))}{' '}
            {askNext.settles > 0 && t.actors.ask.settles(f.number(askNext.settles))}
          </p>
        </>
      )}
    </Section>
  )
}
