import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { Table } from '#app/components/table.tsx'
import { CRITERION_IDS } from '#app/domain/readiness/criteria.ts'
import { BoardLink, RegionHeader } from '#app/features/regions/region-header.tsx'
import { RegionMapSection } from '#app/features/regions/region-map-section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { CriterionList, StateTag } from './criterion-list.tsx'
import type { ReadinessPage } from './readiness-page.server.ts'
import type { TeamRefusal } from './record-team.server.ts'
import { TeamSection } from './team-section.tsx'

/** Which kabupaten and kota are ready to be models: each criterion with its evidence, never one score. */
export function ReadinessView({ page, refusal = null }: { page: ReadinessPage; refusal?: TeamRefusal | null }) {
  const t = useMessages().readiness
  const f = useFormat()
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <RegionHeader page={page} words={t} intro={t.intro} />
      <p className="max-w-prose text-sm text-muted">{t.version(page.criteria.version, f.day(page.today))}</p>
      {page.demo > 0 && <p className="mt-2 text-sm text-muted">{t.demo(f.number(page.demo))}</p>}
      {page.region?.level === 'regency' ? (
        <Single page={page} refusal={refusal} />
      ) : (
        <>
          <RegionMapSection page={page} words={page.region ? t.mapOfDistricts : t.mapOfProvinces} />
          <ByCriterion page={page} />
          <RegencyList page={page} />
        </>
      )}
    </>
  )
}

function Single({ page, refusal }: { page: ReadinessPage; refusal: TeamRefusal | null }) {
  const t = useMessages().readiness
  const f = useFormat()
  const region = page.rows[0]!
  const { counts } = region
  return (
    <section aria-labelledby={RESULTS_ID} className="mt-8">
      <h2 id={RESULTS_ID} className="text-xl">
        {t.counts(f.number(counts.met), f.number(counts.not_met), f.number(counts.unknown))}
      </h2>
      <div className="mt-4">
        <CriterionList region={region} criteria={page.criteria} />
      </div>
      <TeamSection page={page} refusal={refusal} />
      <BoardLink href={page.boardHref}>{t.board}</BoardLink>
    </section>
  )
}

function ByCriterion({ page }: { page: ReadinessPage }) {
  const t = useMessages().readiness
  const f = useFormat()
  return (
    <section className="mt-10">
      <Table
        caption={t.byCriterion(f.number(page.total))}
        showCaption
        columns={[
          { key: 'name', label: t.columns.criterion },
          { key: 'met', label: t.states.met, numeric: true },
          { key: 'not_met', label: t.states.not_met, numeric: true },
          { key: 'unknown', label: t.states.unknown, numeric: true },
        ]}
        rows={page.byCriterion.map((row) => ({
          id: `kriteria-${row.criterion}`,
          cells: {
            name: t.criteria[row.criterion].name,
            met: f.number(row.met),
            not_met: f.number(row.not_met),
            unknown: f.number(row.unknown),
          },
        }))}
      />
    </section>
  )
}

function RegencyList({ page }: { page: ReadinessPage }) {
  const t = useMessages().readiness
  const f = useFormat()
  return (
    <section aria-labelledby={RESULTS_ID} className="mt-10">
      <h2 id={RESULTS_ID} className="text-xl">
        {t.list}
      </h2>
      <nav aria-label={t.order.label} className="no-print mt-2 flex flex-wrap items-center gap-x-4">
        <span className="text-sm text-muted">{t.order.label}:</span>
        {page.orders.map(({ order, href }) => (
          <a
            key={order}
            href={`${href}#${RESULTS_ID}`}
            aria-current={order === page.order ? 'true' : undefined}
            className="inline-flex min-h-11 items-center aria-[current=true]:font-semibold aria-[current=true]:no-underline"
          >
            {t.order[order]}
          </a>
        ))}
      </nav>
      <div className="mt-3 overflow-x-auto">
        <Table
          caption={t.list}
          columns={[
            { key: 'name', label: t.columns.region },
            { key: 'counts', label: t.columns.counts },
            ...CRITERION_IDS.map((id) => ({ key: id, label: t.criteria[id].short })),
          ]}
          rows={page.rows.map((region) => ({
            id: `wilayah-${region.code}`,
            href: region.href,
            cells: {
              name: region.name,
              counts: t.countsShort(
                f.number(region.counts.met),
                f.number(region.counts.not_met),
                f.number(region.counts.unknown),
              ),
              ...Object.fromEntries(
                region.judged.map(({ criterion, state, evidence }) => [
                  criterion,
                  <span key={criterion} className="inline-flex flex-col items-start gap-0.5">
                    <StateTag state={state} short />
                    {evidence && (
                      <span className="tabular text-sm text-muted">
                        {t.outOf(f.number(evidence.number), f.number(evidence.denominator))}
                      </span>
                    )}
                  </span>,
                ]),
              ),
            },
          }))}
        />
      </div>
      <Pagination
        page={page.page}
        pageSize={page.pageSize}
        total={page.total}
        hrefFor={(hal) => paths.readiness({ wilayah: page.region?.code ?? null, urut: page.order, hal: String(hal) })}
      />
    </section>
  )
}
