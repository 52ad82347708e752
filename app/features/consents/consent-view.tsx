import { LinkButton } from '#app/components/button.tsx'
import { CardList } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { AboutActorHeader } from '#app/features/actors/about-actor-header.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { EMPTY_DRAFT } from './consent-form.ts'
import type { ConsentPage, ReceiptLine } from './consent-page.server.ts'
import { ReceiptCard } from './receipt-card.tsx'
import type { ConsentRefused } from './record-consent.server.ts'
import { RecordForm } from './record-form.tsx'

/** What she allows whom, what has ended, and the form for a new consent. */
export function ConsentView({ page, refusal }: { page: ConsentPage; refusal: ConsentRefused | null }) {
  const t = useMessages()
  const f = useFormat()
  const { actor } = page
  const counts = page.receipts.filter((receipt) => receipt.state === 'valid').length
  return (
    <>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {page.done && (
        <div id="tercatat" className="mb-6">
          <Notice
            kind={page.done.kind === 'withdrawn' && page.done.isStillAllowed ? 'warning' : 'success'}
            live
            title={t.consents.done[page.done.kind](page.done.partner)}
          >
            {page.done.kind === 'withdrawn' &&
              (page.done.isStillAllowed ? t.consents.done.stillAllowed : t.consents.done.effects[page.done.purpose])}
          </Notice>
        </div>
      )}
      {page.evidence && (
        <div id="bukti" className="mb-6">
          <Notice
            kind={page.evidence === 'kept' ? 'success' : 'error'}
            live
            title={page.evidence === 'kept' ? t.consents.evidence.kept : t.consents.evidence.problems[page.evidence]}
          />
        </div>
      )}
      <AboutActorHeader
        actor={actor}
        title={t.consents.title(actor.name ?? actor.code)}
        intro={t.consents.intro}
        actions={
          <LinkButton href={paths.actorConsentForm(actor.id)} look="secondary" icon="print">
            {t.consents.blank}
          </LinkButton>
        }
      />
      <div className="space-y-10">
        {page.receipts.length === 0 ? (
          <EmptyState title={t.consents.empty.title} text={t.consents.empty.text} />
        ) : (
          <>
            <Group id="berlaku" title={t.consents.valid(f.number(counts))} page={page} isValid />
            <Group id="lampau" title={t.consents.past} page={page} />
          </>
        )}
        {page.mayRecord && (
          <RecordForm page={page} draft={refusal?.draft ?? EMPTY_DRAFT} errors={refusal?.errors ?? []} />
        )}
      </div>
    </>
  )
}

function Group(props: { id: string; title: string; page: ConsentPage; isValid?: boolean }) {
  const t = useMessages().consents
  const { page } = props
  const shown: readonly ReceiptLine[] = page.receipts.filter(
    (receipt) => (receipt.state === 'valid') === (props.isValid ?? false),
  )
  if (shown.length === 0 && !props.isValid) return null
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="mb-3 text-xl">
        {props.title}
      </h2>
      {shown.length === 0 ? (
        <p className="text-muted">{t.noneValid}</p>
      ) : (
        <CardList columns={2}>
          {shown.map((receipt) => (
            <ReceiptCard key={receipt.id} actorId={page.actor.id} receipt={receipt} mayRecord={page.mayRecord} />
          ))}
        </CardList>
      )}
    </section>
  )
}
