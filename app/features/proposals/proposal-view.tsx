import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ShareBox } from '#app/components/share-box.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { DOCUMENT_LIMIT, type UploadProblem } from '#app/features/documents/upload-problem.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { LikelihoodNote } from './new-proposal-view.tsx'
import type { StepRefusalView } from './proposal-action.server.ts'
import { Due } from './proposal-list-view.tsx'
import type { ProposalPage } from './proposal-page.server.ts'
import { ProposedActors } from './proposed-actors.tsx'
import { proposalText } from './share-text.ts'
import { StateTag } from './state-tag.tsx'
import { StepsPanel } from './steps-panel.tsx'

/** One proposal: what can be done now, who it is about, what was said and done, and its papers. */
export function ProposalView(props: {
  page: ProposalPage
  refusal: StepRefusalView | null
  fileProblem: UploadProblem | null
}) {
  const { page, refusal } = props
  const t = useMessages()
  const p = t.proposals.page
  const { proposal } = page
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      {props.fileProblem && (
        <ErrorSummary errors={[{ field: 'berkas', message: t.common.upload.problems[props.fileProblem] }]} />
      )}
      <PageHeader
        title={page.offerName}
        kicker={proposal.origin === 'office' ? p.kicker(page.partnerName) : p.kickerFrom(page.partnerName)}
        trail={[{ href: paths.proposals(), label: t.proposals.title }]}
        marks={
          <>
            <StateTag state={proposal.state} />
            {proposal.is_demo === 1 && <DemoTag />}
          </>
        }
        actions={
          <LinkButton href={paths.proposalSheet(proposal.id)} look="secondary" icon="print" small>
            {p.sheet}
          </LinkButton>
        }
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          <StepsPanel page={page} refusal={refusal} />
          <ProposedActors page={page} />
          <Thread page={page} />
        </div>
        <div className="space-y-10">
          <Facts page={page} />
          <Files page={page} problem={props.fileProblem} />
          <Share page={page} />
        </div>
      </div>
    </>
  )
}

function Facts({ page }: { page: ProposalPage }) {
  const t = useMessages().proposals
  const f = useFormat()
  const { proposal } = page
  const lines: [string, React.ReactNode][] = [
    ...(page.regencyName === null ? [] : [[t.page.district, page.regencyName] as [string, string]]),
    ...(proposal.sent_on ? [[t.page.sent, f.day(proposal.sent_on)] as [string, string]] : []),
    ...(page.dueOn
      ? [[t.page.due, <Due key="due" dueOn={page.dueOn} daysLeft={page.daysLeft ?? 0} />] as [string, React.ReactNode]]
      : []),
    ...(proposal.referred_on ? [[t.page.referred, f.day(proposal.referred_on)] as [string, string]] : []),
    [t.page.places, page.placesLeft === null ? t.page.placesUnknown : f.number(page.placesLeft)],
    [t.page.policy, proposal.policy_version],
  ]
  return (
    <Section id="keterangan-usulan" title={t.page.facts}>
      <dl className="space-y-2">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt className="text-sm text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {proposal.note && <p className="mt-3 border-s-4 border-line ps-3">{proposal.note}</p>}
      <div className="mt-4">
        <LikelihoodNote likelihood={page.likelihood} />
      </div>
      <p className="mt-3">
        <a href={paths.offer(proposal.offer_id)}>{t.page.offer}</a>
      </p>
    </Section>
  )
}

function Thread({ page }: { page: ProposalPage }) {
  const t = useMessages().proposals.page
  const f = useFormat()
  return (
    <Section id="percakapan" title={t.thread}>
      <ol className="space-y-3 border-s-2 border-line ps-4">
        {page.thread.map((entry) => (
          <li key={entry.id} className={entry.spoken ? 'rounded border border-line bg-surface p-3' : ''}>
            <p>
              <span className="font-semibold">{entry.title}</span>
              <span className="block text-sm text-muted">
                {entry.who}, {f.instant(entry.at)}
              </span>
            </p>
            {entry.body && <p className="mt-1 break-words whitespace-pre-line">{entry.body}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Files({ page, problem }: { page: ProposalPage; problem: UploadProblem | null }) {
  const { proposals, common } = useMessages()
  const t = proposals.page
  const f = useFormat()
  const { id } = page.proposal
  return (
    <Section id="lampiran" title={t.files} className="no-print">
      {page.files.length === 0 ? (
        <p className="text-muted">{t.noFiles}</p>
      ) : (
        <ul className="space-y-1">
          {page.files.map((file) => (
            <li key={file.id}>
              <a href={paths.proposalFile(id, file.id)} className="break-all">
                {file.name}
              </a>{' '}
              <span className="text-sm text-muted">({f.bytes(file.bytes)})</span>
            </li>
          ))}
        </ul>
      )}
      {page.mayWrite && (
        <form method="post" action={paths.proposalFiles(id)} encType="multipart/form-data" className="mt-4 space-y-3">
          <Field
            name="berkas"
            label={t.file}
            hint={t.filesHint(f.bytes(DOCUMENT_LIMIT))}
            {...(problem ? { error: common.upload.problems[problem] } : {})}
          >
            {(control) => (
              <input type="file" required accept=".pdf,.jpg,.jpeg,.png,.docx" {...control} className={CONTROL_LOOK} />
            )}
          </Field>
          <Button look="secondary" small>
            {t.addFile}
          </Button>
        </form>
      )}
    </Section>
  )
}

function Share({ page }: { page: ProposalPage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const text = proposalText(messagesFor(locale), f, page.paper)
  return (
    <Section id="bagikan" title={t.proposals.page.share} className="no-print">
      <p className="text-sm text-muted">{t.proposals.page.shareHint(f.number(text.length))}</p>
      <ShareBox id="teks-usulan" label={t.proposals.page.share} text={text} rows={8} />
    </Section>
  )
}
