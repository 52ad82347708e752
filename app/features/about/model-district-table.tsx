import { Table } from '#app/components/table.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { ModelDistrictLine } from './about-page.server.ts'
import { SourceLink } from './source-link.tsx'

function OpenField({ children }: { children: string }) {
  return (
    <span className="inline-block rounded-sm border border-dashed border-edge px-2 py-0.5 font-normal whitespace-nowrap text-muted">
      {children}
    </span>
  )
}

export function ModelDistrictTable({ districts }: { districts: readonly ModelDistrictLine[] }) {
  const t = useMessages().about.districts
  const f = useFormat()
  const locale = useLocale()
  const columns = [
    { key: 'place', label: t.place },
    { key: 'actors', label: t.actors, numeric: true },
    { key: 'status', label: t.status },
    { key: 'note', label: t.note },
  ]
  const rows = districts.map((district) => ({
    id: `daerah-${district.n}`,
    cells: {
      place: (
        <>
          {district.n}. {district.place ?? <OpenField>{t.open}</OpenField>}
          {district.province && <span className="block font-normal text-muted">{district.province}</span>}
        </>
      ),
      actors: district.actors_2016 === null ? null : f.number(district.actors_2016),
      status: (
        <>
          <span className="block">{t.statuses[district.status]}</span>
          <SourceLink url={district.source_url} date={district.source_date} />
        </>
      ),
      note: district.place === null ? null : locale === 'id' ? district.note_id : district.note_en,
    },
  }))
  const known = districts.filter((district) => district.place !== null).length
  return (
    <>
      <p className="mb-4 max-w-prose">{t.intro(f.number(known), f.number(districts.length))}</p>
      <Table caption={t.title} columns={columns} rows={rows} />
    </>
  )
}
