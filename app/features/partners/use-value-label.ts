import { useLocale } from '#app/i18n/context.tsx'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { type TermKind, termLabel } from '#app/i18n/terms.ts'
import type { PartnerFacet } from './partner-search.ts'

const KINDS: Readonly<Partial<Record<PartnerFacet, TermKind>>> = {
  kebutuhan: 'need',
  sektor: 'sector',
  klaster: 'cluster',
  ikatan: 'tie',
  jenis: 'partner_type',
  status: 'programme_status',
}

/** The label of a facet's value in a language. */
export function valueLabel(locale: Locale, regionNames: Readonly<Record<string, string>>) {
  const t = messagesFor(locale).partners
  return (facet: PartnerFacet, value: string): string => {
    const kind = KINDS[facet]
    if (kind === undefined) return regionNames[value] ?? value
    const label = termLabel(locale, kind, value)
    return facet === 'klaster' ? t.cluster(value, label) : label
  }
}

/** The label of a facet's value in the language of the page. */
export function useValueLabel(regionNames: Readonly<Record<string, string>>) {
  return valueLabel(useLocale(), regionNames)
}
