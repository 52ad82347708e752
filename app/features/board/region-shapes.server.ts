import { type GeoPermissibleObjects, geoEquirectangular, geoPath } from 'd3-geo'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import provinceTopology from '#db/reference/data/provinces.topo.json' with { type: 'json' }
import regencyTopology from '#db/reference/data/regencies.topo.json' with { type: 'json' }
import regions from '#db/reference/data/regions.json' with { type: 'json' }
import { compactPath } from './path-context.ts'

/** One region on a map, in the units of its view box. */
export interface RegionShape {
  readonly code: string
  /** SVG path; empty where the area is too small to draw. */
  readonly path: string
  /** Where a dot stands for an area too small to see or to touch; null where the area is large enough. */
  readonly dot: readonly [number, number] | null
}

export interface RegionShapes {
  readonly width: number
  readonly height: number
  /** Radius of a dot. */
  readonly radius: number
  readonly shapes: readonly RegionShape[]
}

const WIDTH = 1600
const TALLEST = 1200
const MARGIN = 16
/** An area narrower and lower than this gets a dot, in units of the view box. */
const SMALL = { country: 26, province: 60 }

const middles = new Map<string, readonly [number, number]>(
  regions.regencies.map((regency) => [regency.code, regency.mid as unknown as [number, number]]),
)
const kept = new Map<string, RegionShapes>()

function draw(collection: FeatureCollection<Polygon | MultiPolygon>, small: number): RegionShapes {
  const projection = geoEquirectangular().fitWidth(WIDTH - 2 * MARGIN, collection)
  const heightAt = (): number => geoPath(projection).bounds(collection)[1][1] + 2 * MARGIN
  if (heightAt() > TALLEST) projection.fitSize([WIDTH - 2 * MARGIN, TALLEST - 2 * MARGIN], collection)
  const [x, y] = projection.translate()
  projection.translate([x + MARGIN, y + MARGIN])
  const context = compactPath()
  const drawPath = geoPath(projection, context)
  const measure = geoPath(projection)
  const [[left], [right, bottom]] = measure.bounds(collection)
  // why: a tall province would leave half the width empty
  const width = Math.ceil(right - left + 2 * MARGIN)
  projection.translate([projection.translate()[0] - left + MARGIN, projection.translate()[1]])
  return {
    width,
    height: Math.ceil(bottom + MARGIN),
    radius: small / 3,
    shapes: collection.features
      .map((one): RegionShape => {
        const code = String(one.id)
        drawPath(one as GeoPermissibleObjects)
        const path = context.take()
        const [[x0, y0], [x1, y1]] = measure.bounds(one)
        const tiny = path === '' || (x1 - x0 < small && y1 - y0 < small)
        const middle = middles.get(code)
        const at = tiny ? (middle ? projection([...middle]) : measure.centroid(one)) : null
        return { code, path, dot: at ? [Math.round(at[0]), Math.round(at[1])] : null }
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

function collectionOf(topology: unknown, object: string, province?: string) {
  const source = topology as Topology<Record<string, GeometryCollection>>
  const geometries = source.objects[object]!.geometries.filter(
    (geometry) => province === undefined || String(geometry.id).startsWith(`${province}.`),
  )
  return feature(source, { type: 'GeometryCollection', geometries }) as FeatureCollection<Polygon | MultiPolygon>
}

function remember(key: string, make: () => RegionShapes): RegionShapes {
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  return made
}

/** The 38 provinces; worked out once. */
export function countryShapes(): RegionShapes {
  return remember('', () => draw(collectionOf(provinceTopology, 'provinces'), SMALL.country))
}

/** The kabupaten and kota of a province; worked out once. No shapes for a code that is no province. */
export function provinceShapes(province: string): RegionShapes {
  return remember(province, () => draw(collectionOf(regencyTopology, 'regencies', province), SMALL.province))
}
