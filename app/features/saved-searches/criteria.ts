import { actorSearches } from '#app/features/actors/actor-search.ts'
import { actorValueLabel } from '#app/features/actors/use-actor-value-label.ts'
import type { FacetSearch, SearchMachine } from '#app/features/finder/facet-search.ts'
import { partnerSearches } from '#app/features/partners/partner-search.ts'
import { valueLabel } from '#app/features/partners/use-value-label.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { SavedTarget } from './saved-target.ts'

type RegionNames = Readonly<Record<string, string>>

/** What a search asks, in the words of its page: the text in quotation marks, then every chosen value. */
export function criteriaOf(target: SavedTarget, locale: Locale, regionNames: RegionNames): string[] {
  const labels =
    target.list === 'mitra'
      ? valuesOf(partnerSearches, target.search, valueLabel(locale, regionNames))
      : valuesOf(actorSearches, target.search, actorValueLabel(locale, regionNames))
  const { q } = target.search
  return q === '' ? labels : [messagesFor(locale).saved.words(q), ...labels]
}

function valuesOf<F extends string>(
  machine: SearchMachine<F>,
  search: FacetSearch<F>,
  label: (facet: F, value: string) => string,
): string[] {
  return machine.facets.flatMap((facet) => search.filters[facet].map((value) => label(facet, value)))
}
