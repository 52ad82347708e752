import { CountBar } from '#app/components/count-bar.tsx'
import { Figure } from '#app/components/figure.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Table } from '#app/components/table.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { NationalPage, ShownResult } from './national-page.server.ts'
import type { ProvinceCounts, RunSummary } from './run-summary.ts'

const OFFERS_SHOWN = 10

/** What one run found: for the country, by province, and which offers come first. */
export function RunResult({ page, result }: { page: NationalPage; result: ShownResult }) {
  const t = useMessages().national.result
  const f = useFormat()
  const { run, summary, changes } = result
  const pairs = f.number(run.actors * run.offers)
  return (
    <section aria-labelledby="hasil-jalan">
      <h2 id="hasil-jalan" className="text-xl">
        {t.title(f.instant(run.finished_at ?? run.started_at))}
      </h2>
      {changes > 0 && !page.live && (
        <div className="mt-3">
          <Notice>{t.changed(f.number(changes))}</Notice>
        </div>
      )}
      <div className="mt-4 grid grid-cols-2 gap-x-5 gap-y-5 lg:grid-cols-4 lg:gap-x-6">
        <Figure value={f.number(run.actors)} label={t.actors} date={t.offers(f.number(run.offers))} />
        {summary && (
          <Figure value={f.number(summary.withoutOffer)} denominator={f.number(summary.actors)} label={t.without} />
        )}
        <Figure value={f.number(run.eligible_pairs)} denominator={pairs} label={t.eligible} />
        <Figure value={f.number(run.undecided_pairs)} denominator={pairs} label={t.undecided} />
      </div>
      {summary ? (
        <>
          <Provinces page={page} provinces={summary.provinces} />
          <FirstPlaces page={page} summary={summary} />
        </>
      ) : (
        <div className="mt-6">
          <Notice kind="warning">{t.gone}</Notice>
        </div>
      )}
    </section>
  )
}

function Provinces({ page, provinces }: { page: NationalPage; provinces: readonly ProvinceCounts[] }) {
  const t = useMessages().national.result
  const f = useFormat()
  const columns = [
    { key: 'province', label: t.province },
    { key: 'without', label: t.provinceWithout },
    { key: 'actors', label: t.provinceActors, numeric: true },
    { key: 'eligible', label: t.provinceEligible, numeric: true },
    { key: 'undecided', label: t.provinceUndecided, numeric: true },
  ]
  const rows = provinces.map((one) => ({
    id: `provinsi-${one.province ?? 'tidak-tercatat'}`,
    ...(one.province ? { href: paths.boards({ provinsi: one.province }) } : {}),
    cells: {
      province: one.province ? (page.provinceNames[one.province] ?? one.province) : t.unknownPlace,
      without: (
        <span className="tabular inline-flex flex-wrap items-center gap-x-2.5">
          <CountBar parts={[{ share: one.withoutOffer / one.actors, look: 'brick' }]} />
          {t.of(f.number(one.withoutOffer), f.number(one.actors))}
        </span>
      ),
      actors: f.number(one.actors),
      eligible: f.number(one.eligiblePairs),
      undecided: f.number(one.undecidedPairs),
    },
  }))
  return (
    <div className="mt-10">
      <h3 className="mb-3 text-lg">{t.provinces}</h3>
      <Table caption={t.provinces} columns={columns} rows={rows} />
    </div>
  )
}

function FirstPlaces({ page, summary }: { page: NationalPage; summary: RunSummary }) {
  const t = useMessages().national.result
  const f = useFormat()
  const placed = summary.actors - summary.withoutOffer
  const rest = summary.firstPlaces.slice(OFFERS_SHOWN)
  const table = (places: RunSummary['firstPlaces']) => (
    <Table
      caption={t.first}
      columns={[
        { key: 'offer', label: t.offer },
        { key: 'actors', label: t.firstActors },
      ]}
      rows={places.map(({ offerId, actors }) => ({
        id: `pertama-${offerId}`,
        href: paths.offer(offerId),
        cells: {
          offer: (
            <>
              {page.offerNames[offerId]?.name ?? offerId}
              <span className="block text-sm font-normal text-muted">{page.offerNames[offerId]?.partnerName}</span>
            </>
          ),
          actors: (
            <span className="tabular inline-flex items-center gap-2.5 whitespace-nowrap">
              <CountBar parts={[{ share: actors / placed, look: 'accent' }]} />
              <span className="min-w-12">{f.number(actors)}</span>
            </span>
          ),
        },
      }))}
    />
  )
  return (
    <div className="mt-10">
      <h3 className="text-lg">{t.first}</h3>
      <p className="mt-1 mb-3 max-w-prose text-muted">{t.firstIntro(f.number(placed))}</p>
      {table(summary.firstPlaces.slice(0, OFFERS_SHOWN))}
      {rest.length > 0 && <Unfold summary={t.more(f.number(rest.length))}>{table(rest)}</Unfold>}
    </div>
  )
}
