import { UNKNOWN } from '#app/features/finder/facet-search.ts'
import { useLocale } from '#app/i18n/context.tsx'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { type TermKind, termLabel } from '#app/i18n/terms.ts'
import type { ActorFacet } from './actor-search.ts'

const KINDS: Readonly<Partial<Record<ActorFacet, TermKind>>> = {
  kebutuhan: 'need',
  sektor: 'sector',
  klaster: 'cluster',
  izin: 'permit',
}

/** The label of a facet's value in a language. */
export function actorValueLabel(locale: Locale, regionNames: Readonly<Record<string, string>>) {
  const t = messagesFor(locale).actors.list
  return (facet: ActorFacet, value: string): string => {
    if (value === UNKNOWN) return t.unknown[facet]
    const kind = KINDS[facet]
    if (kind === undefined) return regionNames[value] ?? value
    const label = termLabel(locale, kind, value)
    return facet === 'klaster' ? t.cluster(value, label) : label
  }
}

/** The label of a facet's value in the language of the page. */
export function useActorValueLabel(regionNames: Readonly<Record<string, string>>) {
  return actorValueLabel(useLocale(), regionNames)
}
