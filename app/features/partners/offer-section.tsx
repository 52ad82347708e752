import type { ReactNode } from 'react'
import { Card } from '#app/components/card.tsx'
import { ReasonLine, ReasonList } from '#app/components/reason-line.tsx'
import { ConfidenceMark } from '#app/components/tag.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { coverageWords } from './coverage-words.ts'
import { OfferStatusTag } from './offer-status-tag.tsx'

const PLACES_SHOWN = 12

/** One offer on its partner's profile. */
export function OfferSection({
  offer,
  regionNames,
}: {
  offer: OfferDetail
  regionNames: Readonly<Record<string, string>>
}) {
  const messages = useMessages()
  const t = messages.partners.profile
  const f = useFormat()
  const locale = useLocale()
  const labels = (kind: 'need' | 'sector', ids: readonly string[]) =>
    f.list(ids.map((id) => termLabel(locale, kind, id)))
  return (
    <Card
      id={offer.id}
      title={<a href={paths.offer(offer.id)}>{offer.name}</a>}
      marks={<OfferStatusTag status={offer.status} />}
      footer={<a href={paths.offer(offer.id)}>{t.seeActors}</a>}
    >
      <p className="text-muted">{termLabel(locale, 'tie', offer.tie)}</p>
      <dl className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Detail label={t.needs}>{labels('need', offer.needs)}</Detail>
        <Detail label={t.sectors}>{labels('sector', offer.sectors)}</Detail>
        <Detail label={t.clusters}>
          {f.list(offer.clusters.map((id) => messages.partners.cluster(id, termLabel(locale, 'cluster', id))))}
        </Detail>
        <Detail label={messages.partners.coverage.label}>
          {coverageWords(offer.coverage, regionNames, messages.partners.coverage, f, PLACES_SHOWN)}
        </Detail>
        <Detail label={t.window}>{windowWords(offer, t, f)}</Detail>
        <Detail label={t.capacity}>{capacityWords(offer, locale, t, f)}</Detail>
      </dl>
      <Conditions offer={offer} />
    </Card>
  )
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Conditions({ offer }: { offer: OfferDetail }) {
  const t = useMessages().partners.profile
  const locale = useLocale()
  if (offer.conditions.length === 0) return <p className="mt-4 text-muted">{t.noConditions}</p>
  return (
    <div className="mt-4">
      <h4 className="mb-2 font-semibold">{t.conditions}</h4>
      <ReasonList label={t.conditions}>
        {offer.conditions.map((condition, at) => (
          <ReasonLine
            key={at}
            result="info"
            text={
              <>
                {locale === 'id' ? condition.textId : condition.textEn} <ConfidenceMark level={condition.confidence} />
              </>
            }
            measure={condition.fact === 'partner_checked' ? t.partnerChecks : undefined}
          />
        ))}
      </ReasonList>
    </div>
  )
}

type ProfileMessages = ReturnType<typeof useMessages>['partners']['profile']
type Format = ReturnType<typeof useFormat>

function windowWords(offer: OfferDetail, t: ProfileMessages, f: Format): string {
  const { opens, closes } = offer.window
  if (opens && closes) return t.windowBetween(f.day(opens), f.day(closes))
  if (opens) return t.windowFrom(f.day(opens))
  if (closes) return t.windowUntil(f.day(closes))
  return t.windowNone
}

function capacityWords(offer: OfferDetail, locale: 'id' | 'en', t: ProfileMessages, f: Format): ReactNode {
  const { slots, unit, asOf } = offer.capacity
  const parts = [
    slots === null ? null : t.capacitySlots(f.number(slots), unit ? termLabel(locale, 'capacity_unit', unit) : ''),
    offer.capacityPeriod ? t.capacityPeriod(offer.capacityPeriod) : null,
    asOf ? t.capacityAsOf(f.day(asOf)) : null,
  ].filter((part) => part !== null)
  return (
    <>
      {parts.length > 0 ? parts.join(', ') : t.capacityUnknown}
      {offer.capacityNote && (
        <span lang="id" className="block text-sm text-muted">
          {offer.capacityNote}
        </span>
      )}
    </>
  )
}
