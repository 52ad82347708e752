import { useId } from 'react'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { CountStep } from './count-steps.ts'
import type { RegionShape, RegionShapes } from './region-shapes.server.ts'

/** What a choropleth shows: regions with a figure, a shape and a step of colour each. */
export interface MapPage {
  readonly map: RegionShapes & { readonly stepByCode: Readonly<Record<string, number>> }
  readonly places: readonly {
    readonly code: string
    readonly name: string
    readonly href: string
    readonly actors: number
  }[]
  readonly legend: { readonly steps: readonly CountStep[]; readonly empty: number }
  /** Null for all of Indonesia. */
  readonly province: { readonly name: string } | null
}

/** Words for a figure other than the number of actors. */
export interface MapWords {
  readonly figure: (count: string) => string
  readonly legend: string
  readonly range: (from: string, to: string) => string
  readonly none: string
}

/** Opacity of the one hue for steps 1 to 5. */
const STEP_OPACITY = [0.16, 0.34, 0.54, 0.76, 1]

/** The fill of a step, or the hatching of a region without data. */
function fillOf(step: number, hatch: string) {
  return step === 0 ? { fill: `url(#${hatch})` } : { fill: 'currentColor', fillOpacity: STEP_OPACITY[step - 1] }
}

/** Nothing is drawn over a dot. */
function dotsLast(a: RegionShape, b: RegionShape): number {
  return Number(a.dot !== null) - Number(b.dot !== null)
}

function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="9" height="9" className="fill-surface" />
      <path d="M0 0v9" className="stroke-edge" strokeWidth="2.5" />
    </pattern>
  )
}

/**
 * A choropleth whose shapes are links. The shapes are left out of the order of tabs, because the list beside it holds
 * the same links.
 */
export function RegionMap({ page, words: given }: { page: MapPage; words?: MapWords }) {
  const t = useMessages().board
  const f = useFormat()
  const hatch = `h${useId().replaceAll(':', '')}`
  const { map, places } = page
  const byCode = new Map(places.map((place) => [place.code, place]))
  const words = (code: string): string => {
    const place = byCode.get(code)!
    const figure =
      place.actors > 0 ? (given?.figure ?? t.choose.actors)(f.number(place.actors)) : (given?.none ?? t.choose.noActors)
    return t.map.shape(place.name, figure)
  }
  return (
    <figure>
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        className="block h-auto w-full text-accent [&_a:hover>*]:stroke-ink [&_a:hover>*]:stroke-2"
      >
        <title>{t.map.label(page.province?.name ?? t.map.indonesia, given?.legend ?? t.map.legend)}</title>
        <defs>
          <Hatch id={hatch} />
        </defs>
        <g className="stroke-surface" strokeWidth="1" strokeLinejoin="round">
          {[...map.shapes].sort(dotsLast).map(({ code, path, dot }) => (
            <a key={code} href={byCode.get(code)!.href} tabIndex={-1} aria-label={words(code)}>
              <title>{words(code)}</title>
              {path && <path d={path} {...fillOf(map.stepByCode[code]!, hatch)} vectorEffect="non-scaling-stroke" />}
              {dot && (
                <>
                  <circle cx={dot[0]} cy={dot[1]} r={map.radius} className="fill-surface" />
                  <circle
                    cx={dot[0]}
                    cy={dot[1]}
                    r={map.radius}
                    {...fillOf(map.stepByCode[code]!, hatch)}
                    className="stroke-ink"
                    vectorEffect="non-scaling-stroke"
                  />
                </>
              )}
            </a>
          ))}
        </g>
      </svg>
    </figure>
  )
}

/** What the colours mean, each with the number of regions it stands for. */
export function MapLegend({ page, words }: { page: MapPage; words?: MapWords }) {
  const t = useMessages().board
  const f = useFormat()
  const hatch = `h${useId().replaceAll(':', '')}`
  const share = t.map.share[page.province ? 'regency' : 'province']
  const all = f.number(page.places.length)
  const swatch = (step: number) => (
    <svg viewBox="0 0 28 18" className="h-[1.125rem] w-7 shrink-0 text-accent" aria-hidden="true" focusable="false">
      <defs>{step === 0 && <Hatch id={hatch} />}</defs>
      <rect x="0.5" y="0.5" width="27" height="17" className="stroke-edge" {...fillOf(step, hatch)} />
    </svg>
  )
  return (
    <div className="text-sm">
      <p className="font-semibold">{words?.legend ?? t.map.legend}</p>
      <ul className="tabular mt-1.5 flex flex-wrap gap-x-6 gap-y-1.5">
        {page.legend.empty > 0 && (
          <li className="flex items-center gap-2">
            {swatch(0)}
            {words?.none ?? t.map.none} <span className="text-muted">({share(f.number(page.legend.empty), all)})</span>
          </li>
        )}
        {page.legend.steps.map((step, at) => (
          <li key={step.from} className="flex items-center gap-2">
            {swatch(at + 1)}
            {(words?.range ?? t.map.range)(f.number(step.from), f.number(step.to))}{' '}
            <span className="text-muted">({share(f.number(step.regions), all)})</span>
          </li>
        ))}
      </ul>
      {page.map.shapes.some((shape) => shape.dot) && <p className="mt-1.5 text-muted">{t.map.dots}</p>}
    </div>
  )
}
