import { MapLegend, type MapPage, type MapWords, RegionMap } from '#app/features/board/region-map.tsx'
import type { ChoiceMap, ChosenPlace, RegionChoice } from './region-choice.server.ts'

/** A choropleth with its heading and legend; nothing for a single kabupaten or kota. */
export function RegionMapSection(props: {
  page: ChoiceMap & Pick<RegionChoice, 'region'> & { readonly places: readonly ChosenPlace[] }
  words: MapWords & { readonly title: string }
}) {
  const { page, words } = props
  if (!page.map) return null
  const map: MapPage = { map: page.map, places: page.places, legend: page.legend, province: page.region }
  return (
    <section aria-labelledby="peta" className="mt-10">
      <h2 id="peta" className="text-xl">
        {words.title}
      </h2>
      <div className="mt-4 rounded-lg border border-line bg-surface p-3 sm:p-5">
        <RegionMap page={map} words={words} />
        <div className="mt-4 border-t border-line pt-3">
          <MapLegend page={map} words={words} />
        </div>
      </div>
    </section>
  )
}
