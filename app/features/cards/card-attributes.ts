/** What a card shows, in the order in which it is kept when there are few alike: the offers first, her need last. */
export const CARD_ATTRIBUTES = [
  'kesiapan',
  'penawaran',
  'provinsi',
  'kabkota',
  'klaster',
  'produk',
  'kebutuhan',
] as const
export type CardAttribute = (typeof CARD_ATTRIBUTES)[number]

export const CARDS_PER_PAGE = 24

/** What a partner can ask for; offers one by one, although a card shows several. */
export type CardFilter = Readonly<Partial<Record<CardAttribute, string>>>

/** Reads a query string; what is not understood is passed over. */
export function readCardFilter(query: URLSearchParams): CardFilter {
  return Object.fromEntries(
    CARD_ATTRIBUTES.flatMap((attribute) => {
      const value = query.get(attribute) ?? ''
      return /^[A-Za-z0-9._-]{1,80}$/.test(value) ? [[attribute, value]] : []
    }),
  )
}

/** Several offers in one shown value. */
export const OFFER_SEPARATOR = '|'

/** What a group shows under an attribute, as the values a filter can name. */
export function valuesShown(shown: readonly (string | null)[], attribute: CardAttribute): readonly string[] {
  const value = shown[CARD_ATTRIBUTES.indexOf(attribute)] ?? null
  if (value === null) return []
  return attribute === 'penawaran' ? value.split(OFFER_SEPARATOR) : [value]
}
