import { can } from '#app/domain/access/permissions.ts'
import { emptyStates, type GapSum, gapOf, sumGaps } from '#app/domain/gaps/count-gaps.ts'
import { CLUSTER_IDS, type ClusterId, provinceOf } from '#app/domain/values/actor.ts'
import type { FactId } from '#app/domain/values/facts.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import {
  type ChoiceMap,
  type ChosenPlace,
  mapOf,
  type RegionChoice,
  readChoice,
  regionWithin,
} from '#app/features/regions/region-choice.server.ts'
import { termIds } from '#app/i18n/terms.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { countDemoActors } from '#db/queries/actors.ts'
import { type FollowUp, followUpOf } from './follow-up.server.ts'
import { gapsOf } from './gaps-of.server.ts'
import { findUnfound } from './unfound.server.ts'

/** Rows of searches shown; the rest is counted. */
const UNFOUND_ROWS = 12
/** Conditions shown. */
const BLOCKERS = 8

export interface GapQuery {
  /** A province or a kabupaten/kota; null for the country. */
  readonly region: string | null
  readonly cluster: ClusterId | null
  readonly sector: string | null
  readonly need: string | null
}

type Sum = Pick<GapSum, 'wanted' | 'states'>

export interface GapPlace extends ChosenPlace {
  readonly sum: Sum
}

export interface GapPage extends RegionChoice, ChoiceMap {
  readonly query: GapQuery
  readonly total: Sum
  /** By need, those with most not served first; `searches` found nothing, and no record of an actor shows them. */
  readonly needs: readonly ({ readonly need: string; readonly href: string; readonly searches: number } & Sum)[]
  readonly places: readonly GapPlace[]
  /**
   * Facts in the way of those who are not eligible: of how many actors, and how many of them would be eligible by a change
   * of this one alone.
   */
  readonly blockers: readonly { readonly fact: FactId; readonly actors: number; readonly alone: number }[]
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
  /** What can be done about the gap of one need, for who may; null where no need is chosen. */
  readonly followUp: FollowUp | null
  readonly tasksHref: string | null
  readonly actors: number
  readonly demo: number
  readonly offers: number
  readonly policy: string
  readonly today: string
}

export type GapContext = Pick<RequestContext, 'client' | 'viewer' | 'today'>

/** Address of the gap board with other choices. */
const gapHref = (query: GapQuery): string =>
  paths.gaps({ wilayah: query.region, kluster: query.cluster, sektor: query.sector, kebutuhan: query.need })

/** The choices of an address or a form; what is not known is as if not asked for. */
export function readGapQuery(search: URLSearchParams): GapQuery {
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

/** The gap board: demand against supply of the country, a province or a kabupaten. @throws Response 401, 403, 404. */
export async function loadGapPage(context: GapContext, search: URLSearchParams): Promise<GapPage> {
  const { client, viewer, today } = context
  demand(viewer, 'gaps:read')
  const asked = readGapQuery(search)
  const query = { ...asked, region: regionWithin(viewer, asked.region) }
  const world = await matchWorld(client.db, today)
  const choice = readChoice(viewer, world, query.region, (region) => gapHref({ ...query, region }))
  const { region } = choice
  const { cluster, sector } = query
  const gaps = await gapsOf(client, { regions: query.region ? [query.region] : [], cluster, sector, today })
  const cells = query.need === null ? gaps.cells : gaps.cells.filter((cell) => cell.need === query.need)
  const total = sumGaps(cells, () => '').get('') ?? NOTHING
  const unfound = await findUnfound(client.db, { ...query, today })

  const level = region === null ? 'province' : region.level === 'province' ? 'regency' : null
  const sums = sumGaps(cells, ({ regency }) =>
    regency === null ? '' : level === 'province' ? provinceOf(regency) : regency,
  )
  const places = [...world.regionByCode.values()]
    .filter((one) => level !== null && one.level === level && (region === null || one.parent_code === region.code))
    .map((one): GapPlace => {
      const { wanted, states } = sums.get(one.code) ?? NOTHING
      const href = gapHref({ ...query, region: one.code })
      return {
        code: one.code,
        name: world.regionName(one.code),
        href,
        actors: gapOf({ wanted, states }),
        sum: { wanted, states },
      }
    })
  return {
    ...choice,
    ...mapOf(choice, places),
    query,
    total: { wanted: total.wanted, states: total.states },
    needs: needRows(
      sumGaps(cells, (cell) => cell.need),
      unfound.cells,
      query,
    ),
    places,
    blockers: (Object.entries(total.blockers) as [FactId, number][])
      .map(([fact, actors]) => ({ fact, actors, alone: total.unlocks[fact] ?? 0 }))
      .sort((a, b) => b.actors - a.actors)
      .slice(0, BLOCKERS),
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
    followUp:
      query.need === null || !can(viewer, 'tasks:write') ? null : await followUpOf(context, query, gapOf(total)),
    tasksHref: can(viewer, 'tasks:read') ? paths.tasks({ wilayah: query.region }) : null,
    actors: gaps.actors,
    demo: await countDemoActors(client.db, viewer.scope),
    offers: gaps.offers,
    policy: gaps.policy,
    today,
  }
}

const NOTHING: GapSum = { wanted: 0, states: emptyStates(), blockers: {}, unlocks: {} }

/** Needs of actors, and needs that were only searched for, those with most not served first. */
function needRows(
  sums: ReadonlyMap<string, GapSum>,
  searched: readonly { readonly need: string | null; readonly searches: number }[],
  query: GapQuery,
): GapPage['needs'] {
  const searches = new Map<string, number>()
  for (const { need, searches: times } of searched)
    if (need !== null) searches.set(need, (searches.get(need) ?? 0) + times)
  return [...new Set([...sums.keys(), ...searches.keys()])]
    .map((need) => {
      const { wanted, states } = sums.get(need) ?? NOTHING
      return { need, href: gapHref({ ...query, need }), searches: searches.get(need) ?? 0, wanted, states }
    })
    .sort((a, b) => gapOf(b) - gapOf(a) || b.searches - a.searches || (a.need < b.need ? -1 : 1))
}
