import { Card } from '#app/components/card.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import type { CardAttribute } from './card-attributes.ts'
import type { ActorCard, CardNames } from './card-page.server.ts'

/** The words for a value of a card. */
export type CardLabel = (attribute: CardAttribute, value: string) => string

export function useCardLabel(page: CardNames): CardLabel {
  const t = useMessages().cards
  const locale = useLocale()
  return (attribute, value) => {
    switch (attribute) {
      case 'kesiapan':
        return value === 'siap' ? t.ready : t.almost
      case 'penawaran':
        return page.offerNames[value] ?? value
      case 'provinsi':
      case 'kabkota':
        return page.regionNames[value] ?? value
      case 'klaster':
        return termLabel(locale, 'cluster', value)
      case 'produk':
        return termLabel(locale, 'sector', value)
      case 'kebutuhan':
        return termLabel(locale, 'need', value)
    }
  }
}

/** One card, without a name; with a box to choose it where it can be asked for. */
export function CardBox(props: {
  card: ActorCard
  label: CardLabel
  choose?: boolean
  level?: 3 | 5
  /** Leaves out the offers, where the card stands under one. */
  brief?: boolean
}) {
  const { card, label, choose = false, level = 3, brief = false } = props
  const t = useMessages().cards
  const d = useMessages().desk.shortlist
  const words = (attribute: CardAttribute) =>
    card.shown[attribute].map((value) => label(attribute, value)).join('; ') || t.hidden
  const place = card.shown.kabkota.length > 0 ? words('kabkota') : words('provinsi')
  const lines = [
    [t.attribute.produk, words('produk')],
    [t.attribute.kabkota, place],
    [t.attribute.klaster, words('klaster')],
    [t.attribute.kebutuhan, words('kebutuhan')],
    ...(brief ? [] : [[t.attribute.penawaran, words('penawaran')] as const]),
  ] as const
  return (
    <Card
      title={t.card(card.code)}
      level={level}
      marks={card.shown.kesiapan.length > 0 && <Tag tone="accent">{words('kesiapan')}</Tag>}
    >
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1 text-sm">
        {lines.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {choose && (
        <label className="mt-3 flex min-h-11 items-center gap-3 border-t border-line pt-2">
          <input type="checkbox" name="kartu" value={card.code} className="size-5 shrink-0" />
          {d.select(card.code)}
        </label>
      )}
    </Card>
  )
}
