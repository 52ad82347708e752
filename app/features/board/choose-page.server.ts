import { can } from '#app/domain/access/permissions.ts'
import { coversRegency, type Scope } from '#app/domain/access/viewer.ts'
import { type RegionMatch, resolveRegion } from '#app/domain/regions/resolve-region.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import type { RegionRow } from '#db/schema/reference.ts'
import { actorCounts } from './actor-counts.server.ts'
import type { ActorCounts } from './board-request.ts'
import { type CountStep, countSteps } from './count-steps.ts'
import { countryShapes, provinceShapes, type RegionShapes } from './region-shapes.server.ts'

/** A province or a kabupaten/kota one can go to. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly href: string
  readonly actors: number
  /** Of a kabupaten/kota: its province; of a province: null. */
  readonly province: string | null
  /** Of a province: kabupaten/kota with actors and all. */
  readonly regencies: { readonly filled: number; readonly all: number } | null
  readonly isModel: boolean
}

/** What a search for a name came to, when it did not lead straight to one place. */
export interface PlaceSearch {
  readonly text: string
  readonly outcome: 'several' | 'resemble' | 'nothing'
  readonly places: readonly Place[]
}

export interface ChoosePage {
  readonly q: string
  readonly search: PlaceSearch | null
  /** The province shown, or null for the country. */
  readonly province: { readonly code: string; readonly name: string } | null
  readonly models: { readonly places: readonly Place[]; readonly all: number }
  readonly places: readonly Place[]
  readonly map: RegionShapes & { readonly stepByCode: Readonly<Record<string, number>> }
  readonly legend: { readonly steps: readonly CountStep[]; readonly empty: number }
  readonly totals: {
    readonly actors: number
    readonly demo: number
    readonly withoutPlace: number
    readonly filled: number
    readonly all: number
  }
  readonly today: Day
  readonly mayRunNational: boolean
  /** Whether there is a country above the province shown. */
  readonly mayLeaveProvince: boolean
}

function placeMaker(regions: readonly RegionRow[], counts: ActorCounts, models: ReadonlySet<string>) {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const inside = new Map<string, RegionRow[]>()
  for (const region of regions) {
    if (region.parent_code) inside.set(region.parent_code, [...(inside.get(region.parent_code) ?? []), region])
  }
  const actorsIn = (code: string): number => counts.byRegency.get(code) ?? 0
  return (region: RegionRow): Place => {
    const regencies = inside.get(region.code) ?? []
    const isProvince = region.level === 'province'
    return {
      code: region.code,
      name: regionLabel(region),
      href: isProvince ? paths.boards({ provinsi: region.code }) : paths.board(region.code),
      actors: isProvince ? regencies.reduce((sum, regency) => sum + actorsIn(regency.code), 0) : actorsIn(region.code),
      province: (region.parent_code && byCode.get(region.parent_code)?.name) || null,
      regencies: isProvince
        ? { filled: regencies.filter((regency) => actorsIn(regency.code) > 0).length, all: regencies.length }
        : null,
      isModel: models.has(region.code),
    }
  }
}

/** What a name means among the regions there are for the viewer. */
function within(regions: ReadonlyMap<string, RegionRow>, match: RegionMatch): RegionMatch {
  const known = (codes: readonly string[]) => codes.filter((code) => regions.has(code))
  return {
    ...match,
    code: match.code !== null && regions.has(match.code) ? match.code : null,
    candidates: known(match.candidates),
    suggestions: known(match.suggestions),
  }
}

function searchOutcome(match: RegionMatch): PlaceSearch['outcome'] {
  if (match.code || match.candidates.length > 0) return 'several'
  return match.suggestions.length > 0 ? 'resemble' : 'nothing'
}

/** Whether a province or kabupaten/kota lies within a scope. */
function covers(scope: Scope, code: string): boolean {
  return scope.reach === 'province' && code === scope.province
    ? true
    : scope.reach === 'all' || coversRegency(scope, code)
}

/** The province the page opens on. @throws Response 303 to the only board of who has just one. */
function startOf(scope: Scope, asked: string | null): string | null {
  if (scope.reach === 'regency' || scope.reach === 'companion') throw seeOther(paths.board(scope.regency))
  return scope.reach === 'province' ? (asked ?? scope.province) : asked
}

/**
 * The page one chooses a district on: by name, by model district, by map or list; of a province its own alone.
 * @throws Response 401 or 403 for who may read no board; 303 to the place when the name means exactly one, and to the board
 * of who has but one; 404 for a province unknown or outside the viewer's scope.
 */
export async function loadChoosePage(
  { client, today, viewer }: Pick<RequestContext, 'client' | 'today' | 'viewer'>,
  query: URLSearchParams,
): Promise<ChoosePage> {
  demand(viewer, 'boards:read')
  const { scope } = viewer
  const q = (query.get('q') ?? '').trim()
  const provinceCode = startOf(scope, query.get('provinsi'))
  if (provinceCode !== null && !covers(scope, provinceCode)) throw notFound()
  const regions = (await findRegions(client.db)).filter(({ code }) => covers(scope, code))
  const counts = await actorCounts(client, scope)
  const models = (await findModelDistricts(client.db)).filter(
    ({ region_code }) => scope.reach === 'all' || (region_code !== null && covers(scope, region_code)),
  )
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const modelCodes = models.flatMap((model) => (model.region_code ? [model.region_code] : []))
  const place = placeMaker(regions, counts, new Set(modelCodes))
  const placesOf = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []).map(place)

  const match = q === '' ? null : within(byCode, resolveRegion(q, regionDirectory()))
  if (match?.code && match.suggestions.length === 0) throw seeOther(placesOf([match.code])[0]!.href)
  const province = provinceCode === null ? undefined : byCode.get(provinceCode)
  if (provinceCode !== null && province?.level !== 'province') throw notFound()

  const places = regions
    .filter((region) => (province ? region.parent_code === province.code : region.level === 'province'))
    .map(place)
  const scale = countSteps(places.map((one) => one.actors))
  const known = [...counts.byRegency.values()].reduce((sum, actors) => sum + actors, 0)
  return {
    q,
    search: match && {
      text: q,
      outcome: searchOutcome(match),
      places: placesOf([...new Set([...(match.code ? [match.code] : []), ...match.candidates, ...match.suggestions])]),
    },
    province: province ? { code: province.code, name: province.name } : null,
    models: { places: placesOf(modelCodes), all: models.length },
    places,
    map: {
      ...(province ? provinceShapes(province.code) : countryShapes()),
      stepByCode: Object.fromEntries(places.map((one) => [one.code, scale.stepOf(one.actors)])),
    },
    legend: { steps: scale.steps, empty: scale.empty },
    totals: {
      actors: province ? places.reduce((sum, one) => sum + one.actors, 0) : known,
      demo: counts.demo,
      withoutPlace: counts.all - known,
      filled: province
        ? places.filter((one) => one.actors > 0).length
        : places.reduce((sum, one) => sum + one.regencies!.filled, 0),
      all: province ? places.length : places.reduce((sum, one) => sum + one.regencies!.all, 0),
    },
    today,
    mayRunNational: can(viewer, 'national:read'),
    mayLeaveProvince: scope.reach === 'all',
  }
}
