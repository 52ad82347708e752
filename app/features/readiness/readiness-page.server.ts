import { can } from '#app/domain/access/permissions.ts'
import { CRITERION_IDS, READINESS_CRITERIA, type ReadinessCriteria } from '#app/domain/readiness/criteria.ts'
import { countStates, type Judged, judgeReadiness, type ReadinessState } from '#app/domain/readiness/judge-readiness.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import {
  type ChoiceMap,
  type ChosenPlace,
  mapOf,
  type RegionChoice,
  readChoice,
  regionWithin,
} from '#app/features/regions/region-choice.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { countDemoActors } from '#db/queries/actors.ts'
import { getDistrictTeam } from '#db/queries/district-teams.ts'
import { readinessRecords } from './readiness-records.server.ts'

/** How the list may be sorted: by criteria met, by criteria not met, or by name. */
const READINESS_ORDERS = ['terpenuhi', 'belum', 'nama'] as const
export type ReadinessOrder = (typeof READINESS_ORDERS)[number]

const READINESS_PAGE_SIZE = 40

export interface ReadyRegion {
  readonly code: string
  readonly name: string
  readonly href: string
  readonly counts: Readonly<Record<ReadinessState, number>>
  readonly judged: readonly Judged[]
}

export interface ReadinessPage extends RegionChoice, ChoiceMap {
  readonly criteria: ReadinessCriteria
  readonly order: ReadinessOrder
  readonly orders: readonly { readonly order: ReadinessOrder; readonly href: string }[]
  /** The page of the list; of a single kabupaten or kota just that one. */
  readonly rows: readonly ReadyRegion[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** Criteria met: of a kabupaten or kota itself, of a province in the one of its districts that meets most. */
  readonly places: readonly ChosenPlace[]
  /** In how many kabupaten and kota each criterion is met, not met or unknown. */
  readonly byCriterion: readonly ({
    readonly criterion: Judged['criterion']
  } & Readonly<Record<ReadinessState, number>>)[]
  readonly demo: number
  readonly today: string
  /** The team of the one kabupaten or kota the page is about. */
  readonly team: {
    readonly decree: string
    readonly namedOn: string
    readonly recordedAt: string
  } | null
  readonly mayRecordTeam: boolean
}

export type ReadinessContext = Pick<RequestContext, 'client' | 'viewer' | 'today'>

const byName = (a: ReadyRegion, b: ReadyRegion): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const COMPARE: Readonly<Record<ReadinessOrder, (a: ReadyRegion, b: ReadyRegion) => number>> = {
  terpenuhi: (a, b) => b.counts.met - a.counts.met || a.counts.not_met - b.counts.not_met || byName(a, b),
  belum: (a, b) => b.counts.not_met - a.counts.not_met || a.counts.met - b.counts.met || byName(a, b),
  nama: byName,
}

/** Readiness of the kabupaten and kota of the country, of a province, or of one. @throws Response 401, 403, 404. */
export async function loadReadinessPage(context: ReadinessContext, search: URLSearchParams): Promise<ReadinessPage> {
  const { client, viewer, today } = context
  demand(viewer, 'readiness:read')
  const code = regionWithin(viewer, search.get('wilayah') || null)
  const world = await matchWorld(client.db, today)
  const hrefOf = (wilayah: string | null) => paths.readiness({ wilayah })
  const choice = readChoice(viewer, world, code, hrefOf)
  const { region } = choice
  const order = READINESS_ORDERS.find((one) => one === search.get('urut')) ?? 'terpenuhi'
  const regencies = [...world.regionByCode.values()].filter(
    (one) => one.level === 'regency' && (code === null || one.code === code || one.parent_code === code),
  )
  const records = await readinessRecords(client.db, world, {
    regencies: regencies.map((one) => one.code),
    scope: viewer.scope,
    criteria: READINESS_CRITERIA,
    today,
  })
  const all = regencies
    .map((one): ReadyRegion => {
      const judged = judgeReadiness(records.get(one.code)!, READINESS_CRITERIA)
      const name = world.regionName(one.code)
      return { code: one.code, name, href: hrefOf(one.code), counts: countStates(judged), judged }
    })
    .sort(COMPARE[order])
  const team = region?.level === 'regency' ? await getDistrictTeam(client.db, region.code) : undefined
  const places = placesOf(all, region === null, world.regionName, hrefOf, region?.level === 'regency')
  const pages = Math.max(1, Math.ceil(all.length / READINESS_PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(search.get('hal') ?? '1', 10) || 1))
  return {
    ...choice,
    ...mapOf(choice, places),
    criteria: READINESS_CRITERIA,
    order,
    orders: READINESS_ORDERS.map((one) => ({ order: one, href: paths.readiness({ wilayah: code, urut: one }) })),
    rows: all.slice((page - 1) * READINESS_PAGE_SIZE, page * READINESS_PAGE_SIZE),
    total: all.length,
    page,
    pageSize: READINESS_PAGE_SIZE,
    places,
    byCriterion: CRITERION_IDS.map((criterion, at) => {
      const counts = { met: 0, not_met: 0, unknown: 0 }
      for (const { judged } of all) counts[judged[at]!.state] += 1
      return { criterion, ...counts }
    }),
    demo: await countDemoActors(client.db, viewer.scope),
    today,
    team: team ? { decree: team.decree, namedOn: team.named_on, recordedAt: team.recorded_at } : null,
    mayRecordTeam: region?.level === 'regency' && can(viewer, 'readiness:record'),
  }
}

/** The places of the map: provinces by their furthest district, or the districts themselves. */
function placesOf(
  all: readonly ReadyRegion[],
  byProvince: boolean,
  nameOf: (code: string) => string,
  hrefOf: (code: string) => string,
  single: boolean,
): ReadinessPage['places'] {
  if (single) return []
  const most = new Map<string, number>()
  for (const { code, counts } of all) {
    const key = byProvince ? provinceOf(code) : code
    most.set(key, Math.max(most.get(key) ?? 0, counts.met))
  }
  return [...most]
    .map(([code, actors]) => ({ code, name: nameOf(code), href: hrefOf(code), actors }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
