import type { Offer } from '#app/domain/values/offer.ts'
import type { SearchDocument } from '../engine.ts'
import { allProvinces, regenciesIn, regionName } from '../text/places.ts'
import { dateNumber, freshness } from './day-number.ts'
import { ALL_SECTORS, labelsOf } from './labels.ts'
import { nameNumbers, tieBreak } from './sort-keys.ts'

/** What search reads of an offer and its partner; every field of the index comes from here. */
export interface OfferSource extends Offer {
  readonly name: string
  readonly capacityNote: string | null
  readonly partner: {
    readonly name: string
    readonly aliases: readonly string[]
    readonly type: string
    readonly descriptionId: string
    readonly descriptionEn: string
  }
}

const STATUS_RANK = { current: 1, unverified: 2, historical: 3 } as const

/** One document for each offer. A national offer is found in every region, an offer for all sectors in every sector. */
export function offerDocument(offer: OfferSource): SearchDocument {
  const { partner, coverage } = offer
  const covered = coveredRegions(offer)
  const namedSectors = offer.sectors.filter((sector) => sector !== '*')
  const [name_1, name_2, name_3, name_4] = nameNumbers(partner.name)
  return {
    id: offer.id,
    text: {
      partner: [partner.name, ...partner.aliases].join('; '),
      offer: offer.name,
      topics: [
        ...labelsOf('need', offer.needs),
        ...labelsOf('sector', namedSectors),
        ...labelsOf('tie', [offer.tie]),
        ...labelsOf('partner_type', [partner.type]),
      ].join('; '),
      place: coverage.regions.map(regionName).join('; '),
      description: [
        partner.descriptionId,
        partner.descriptionEn,
        ...offer.conditions.map((condition) => condition.textId),
        offer.capacityNote ?? '',
      ].join('\n'),
    },
    facets: {
      need: offer.needs,
      sector: namedSectors.length === offer.sectors.length ? namedSectors : ALL_SECTORS,
      province: covered.provinces,
      regency: covered.regencies,
      coverage: coverage.known ? [coverage.level] : [coverage.level, 'unknown'],
      cluster: offer.clusters,
      tie: [offer.tie],
      partner_type: [partner.type],
      partner: [offer.partnerId],
      status: [offer.status],
      freshness: [freshness(offer.asOf)],
    },
    sort: {
      status_rank: STATUS_RANK[offer.status],
      as_of: dateNumber(offer.asOf),
      name_1,
      name_2,
      name_3,
      name_4,
      tie: tieBreak(offer.id),
    },
  }
}

/** Codes in which the offer is known to hold; of an area whose list is not known, only the places that are. */
function coveredRegions({ coverage }: Offer): { provinces: readonly string[]; regencies: readonly string[] } {
  if (coverage.level === 'national' && coverage.known) {
    const provinces = allProvinces()
    return { provinces, regencies: provinces.flatMap(regenciesIn) }
  }
  const provinces = coverage.regions.filter((code) => code.length === 2)
  const regencies = coverage.regions.filter((code) => code.length > 2)
  return {
    provinces: [...new Set([...provinces, ...regencies.map((code) => code.slice(0, 2))])],
    regencies: [...new Set([...regencies, ...provinces.flatMap(regenciesIn)])],
  }
}
