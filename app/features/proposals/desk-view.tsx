import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { DeskRefusal } from './desk-action.server.ts'
import { DeskInbox } from './desk-inbox.tsx'
import { DeskOfferCard } from './desk-offer-card.tsx'
import type { DeskPage } from './desk-page.server.ts'
import { DeskRequests } from './desk-requests.tsx'
import { LikelihoodNote } from './new-proposal-view.tsx'
import { RateFigure } from './proposal-list-view.tsx'

/** What went wrong at a field, and what stood in it. */
export interface DeskFields {
  error(field: string): { error?: string }
  /** What was typed into a field of the refused form; else what is on record. */
  typed(name: string, stored: string): string
}

/** A partner's own desk: what waits, whom its offers could serve, its places and rules, requests, and its record. */
export function DeskView({ page, refusal }: { page: DeskPage; refusal: DeskRefusal | null }) {
  const t = useMessages()
  const d = t.desk
  const fields: DeskFields = {
    error: (field) => {
      const message = refusal?.errors.find((one) => one.field === field)?.message
      return message ? { error: message } : {}
    },
    typed: (name, stored) => refusal?.typed[name] ?? stored,
  }
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader title={d.title} intro={d.intro(page.partnerName)} />
      <div className="space-y-12">
        <Section id="kotak-masuk" title={d.inbox.title}>
          <DeskInbox inbox={page.inbox} fields={fields} />
        </Section>
        <Section id="tempat" title={d.capacity.title}>
          <ul className="space-y-4">
            {page.offers.map((one) => (
              <li key={one.offer.id}>
                <DeskOfferCard one={one} fields={of(one.offer.id, refusal, fields)} />
              </li>
            ))}
          </ul>
        </Section>
        <Section id="permintaan" title={d.ask.title}>
          <DeskRequests page={page} fields={refusal?.typed.intent === 'ask' ? fields : untyped(fields)} />
        </Section>
        <Section id="rekam-jejak" title={d.record.title}>
          <Record page={page} />
        </Section>
        <Section id="waktu" title={d.preferences.title}>
          <form method="post" className="flex max-w-md flex-wrap items-end gap-3">
            <TextField
              name="hari"
              label={d.preferences.days}
              hint={d.preferences.hint}
              {...fields.error('hari')}
              input={{ inputMode: 'numeric', defaultValue: fields.typed('hari', String(page.responseDays)) }}
            />
            <Button look="secondary" name="intent" value="days">
              {d.preferences.save}
            </Button>
          </form>
        </Section>
      </div>
    </>
  )
}

/** The fields of a form that is not the refused one: nothing was typed there. */
const untyped = (fields: DeskFields): DeskFields => ({ ...fields, typed: (_name, stored) => stored })

/** The fields of one offer: several offers share their names. */
function of(offerId: string, refusal: DeskRefusal | null, fields: DeskFields): DeskFields {
  return refusal?.typed.penawaran === offerId ? fields : untyped(fields)
}

/** The partner's own rates, each with what it is a share of, and how likely it answers. */
function Record({ page }: { page: DeskPage }) {
  const t = useMessages()
  const f = useFormat()
  const { rates } = page
  if (rates.answered.of === 0) return <p className="text-muted">{t.desk.record.none}</p>
  return (
    <>
      {page.demoReferrals > 0 && (
        <p className="mb-3 text-muted">{t.proposals.rates.demo(f.number(page.demoReferrals))}</p>
      )}
      <div className="grid gap-6 sm:grid-cols-3">
        <RateFigure rate={rates.helped} label={t.proposals.rates.helped} />
        <RateFigure rate={rates.answered} label={t.proposals.rates.answered} />
        <RateFigure rate={rates.closedLoop} label={t.proposals.rates.closedLoop} />
      </div>
      <div className="mt-4">
        <LikelihoodNote likelihood={page.likelihood} />
      </div>
    </>
  )
}
