import { Card } from '#app/components/card.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { coverageWords } from './coverage-words.ts'
import { MarkedText } from './marked-text.tsx'
import { OfferStatusTag } from './offer-status-tag.tsx'
import type { OfferLine, PartnerCardData } from './partner-cards.server.ts'

type RegionNames = Readonly<Record<string, string>>

const OFFERS_SHOWN = 3
const NEEDS_SHOWN = 3
const PLACES_SHOWN = 2

/** A partner in a list: who, what it offers that matches, and where. */
export function PartnerCard(props: { card: PartnerCardData; regionNames: RegionNames; level: 2 | 3 }) {
  const t = useMessages().partners
  const f = useFormat()
  const locale = useLocale()
  const { card } = props
  const more = card.offers.length - OFFERS_SHOWN
  return (
    <Card
      level={props.level}
      href={paths.partner(card.id)}
      title={<MarkedText pieces={card.name} />}
      marks={<Tag>{termLabel(locale, 'partner_type', card.type)}</Tag>}
    >
      {card.alias && (
        <p className="text-sm text-muted">
          {t.card.alias} <MarkedText pieces={card.alias} />
        </p>
      )}
      {card.snippet && (
        <p className="text-sm text-muted">
          <MarkedText pieces={card.snippet} />
        </p>
      )}
      <ul className="mt-1 divide-y divide-line">
        {card.offers.slice(0, OFFERS_SHOWN).map((offer) => (
          <OfferItem key={offer.id} offer={offer} regionNames={props.regionNames} />
        ))}
      </ul>
      {more > 0 && <p className="mt-1 text-sm text-muted">{t.card.more(f.number(more))}</p>}
    </Card>
  )
}

function OfferItem({ offer, regionNames }: { offer: OfferLine; regionNames: RegionNames }) {
  const t = useMessages().partners
  const f = useFormat()
  const locale = useLocale()
  const needs = offer.needs.slice(0, NEEDS_SHOWN).map((need) => termLabel(locale, 'need', need))
  const moreNeeds = offer.needs.length - NEEDS_SHOWN
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a href={paths.offer(offer.id)} className="relative font-semibold">
          <MarkedText pieces={offer.name} />
        </a>
        <OfferStatusTag status={offer.status} />
      </div>
      <p className="text-sm text-muted">
        {termLabel(locale, 'tie', offer.tie)} · {needs.join(', ')}
        {moreNeeds > 0 && `, ${t.card.needsMore(f.number(moreNeeds))}`}
      </p>
      <p className="text-sm text-muted">{coverageWords(offer.coverage, regionNames, t.coverage, f, PLACES_SHOWN)}</p>
    </li>
  )
}
