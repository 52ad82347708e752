import { Card } from '#app/components/card.tsx'
import { OfferConditions, OfferParticulars } from '#app/features/offers/offer-particulars.tsx'
import type { PublishedOffer } from '#app/features/offers/published-offer.ts'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { OfferStatusTag } from './offer-status-tag.tsx'

const PLACES_SHOWN = 12

/** One offer on its partner's profile. */
export function OfferSection({
  offer,
  regionNames,
}: {
  offer: PublishedOffer
  regionNames: Readonly<Record<string, string>>
}) {
  const t = useMessages().partners.profile
  const locale = useLocale()
  return (
    <Card
      id={offer.id}
      title={<a href={paths.offer(offer.id)}>{offer.name}</a>}
      marks={<OfferStatusTag status={offer.status} />}
      footer={<a href={paths.offer(offer.id)}>{t.seeActors}</a>}
    >
      <p className="text-muted">{termLabel(locale, 'tie', offer.tie)}</p>
      <div className="mt-3">
        <OfferParticulars offer={offer} regionNames={regionNames} places={PLACES_SHOWN} />
      </div>
      <div className="mt-4">
        {offer.conditions.length > 0 && <h4 className="mb-2 font-semibold">{t.conditions}</h4>}
        <OfferConditions offer={offer} />
      </div>
    </Card>
  )
}
