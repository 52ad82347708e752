import { type Axes, createAxes } from '#app/domain/engine/axes.ts'
import { createMatchContext, type MatchContext } from '#app/domain/matching/context.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { Day } from '#app/domain/values/day.ts'
import { termIds } from '#app/i18n/terms.ts'
import type { Db } from '#db/client.ts'
import { getWatermark, lastChangeOf } from '#db/queries/change-log.ts'
import { findOffers, type OfferDetail } from '#db/queries/offers.ts'
import { getActivePolicy } from '#db/queries/policies.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import type { RegionRow } from '#db/schema/reference.ts'

/** Everything about the supply side that matching and its pages need, read once for many questions. */
export interface MatchWorld {
  readonly context: MatchContext
  readonly axes: Axes
  readonly offers: readonly OfferDetail[]
  readonly offerById: ReadonlyMap<string, OfferDetail>
  readonly regionByCode: ReadonlyMap<string, RegionRow>
  /** "Kab. Kendal" for "33.24"; the code itself when unknown. */
  readonly regionName: (code: string) => string
  /** Change-log position the world was read at. */
  readonly watermark: number
}

interface Kept {
  readonly day: Day
  readonly offersSeq: number
  readonly world: MatchWorld
}

const kept = new WeakMap<object, Kept>()

/** The world of a day; kept until an offer changes or the day does. */
export async function matchWorld(db: Db, today: Day): Promise<MatchWorld> {
  // why: a changed actor must not throw the offers away
  const offersSeq = Math.max(await lastChangeOf(db, 'offers'), await lastChangeOf(db, 'uptake'))
  const found = kept.get(db)
  if (found && found.day === today && found.offersSeq === offersSeq) return found.world
  const world = await readWorld(db, today)
  kept.set(db, { day: today, offersSeq, world })
  return world
}

async function readWorld(db: Db, today: Day): Promise<MatchWorld> {
  const watermark = await getWatermark(db)
  const offers = await findOffers(db)
  const regions = await findRegions(db)
  const policy = (await getActivePolicy(db)) ?? DEFAULT_POLICY
  const regionByCode = new Map(regions.map((region) => [region.code, region]))
  const places = new Map(
    regions.flatMap((region) =>
      region.lat === null || region.lng === null ? [] : [[region.code, { lat: region.lat, lng: region.lng }] as const],
    ),
  )
  return {
    context: createMatchContext({ policy, today, offers, places }),
    axes: createAxes({
      needs: termIds('need'),
      sectors: termIds('sector'),
      regencies: regions.filter((region) => region.level === 'regency').map((region) => region.code),
    }),
    offers,
    offerById: new Map(offers.map((offer) => [offer.id, offer])),
    regionByCode,
    regionName: (code) => {
      const region = regionByCode.get(code)
      return region ? regionLabel(region) : code
    },
    watermark,
  }
}
