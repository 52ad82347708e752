import { emptyStates, type GapCell, gapOf, sumGaps } from '#app/domain/gaps/count-gaps.ts'
import { CLUSTER_IDS, type ClusterId, provinceOf } from '#app/domain/values/actor.ts'
import type { FactId } from '#app/domain/values/facts.ts'
import { type CountStep, countSteps } from '#app/features/board/count-steps.ts'
import { countryShapes, provinceShapes, type RegionShapes } from '#app/features/board/region-shapes.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { termIds } from '#app/i18n/terms.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import { countDemoActors } from '#db/queries/actors.ts'
import { gapsOf } from './gaps-of.server.ts'
import { findUnfound } from './unfound.server.ts'

/** Rows of searches shown; the rest is counted. */
const UNFOUND_ROWS = 12

export interface GapQuery {
  /** A province or a kabupaten/kota; null for the country. */
  readonly region: string | null
  readonly cluster: ClusterId | null
  readonly sector: string | null
  readonly need: string | null
}

type Sum = Pick<GapCell, 'wanted' | 'states'>

export interface GapPlace {
  readonly code: string
  readonly name: string
  readonly href: string
  /** Needs nobody serves: the figure the map is coloured by. */
  readonly actors: number
  readonly sum: Sum
}

export interface GapPage {
  readonly query: GapQuery
  readonly region: { readonly code: string; readonly name: string; readonly level: 'province' | 'regency' } | null
  /** Where one goes back to. */
  readonly up: { readonly href: string; readonly label: string } | null
  readonly total: Sum
  readonly needs: readonly ({ readonly need: string; readonly href: string } & Sum)[]
  readonly places: readonly GapPlace[]
  readonly map: (RegionShapes & { readonly stepByCode: Readonly<Record<string, number>> }) | null
  readonly legend: { readonly steps: readonly CountStep[]; readonly empty: number }
  /** Facts in the way of those who are not eligible, most actors first; of one kabupaten only. */
  readonly blockers: readonly { readonly fact: FactId; readonly actors: number }[]
  readonly declined: readonly {
    readonly offer: string
    readonly partner: string
    readonly place: string
    readonly proposals: number
  }[]
  /** Searches for offers that found nothing, the most frequent first. */
  readonly unfound: {
    readonly from: string
    readonly to: string
    readonly searches: number
    readonly rows: readonly {
      readonly need: string | null
      readonly sector: string | null
      readonly place: string | null
      readonly searches: number
      readonly lastDay: string
    }[]
    /** Rows that are not shown. */
    readonly more: number
  }
  readonly boardHref: string | null
  readonly actors: number
  readonly demo: number
  readonly offers: number
  readonly policy: string
  readonly today: string
}

export type GapContext = Pick<RequestContext, 'client' | 'viewer' | 'today'>

/** Address of the gap board with other choices. */
const hrefOf = (query: GapQuery): string =>
  paths.gaps({ wilayah: query.region, kluster: query.cluster, sektor: query.sector, kebutuhan: query.need })

function readQuery(search: URLSearchParams): GapQuery {
  const one = (key: string, allowed: readonly string[]): string | null => {
    const value = search.get(key)
    return value !== null && allowed.includes(value) ? value : null
  }
  return {
    region: search.get('wilayah') || null,
    cluster: one('kluster', CLUSTER_IDS) as ClusterId | null,
    sector: one('sektor', termIds('sector')),
    need: one('kebutuhan', termIds('need')),
  }
}

/** What a viewer may look at: her own province or district, or what she asks for. */
function regionFor({ viewer }: GapContext, asked: string | null): string | null {
  const { scope } = viewer
  if (scope.reach === 'all') return asked
  const own = scope.reach === 'province' ? scope.province : scope.reach === 'regency' ? scope.regency : null
  if (own === null) throw forbidden()
  if (asked === null) return own
  if (asked !== own && provinceOf(asked) !== own) throw notFound()
  return asked
}

