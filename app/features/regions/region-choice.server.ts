import type { Viewer } from '#app/domain/access/viewer.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { type CountStep, countSteps } from '#app/features/board/count-steps.ts'
import { countryShapes, provinceShapes, type RegionShapes } from '#app/features/board/region-shapes.server.ts'
import type { MatchWorld } from '#app/features/matches/match-world.server.ts'
import { paths } from '#app/lib/paths.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'

/** What a page about regions is about, and where one goes from it. */
export interface RegionChoice {
  /** Null for the country. */
  readonly region: { readonly code: string; readonly name: string; readonly level: 'province' | 'regency' } | null
  /** Where one goes back to; the label is empty for the country. */
  readonly up: { readonly href: string; readonly label: string } | null
  readonly boardHref: string | null
}

/** A region on a page's map and list. */
export interface ChosenPlace {
  readonly code: string
  readonly name: string
  readonly href: string
  /** The figure it is coloured by. */
  readonly actors: number
}

export interface ChoiceMap {
  /** Null for a single kabupaten or kota. */
  readonly map: (RegionShapes & { readonly stepByCode: Readonly<Record<string, number>> }) | null
  readonly legend: { readonly steps: readonly CountStep[]; readonly empty: number }
}

/**
 * What a viewer may look at: her own province or district, or what she asks for within it.
 * @throws Response 403 where her role has no region, 404 for one outside her own.
 */
export function regionWithin({ scope }: Pick<Viewer, 'scope'>, asked: string | null): string | null {
  if (scope.reach === 'all') return asked
  const own = scope.reach === 'province' ? scope.province : scope.reach === 'regency' ? scope.regency : null
  if (own === null) throw forbidden()
  if (asked === null) return own
  if (asked !== own && provinceOf(asked) !== own) throw notFound()
  return asked
}

/** A region by its code, with the way back up as far as the viewer may go. @throws Response 404 for an unknown one. */
export function readChoice(
  viewer: Pick<Viewer, 'scope'>,
  world: Pick<MatchWorld, 'regionByCode' | 'regionName'>,
  code: string | null,
  hrefOf: (code: string | null) => string,
): RegionChoice {
  const found = code === null ? null : world.regionByCode.get(code)
  if (found === undefined) throw notFound()
  if (found === null) return { region: null, up: null, boardHref: null }
  const { level } = found
  const above = level === 'regency' ? found.parent_code : null
  const mayLeave = viewer.scope.reach === 'all' || found.code !== regionWithin(viewer, null)
  return {
    region: { code: found.code, name: world.regionName(found.code), level },
    up: mayLeave ? { href: hrefOf(above), label: above ? world.regionName(above) : '' } : null,
    boardHref: level === 'regency' ? paths.board(found.code) : null,
  }
}

/** The map of a choice: the provinces of the country, or the kabupaten and kota of a province. */
export function mapOf({ region }: Pick<RegionChoice, 'region'>, places: readonly ChosenPlace[]): ChoiceMap {
  const scale = countSteps(places.map((place) => place.actors))
  const shapes = region === null ? countryShapes() : region.level === 'province' ? provinceShapes(region.code) : null
  return {
    map: shapes && {
      ...shapes,
      stepByCode: Object.fromEntries(places.map((place) => [place.code, scale.stepOf(place.actors)])),
    },
    legend: { steps: scale.steps, empty: scale.empty },
  }
}
