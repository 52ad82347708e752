import { Table } from '#app/components/table.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import type { GapPage } from './gap-page.server.ts'

/** What was searched for and not found: demand that no record of an actor shows. */
export function UnfoundSection({ unfound }: { unfound: GapPage['unfound'] }) {
  const t = useMessages().gaps.unfound
  const f = useFormat()
  const locale = useLocale()
  return (
    <section aria-labelledby="tidak-ditemukan" className="mt-10">
      <h2 id="tidak-ditemukan" className="text-xl">
        {t.title}
      </h2>
      <p className="mt-2 max-w-prose text-sm text-muted">
        {t.source(f.number(unfound.searches), f.day(unfound.from), f.day(unfound.to))}
      </p>
      {unfound.rows.length === 0 ? (
        <p className="mt-3 text-muted">{t.none}</p>
      ) : (
        <div className="mt-3">
          <Table
            caption={t.title}
            columns={[
              { key: 'need', label: t.need },
              { key: 'sector', label: t.sector },
              { key: 'region', label: t.region },
              { key: 'searches', label: t.searches, numeric: true },
              { key: 'last', label: t.last },
            ]}
            rows={unfound.rows.map((row, at) => ({
              id: `pencarian-${at + 1}`,
              cells: {
                need: row.need ? termLabel(locale, 'need', row.need) : t.unnamed,
                sector: row.sector ? termLabel(locale, 'sector', row.sector) : t.unnamed,
                region: row.place ?? t.unnamed,
                searches: f.number(row.searches),
                last: f.day(row.lastDay),
              },
            }))}
          />
          {unfound.more > 0 && <p className="mt-2 text-sm text-muted">{t.more(f.number(unfound.more))}</p>}
        </div>
      )}
    </section>
  )
}
