import { can, type Permission } from '#app/domain/access/permissions.ts'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { K, roundedDown } from '#app/domain/privacy/suppress-counts.ts'
import type { OfferStatus } from '#app/domain/values/offer.ts'
import { actorCounts } from '#app/features/board/actor-counts.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { countOffersByStatus } from '#db/queries/offers.ts'
import { countPartners } from '#db/queries/partners.ts'
import { findPublishedFigures, type PublishedFigure } from '#db/queries/reference.ts'
import { findRegencies } from '#db/queries/regions.ts'

export interface HomePage {
  readonly partners: number
  readonly offers: Readonly<Record<OfferStatus, number>>
  readonly actors: number
  readonly demoActors: number
  /** Kabupaten and kota with actors, and how many there are in all. */
  readonly regencies: { readonly withActors: number; readonly all: number }
  /** The counts of actors are rounded down, and kabupaten and kota with few actors are left out: the public reads them. */
  readonly rounded: boolean
  /** Which entrances to show: to the public all, since signing in comes next; to others those they may use. */
  readonly entrances: { readonly imports: boolean; readonly boards: boolean; readonly national: boolean }
  /** What the ministry published about moving up a cluster. */
  readonly moves: readonly PublishedFigure[]
}

const MOVES = new Set(['move-ir1-ir2', 'move-ir2-ir3'])

/**
 * The counts of the front page, as they stand now. Exact ones are for who reads the whole country; together with what a
 * partner is shown, an exact total would tell how many are not.
 */
export async function loadHomePage({ client, viewer }: Pick<RequestContext, 'client' | 'viewer'>): Promise<HomePage> {
  const { db } = client
  const exact = viewer.scope.reach === 'all' && can(viewer, 'actors:read')
  const counts = await actorCounts(client, EVERYTHING)
  const figures = await findPublishedFigures(db)
  const open = (permission: Permission) => viewer.role === 'public' || can(viewer, permission)
  const shown = exact ? (count: number) => count : roundedDown
  return {
    partners: await countPartners(db),
    offers: await countOffersByStatus(db),
    actors: shown(counts.all),
    demoActors: shown(counts.demo),
    regencies: {
      withActors: [...counts.byRegency.values()].filter((actors) => exact || actors >= K).length,
      all: (await findRegencies(db)).length,
    },
    rounded: !exact,
    entrances: { imports: open('actors:import'), boards: open('boards:read'), national: open('national:read') },
    moves: figures.filter((figure) => MOVES.has(figure.id)),
  }
}
