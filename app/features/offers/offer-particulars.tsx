import type { ReactNode } from 'react'
import { ReasonLine, ReasonList } from '#app/components/reason-line.tsx'
import { ConfidenceMark } from '#app/components/tag.tsx'
import { coverageWords } from '#app/features/partners/coverage-words.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import type { PublishedOffer } from './published-offer.ts'

interface OfferProps {
  offer: PublishedOffer
  /** Labels of the regions the offer names, by code. */
  regionNames: Readonly<Record<string, string>>
  /** Most places named one by one. */
  places: number
}

/** What an offer is for, where and when it holds, and how many places there are. */
export function OfferParticulars({ offer, regionNames, places }: OfferProps) {
  const messages = useMessages()
  const t = messages.partners.profile
  const f = useFormat()
  const locale = useLocale()
  const labels = (kind: 'need' | 'sector', ids: readonly string[]) =>
    f.list(ids.map((id) => termLabel(locale, kind, id)))
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Detail label={t.needs}>{labels('need', offer.needs)}</Detail>
      <Detail label={t.sectors}>{labels('sector', offer.sectors)}</Detail>
      <Detail label={t.clusters}>
        {f.list(offer.clusters.map((id) => messages.partners.cluster(id, termLabel(locale, 'cluster', id))))}
      </Detail>
      <Detail label={messages.partners.coverage.label}>
        {coverageWords(offer.coverage, regionNames, messages.partners.coverage, f, places)}
      </Detail>
      <Detail label={t.window}>{windowWords(offer, t, f)}</Detail>
      <Detail label={t.capacity}>{capacityWords(offer, locale, t, f)}</Detail>
    </dl>
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

/** The partner's rules as its sources state them, each with how sure the source is. */
export function OfferConditions({ offer }: { offer: PublishedOffer }) {
  const t = useMessages().partners.profile
  const locale = useLocale()
  if (offer.conditions.length === 0) return <p className="text-muted">{t.noConditions}</p>
  return (
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
  )
}

type ProfileMessages = ReturnType<typeof useMessages>['partners']['profile']
type Format = ReturnType<typeof useFormat>

function windowWords(offer: PublishedOffer, t: ProfileMessages, f: Format): string {
  const { opens, closes } = offer.window
  if (opens && closes) return t.windowBetween(f.day(opens), f.day(closes))
  if (opens) return t.windowFrom(f.day(opens))
  if (closes) return t.windowUntil(f.day(closes))
  return t.windowNone
}

function capacityWords(offer: PublishedOffer, locale: 'id' | 'en', t: ProfileMessages, f: Format): ReactNode {
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