/** The gap board: demand against supply of the country, a province or a kabupaten. @throws Response 401, 403, 404. */
export async function loadGapPage(context: GapContext, search: URLSearchParams): Promise<GapPage> {
  const { client, viewer, today } = context
  demand(viewer, 'gaps:read')
  const asked = readQuery(search)
  const query = { ...asked, region: regionFor(context, asked.region) }
  const world = await matchWorld(client.db, today)
  const region = query.region === null ? null : world.regionByCode.get(query.region)
  if (region === undefined) throw notFound()
  const { cluster, sector } = query
  const gaps = await gapsOf(client, { regions: query.region ? [query.region] : [], cluster, sector, today })
  const cells = query.need === null ? gaps.cells : gaps.cells.filter((cell) => cell.need === query.need)
  const total = sumGaps(cells, () => '').get('')
  const unfound = await findUnfound(client.db, { ...query, today })

  const level = region === null ? 'province' : region.level === 'province' ? 'regency' : null
  const sums = sumGaps(cells, ({ regency }) =>
    regency === null ? '' : level === 'province' ? provinceOf(regency) : regency,
  )
  const nothing: Sum = { wanted: 0, states: emptyStates() }
  const places = [...world.regionByCode.values()]
    .filter((one) => level !== null && one.level === level && (region === null || one.parent_code === region.code))
    .map((one): GapPlace => {
      const sum = sums.get(one.code) ?? nothing
      return {
        code: one.code,
        name: world.regionName(one.code),
        href: hrefOf({ ...query, region: one.code }),
        actors: gapOf(sum),
        sum: { wanted: sum.wanted, states: sum.states },
      }
    })
  const scale = countSteps(places.map((place) => place.actors))
  const shapes = level === 'province' ? countryShapes() : level === 'regency' ? provinceShapes(region!.code) : null
  const mayLeave = region !== null && (viewer.scope.reach === 'all' || query.region !== regionFor(context, null))
  const above = region?.level === 'regency' ? region.parent_code : null
  return {
    query,
    region: region && { code: region.code, name: world.regionName(region.code), level: region.level },
    up: mayLeave ? { href: hrefOf({ ...query, region: above }), label: above ? world.regionName(above) : '' } : null,
    total: total ?? nothing,
    needs: [...sumGaps(cells, (cell) => cell.need)]
      .map(([need, { wanted, states }]) => ({ need, href: hrefOf({ ...query, need }), wanted, states }))
      .sort((a, b) => gapOf(b) - gapOf(a) || (a.need < b.need ? -1 : 1)),
    places,
    map: shapes && {
      ...shapes,
      stepByCode: Object.fromEntries(places.map((place) => [place.code, scale.stepOf(place.actors)])),
    },
    legend: { steps: scale.steps, empty: scale.empty },
    blockers: (Object.entries(total?.blockers ?? {}) as [FactId, number][])
      .map(([fact, actors]) => ({ fact, actors }))
      .sort((a, b) => b.actors - a.actors)
      .slice(0, 8),
    declined: gaps.declined.flatMap(({ offer, regency, proposals }) => {
      const found = world.offerById.get(offer)
      return found
        ? [{ offer: found.name, partner: found.partnerName, place: world.regionName(regency), proposals }]
        : []
    }),
    unfound: {
      from: unfound.from,
      to: unfound.to,
      searches: unfound.searches,
      rows: unfound.cells.slice(0, UNFOUND_ROWS).map(({ need, sector, region: at, searches, lastDay }) => ({
        need,
        sector,
        place: at === null ? null : world.regionName(at),
        searches,
        lastDay,
      })),
      more: Math.max(0, unfound.cells.length - UNFOUND_ROWS),
    },
    boardHref: region?.level === 'regency' ? paths.board(region.code) : null,
    actors: gaps.actors,
    demo: await countDemoActors(client.db, viewer.scope),
    offers: gaps.offers,
    policy: gaps.policy,
    today,
  }
}
