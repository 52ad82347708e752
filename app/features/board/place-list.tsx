import { Tag } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { Place } from './choose-page.server.ts'

/** Places as links with their counts; `withProvince` says where a kabupaten or kota lies. */
export function PlaceList(props: {
  places: readonly Place[]
  label: string
  columns: string
  withProvince?: boolean
  withMark?: boolean
}) {
  const t = useMessages().board.choose
  const f = useFormat()
  return (
    <ul aria-label={props.label} className={`gap-x-8 ${props.columns}`}>
      {props.places.map((place) => (
        <li key={place.code} className="relative break-inside-avoid border-b border-line hover:bg-accent-soft">
          <div className="flex min-h-11 items-baseline justify-between gap-3 py-2">
            <span className="min-w-0">
              <a href={place.href} className="cover-link quiet-link font-semibold">
                {place.name}
              </a>
              {props.withMark && place.isModel && (
                <>
                  {' '}
                  <Tag>{t.modelMark}</Tag>
                </>
              )}
              {props.withProvince && place.province && (
                <span className="block text-sm text-muted">{place.province}</span>
              )}
              {place.regencies && place.actors > 0 && (
                <span className="block text-sm text-muted">
                  {t.within(f.number(place.regencies.filled), f.number(place.regencies.all))}
                </span>
              )}
            </span>
            <span className={`tabular shrink-0 text-sm ${place.actors > 0 ? '' : 'text-muted'}`}>
              {place.actors > 0 ? t.actors(f.number(place.actors)) : t.noActors}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
