import type { OfferStatus } from '#app/domain/values/offer.ts'
import type { Db } from '#db/client.ts'
import { countActors, countActorsByPlace, countDemoActors } from '#db/queries/actors.ts'
import { countOffersByStatus } from '#db/queries/offers.ts'
import { countPartners } from '#db/queries/partners.ts'
import { findPublishedFigures, type PublishedFigure } from '#db/queries/reference.ts'
import { findRegencies } from '#db/queries/regions.ts'

export interface HomePage {
  readonly partners: number
  readonly offers: Readonly<Record<OfferStatus, number>>
  readonly actors: number
  readonly demoActors: number
  /** Kabupaten and kota with at least one actor, and how many there are in all. */
  readonly regencies: { readonly withActors: number; readonly all: number }
  /** What the ministry published about moving up a cluster. */
  readonly moves: readonly PublishedFigure[]
}

const MOVES = new Set(['move-ir1-ir2', 'move-ir2-ir3'])

/** The counts of the front page, as they stand now. */
export async function loadHomePage(db: Db): Promise<HomePage> {
  const places = await countActorsByPlace(db)
  const figures = await findPublishedFigures(db)
  return {
    partners: await countPartners(db),
    offers: await countOffersByStatus(db),
    actors: await countActors(db),
    demoActors: await countDemoActors(db),
    regencies: {
      withActors: new Set(places.map((place) => place.regency)).size,
      all: (await findRegencies(db)).length,
    },
    moves: figures.filter((figure) => MOVES.has(figure.id)),
  }
}
