import { NO_OFFER } from '#app/domain/engine/rank-range.ts'
import { type ProvinceCode, provinceOf } from '#app/domain/values/actor.ts'
import type { RunFile } from '#app/features/matches/run-file.server.ts'

/** What a run found in one province. */
export interface ProvinceCounts {
  /** Null for actors whose kabupaten or kota is unknown. */
  readonly province: ProvinceCode | null
  readonly actors: number
  readonly eligiblePairs: number
  readonly undecidedPairs: number
  /** Actors without a single eligible offer. */
  readonly withoutOffer: number
}

export interface RunSummary {
  readonly actors: number
  readonly withoutOffer: number
  /** By code; actors without a known place last. */
  readonly provinces: readonly ProvinceCounts[]
  /** Offers by how many actors have them in first place, most first. */
  readonly firstPlaces: readonly { readonly offerId: string; readonly actors: number }[]
}

/** Sums a run file up. Reading a million actors takes a moment: not on the event loop. */
export function summariseRun(file: RunFile): RunSummary {
  const { header, offers } = file
  const firsts = new Uint32Array(header.offers.length)
  const provinces = new Map<ProvinceCode | null, { -readonly [K in keyof ProvinceCounts]: ProvinceCounts[K] }>()
  let actor = 0
  let withoutOffer = 0
  for (const group of header.groups ?? []) {
    const province = group.regency === null ? null : provinceOf(group.regency)
    const counts = provinces.get(province) ?? {
      province,
      actors: 0,
      eligiblePairs: 0,
      undecidedPairs: 0,
      withoutOffer: 0,
    }
    provinces.set(province, counts)
    counts.actors += group.actors
    counts.eligiblePairs += group.eligible
    counts.undecidedPairs += group.undecided
    for (const end = actor + group.actors; actor < end; actor++) {
      const first = offers[actor * header.top]!
      if (first !== NO_OFFER) firsts[first] = firsts[first]! + 1
      else {
        counts.withoutOffer++
        withoutOffer++
      }
    }
  }
  return {
    actors: header.actors,
    withoutOffer,
    provinces: [...provinces.values()].sort((a, b) => ((a.province ?? '99') < (b.province ?? '99') ? -1 : 1)),
    firstPlaces: [...firsts]
      .map((actors, at) => ({ offerId: header.offers[at]!, actors }))
      .filter((place) => place.actors > 0)
      .sort((a, b) => b.actors - a.actors || (a.offerId < b.offerId ? -1 : 1)),
  }
}
