import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { SelectField } from '#app/components/field.tsx'
import { DemoTag, Tag } from '#app/components/tag.tsx'
import { WITHDRAWAL_REASONS } from '#app/domain/consent/receipt.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ReceiptLine } from './consent-page.server.ts'
import { EvidencePart } from './evidence-part.tsx'

const LOOK = {
  valid: { tone: 'leaf', icon: 'check' },
  expired: { tone: 'turmeric', icon: 'calendar' },
  not_yet: { tone: 'turmeric', icon: 'calendar' },
  withdrawn: { tone: 'brick', icon: 'cross' },
} as const

/** One consent: to whom, for what, which data, until when, and the way to take it back. */
export function ReceiptCard(props: { actorId: string; receipt: ReceiptLine; mayRecord: boolean }) {
  const t = useMessages().consents
  const f = useFormat()
  const { receipt } = props
  return (
    <Card
      id={receipt.id}
      title={receipt.partner.name}
      marks={
        <>
          <Tag {...LOOK[receipt.state]}>{t.states[receipt.state]}</Tag>
          {receipt.isDemo && <DemoTag />}
        </>
      }
      footer={
        props.mayRecord && receipt.state !== 'withdrawn' ? (
          <Withdraw actorId={props.actorId} receipt={receipt} />
        ) : undefined
      }
    >
      <p className="font-semibold">{t.purposes[receipt.purpose]}</p>
      <p>{t.shares(f.list(receipt.fields.map((field) => t.fields[field as keyof typeof t.fields])))}</p>
      <p className="text-muted">
        {t.given(f.day(receipt.givenOn), t.methods[receipt.method])} {t.until(f.day(receipt.expiresOn))}
      </p>
      <EvidencePart actorId={props.actorId} receipt={receipt} mayRecord={props.mayRecord} />
      {receipt.withdrawn && (
        <p className="text-brick">{t.withdrawnOn(f.day(receipt.withdrawn.on), t.reasons[receipt.withdrawn.reason])}</p>
      )}
    </Card>
  )
}

function Withdraw({ actorId, receipt }: { actorId: string; receipt: ReceiptLine }) {
  const t = useMessages().consents
  return (
    <details>
      <summary className="inline-block min-h-11 py-2 font-semibold text-brick">{t.withdraw.open}</summary>
      <form
        method="post"
        action={paths.actorConsents(actorId)}
        className="max-w-prose space-y-3 pt-2 text-base text-ink"
      >
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="izin" value={receipt.id} />
        <p>{t.withdraw.text(receipt.partner.name)}</p>
        <SelectField
          id={`sebab-${receipt.id}`}
          name="sebab"
          label={t.withdraw.reason}
          value="her_wish"
          options={WITHDRAWAL_REASONS.map((reason) => ({ value: reason, label: t.reasons[reason] }))}
        />
        <Button look="danger">{t.withdraw.button}</Button>
      </form>
    </details>
  )
}
