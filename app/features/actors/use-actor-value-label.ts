import { UNKNOWN } from '#app/features/finder/facet-search.ts'
import { useLocale, useMessages } from '#app/i18n/context.tsx'
import { type TermKind, termLabel } from '#app/i18n/terms.ts'
import type { ActorFacet } from './actor-search.ts'

const KINDS: Readonly<Partial<Record<ActorFacet, TermKind>>> = {
  kebutuhan: 'need',
  sektor: 'sector',
  klaster: 'cluster',
  izin: 'permit',
}

/** The label of a facet's value in the language of the page. */
export function useActorValueLabel(regionNames: Readonly<Record<string, string>>) {
  const locale = useLocale()
  const t = useMessages().actors.list
  return (facet: ActorFacet, value: string): string => {
    if (value === UNKNOWN) return t.unknown[facet]
    const kind = KINDS[facet]
    if (kind === undefined) return regionNames[value] ?? value
    const label = termLabel(locale, kind, value)
    return facet === 'klaster' ? t.cluster(value, label) : label
  }
}
