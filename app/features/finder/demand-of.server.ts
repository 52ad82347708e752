import { readNeedPhrase } from '#app/intake/understand/need-words.ts'
import { readSectors } from '#app/intake/understand/read-sector.ts'
import type { SearchDemandRow } from '#db/schema/search-demand.ts'
import type { FacetKey, Filters } from '#search/engine.ts'
import { normalise } from '#search/text/normalise.ts'
import { isRegionCode, placesNamed } from '#search/text/places.ts'
import { queryWords } from '#search/text/query-terms.ts'
import { isKnownWord } from './known-words.server.ts'

/** Facets that say what is wanted and where; the others are the list's own and tell nothing of a gap. */
const KEPT = ['cluster', 'need', 'permit', 'province', 'regency', 'sector'] as const satisfies readonly FacetKey[]
/** Whoever writes one of these before a word is about to name a person. */
const PERSON =
  /\b(?:ibu|bu|bpk|bapak|pak|sdr|sdri|saudari|saudara|mbak|mba|mas|hj|haji|hajah|nyonya|ny|nama|bernama|nik|hp|wa|alamat)\b/u
/** More unknown words than this are more likely a name than slips. */
const MOST_UNKNOWN = 1

export type Demand = Pick<SearchDemandRow, 'words' | 'filters' | 'region' | 'sector' | 'need'>

/**
 * What a search that found nothing says of demand, without anything that could name or reach a person. Of a text with an @,
 * with digits, with a form of address or with several words that nobody knows, no word is kept; of any other only known ones.
 * @returns null when nothing is left to be counted.
 */
export function demandOf(text: string, filters: Filters): Demand | null {
  const words = keptWords(text)
  if (words === null) return null
  const kept = Object.fromEntries(
    KEPT.flatMap((facet) => {
      const values = (filters[facet] ?? []).filter(
        (value) => (facet !== 'province' && facet !== 'regency') || isRegionCode(value),
      )
      return values.length > 0 ? [[facet, [...new Set(values)].sort()]] : []
    }),
  ) as { readonly [K in (typeof KEPT)[number]]?: readonly string[] }
  if (words.length === 0 && Object.keys(kept).length === 0) return null
  const phrase = words.join(' ')
  return {
    words: [...words].sort().join(' '),
    filters: JSON.stringify(kept),
    region: only(kept.regency) ?? only(kept.province) ?? placeIn(words),
    sector: only(kept.sector) ?? only(readSectors(phrase).sectors),
    need: only(kept.need) ?? readNeedPhrase(phrase),
  }
}

/** The known words of a text in their order; null when there was a text of which nothing may be kept. */
function keptWords(text: string): readonly string[] | null {
  if (text.trim() === '') return []
  if (/[@\p{N}]/u.test(text) || PERSON.test(normalise(text))) return null
  const terms = queryWords(text).map((word) => word.term)
  const known = terms.filter(isKnownWord)
  return known.length === 0 || terms.length - known.length > MOST_UNKNOWN ? null : known
}

/** The one region that consecutive words name; null for none, or for several. */
function placeIn(words: readonly string[]): string | null {
  for (let length = words.length; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const codes = placesNamed(words.slice(at, at + length))
      if (codes.length > 0) return only(codes)
    }
  }
  return null
}

function only(values: readonly string[] | undefined): string | null {
  return values?.length === 1 ? values[0]! : null
}
