import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { AnswerPage } from './answer-page.server.ts'
import type { StepRefusalView } from './proposal-action.server.ts'
import { Due } from './proposal-list-view.tsx'
import { ProposedActors } from './proposed-actors.tsx'
import { StateTag } from './state-tag.tsx'
import { StepsPanel } from './steps-panel.tsx'

/** What the link of a letter opens: the proposal and its answer, what became of it, or why the link no longer answers. */
export function AnswerView({ answer, refusal }: { answer: AnswerPage; refusal: StepRefusalView | null }) {
  const t = useMessages()
  const d = t.desk.link
  if (answer.kind === 'thanks') {
    const { title, text } = d.thanks[answer.state]
    return (
      <>
        <PageHeader title={title} />
        <Notice kind="success" live>
          {text}
        </Notice>
      </>
    )
  }
  if (answer.kind === 'dead') {
    const { title, text } = d.dead[answer.why]
    return (
      <>
        <PageHeader title={title} intro={text} />
        {answer.state && <Notice>{d.stateNow(t.proposals.states[answer.state])}</Notice>}
      </>
    )
  }
  return <OpenAnswer page={answer.page} refusal={refusal} />
}

function OpenAnswer({
  page,
  refusal,
}: {
  page: Extract<AnswerPage, { kind: 'open' }>['page']
  refusal: StepRefusalView | null
}) {
  const t = useMessages()
  const f = useFormat()
  const onlyAnswers = {
    ...page,
    steps: page.steps.filter((step) => step === 'accept' || step === 'decline' || step === 'ask'),
  }
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader
        title={page.offerName}
        kicker={t.desk.link.title}
        intro={t.desk.link.intro}
        marks={<StateTag state={page.proposal.state} />}
      />
      <div className="max-w-3xl space-y-8">
        <p>
          {[page.partnerName, page.regencyName, t.proposals.actors(f.number(page.actors.length))]
            .filter(Boolean)
            .join('; ')}
        </p>
        {page.dueOn && (
          <p>
            {t.proposals.page.due}: <Due dueOn={page.dueOn} daysLeft={page.daysLeft ?? 0} />
          </p>
        )}
        {page.proposal.note && <p className="border-s-4 border-line ps-3">{page.proposal.note}</p>}
        <StepsPanel page={onlyAnswers} refusal={refusal} />
        <ProposedActors page={page} />
      </div>
    </>
  )
}
