import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { HiddenLine } from '#app/features/matches/hidden-line.tsx'
import { VerdictSummary } from '#app/features/matches/verdict-summary.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { ActorHeader } from './actor-header.tsx'
import type { ActorPage } from './actor-page.server.ts'
import { AnswerConflict, type Conflict } from './answer-conflict.tsx'
import { ASK_PLACE, answerControlId, FACTS_PLACE, type RefusedAnswer } from './answer-place.ts'
import { AnsweringProvider } from './answering.tsx'
import { AskNextPanel } from './ask-next-panel.tsx'
import { FactsSection } from './facts-section.tsx'
import { NeedGroupList } from './need-group-list.tsx'
import { PackageSection } from './package-section.tsx'
import { Section } from './section.tsx'
import { ShareSection } from './share-section.tsx'
import { StoredAnswerNotice } from './stored-answer-notice.tsx'
import { WhyNotList } from './why-not-list.tsx'

/** What was refused: an answer, the taking back of one (a plain text), or an answer somebody else was quicker with. */
export interface Refusal {
  readonly answer: RefusedAnswer | null
  readonly undo: string | null
  readonly conflict: Conflict | null
}

/** The profile of an actor with her matches. On a wide screen the question and the facts stand beside the matches. */
export function ActorView({ page, refusal }: { page: ActorPage; refusal: Refusal | null }) {
  const t = useMessages()
  const f = useFormat()
  const refused = shownWhere(page, refusal?.answer ?? null)
  const total = page.counts.eligible + page.counts.undecided + page.counts.ineligible
  return (
    <AnsweringProvider value={{ allowed: page.mayAnswer, version: page.version }}>
      {refused && (
        <ErrorSummary errors={[{ field: answerControlId(refused.place, refused.fact), message: refused.message }]} />
      )}
      {refusal?.undo && (
        <div className="mb-6">
          <Notice kind="error" live>
            {refusal.undo}
          </Notice>
        </div>
      )}
      {refusal?.conflict && <AnswerConflict actorId={page.id} conflict={refusal.conflict} />}
      {page.answer && <StoredAnswerNotice actorId={page.id} answer={page.answer} />}
      <ActorHeader page={page} />
      <Contents />
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2 lg:row-start-1">
          <AskNextPanel page={page} refused={refused} />
        </div>
        <div className="min-w-0 space-y-12 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <PackageSection page={page} />
          <Section id="kecocokan" title={t.actors.sections.matches}>
            <div className="mb-6">
              <VerdictSummary counts={page.counts} of={t.actors.counts(f.number(total))} />
            </div>
            <NeedGroupList page={page} />
            <HiddenLine hidden={page.hidden} />
          </Section>
          <Section id="belum" title={t.actors.sections.whyNot}>
            <WhyNotList page={page} />
          </Section>
        </div>
        <div className="space-y-12 lg:col-start-2 lg:row-start-2">
          <FactsSection page={page} refused={refused} />
          <ShareSection page={page} />
        </div>
      </div>
    </AnsweringProvider>
  )
}

/** The next question may be another one by now; then the answer is shown among the facts. */
function shownWhere(page: ActorPage, refused: RefusedAnswer | null): RefusedAnswer | null {
  if (refused?.place !== ASK_PLACE || page.askNext?.fact === refused.fact) return refused
  return { ...refused, place: FACTS_PLACE }
}

function Contents() {
  const t = useMessages().actors
  const links = [
    ['paket', t.profile.jump.package],
    ['kecocokan', t.profile.jump.matches],
    ['belum', t.profile.jump.whyNot],
    ['fakta', t.profile.jump.facts],
    ['bagikan', t.profile.jump.share],
  ] as const
  return (
    <nav aria-label={t.profile.onThisPage} className="no-print mb-6 lg:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {links.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-9 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
