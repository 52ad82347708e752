import { useLocale, useMessages } from '#app/i18n/context.tsx'
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

/** The label of a facet's value in the language of the page. */
export function useValueLabel(regionNames: Readonly<Record<string, string>>) {
  const locale = useLocale()
  const t = useMessages().partners
  return (facet: PartnerFacet, value: string): string => {
    const kind = KINDS[facet]
    if (kind === undefined) return regionNames[value] ?? value
    const label = termLabel(locale, kind, value)
    return facet === 'klaster' ? t.cluster(value, label) : label
  }
}
