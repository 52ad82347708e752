import { Button, LinkButton } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Figure } from '#app/components/figure.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { type Column, Table } from '#app/components/table.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import { GAP_STATES, type GapState, gapOf } from '#app/domain/gaps/count-gaps.ts'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { BoardLink, RegionHeader } from '#app/features/regions/region-header.tsx'
import { RegionMapSection } from '#app/features/regions/region-map-section.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { FollowUpSection } from './follow-up-section.tsx'
import type { GapPage } from './gap-page.server.ts'
import { UnfoundSection } from './unfound-section.tsx'

/** Places shown before the rest is unfolded. */
const PLACES_SHOWN = 12

/** The states that are gaps, worst first, as the tables show them. */
const SHOWN = [...GAP_STATES].reverse().filter((state): state is Exclude<GapState, 'served'> => state !== 'served')

/** Demand against supply: figures, map, needs with their reasons, places, and what stands in the way. */
export function GapView({ page }: { page: GapPage }) {
  const t = useMessages().gaps
  const f = useFormat()
  const { total } = page
  const gap = gapOf(total)
  const source = { name: t.source(f.number(page.actors), f.number(page.offers), page.policy) }
  const place = page.region?.name ?? t.country
  return (
    <>
      <RegionHeader
        page={page}
        words={t}
        intro={t.intro}
        actions={
          page.tasksHref && (
            <LinkButton look="secondary" href={page.tasksHref}>
              {t.tasks}
            </LinkButton>
          )
        }
      />
      <Filter page={page} />
      <section aria-labelledby={RESULTS_ID} className="mt-8">
        <h2 id={RESULTS_ID} className="text-xl">
          {t.figures(place)}
        </h2>
        <div className="mt-4 grid gap-6 sm:grid-cols-3">
          {(
            [
              [gap, t.gap],
              [total.states.no_offer, t.states.no_offer],
              [total.states.one_change, t.states.one_change],
            ] as const
          ).map(([value, label]) => (
            <Figure
              key={label}
              value={f.number(value)}
              label={label}
              denominator={f.number(total.wanted)}
              source={source}
              date={f.day(page.today)}
            />
          ))}
        </div>
        {page.demo > 0 && <p className="mt-4 text-sm text-muted">{t.demo(f.number(page.demo))}</p>}
      </section>
      <FollowUpSection page={page} />
      <RegionMapSection page={page} words={t.map} />
      <NeedTable page={page} />
      {page.places.length > 0 && <PlaceTable page={page} />}
      <Reasons page={page} />
      <UnfoundSection unfound={page.unfound} />
    </>
  )
}

function Filter({ page }: { page: GapPage }) {
  const t = useMessages().gaps
  const locale = useLocale()
  const { query } = page
  const options = (kind: 'sector' | 'need') =>
    termIds(kind)
      .filter((id) => id !== '*')
      .map((value) => ({ value, label: termLabel(locale, kind, value) }))
  return (
    <form method="get" action={paths.gaps()} className="no-print grid max-w-4xl items-end gap-4 sm:grid-cols-4">
      {query.region && <input type="hidden" name="wilayah" value={query.region} />}
      <SelectField
        name="kluster"
        label={t.filter.cluster}
        empty={t.filter.all}
        value={query.cluster ?? ''}
        options={CLUSTER_IDS.map((value) => ({ value, label: termLabel(locale, 'cluster', value) }))}
      />
      <SelectField
        name="sektor"
        label={t.filter.sector}
        empty={t.filter.all}
        value={query.sector ?? ''}
        options={options('sector')}
      />
      <SelectField
        name="kebutuhan"
        label={t.filter.need}
        empty={t.filter.all}
        value={query.need ?? ''}
        options={options('need')}
      />
      <Button>{t.filter.apply}</Button>
    </form>
  )
}

function NeedTable({ page }: { page: GapPage }) {
  const t = useMessages().gaps
  const f = useFormat()
  const locale = useLocale()
  const columns: Column[] = [
    { key: 'name', label: t.columns.need },
    { key: 'wanted', label: t.columns.wanted, numeric: true },
    { key: 'gap', label: t.columns.gap, numeric: true },
    ...SHOWN.map((state) => ({ key: state, label: t.columns[state], numeric: true })),
    ...(page.needs.some(({ searches }) => searches > 0)
      ? [{ key: 'searches', label: t.columns.searches, numeric: true }]
      : []),
  ]
  return (
    <section className="mt-10 overflow-x-auto">
      <Table
        caption={t.needs}
        showCaption
        columns={columns}
        rows={page.needs.map((row) => ({
          id: `kebutuhan-${row.need}`,
          href: row.href,
          cells: {
            name: termLabel(locale, 'need', row.need),
            wanted: f.number(row.wanted),
            gap: f.number(gapOf(row)),
            ...Object.fromEntries(SHOWN.map((state) => [state, f.number(row.states[state])])),
            searches: f.number(row.searches),
          },
        }))}
      />
      {page.needs.length === 0 && <p>{t.nobody}</p>}
    </section>
  )
}

function PlaceTable({ page }: { page: GapPage }) {
  const t = useMessages().gaps
  const f = useFormat()
  const places = page.places.filter((place) => place.sum.wanted > 0).sort((a, b) => b.actors - a.actors)
  if (places.length === 0) return null
  const caption = page.region ? t.regencies : t.provinces
  const rest = places.slice(PLACES_SHOWN)
  const table = (rows: typeof places, showCaption: boolean) => (
    <Table
      caption={caption}
      showCaption={showCaption}
      columns={[
        { key: 'name', label: t.columns.place },
        { key: 'wanted', label: t.columns.wanted, numeric: true },
        { key: 'gap', label: t.columns.gap, numeric: true },
        { key: 'no_offer', label: t.columns.no_offer, numeric: true },
        { key: 'one_change', label: t.columns.one_change, numeric: true },
      ]}
      rows={rows.map(({ code, name, href, actors, sum }) => ({
        id: `wilayah-${code}`,
        href,
        cells: {
          name,
          wanted: f.number(sum.wanted),
          gap: f.number(actors),
          no_offer: f.number(sum.states.no_offer),
          one_change: f.number(sum.states.one_change),
        },
      }))}
    />
  )
  return (
    <section className="mt-10">
      {table(places.slice(0, PLACES_SHOWN), true)}
      {rest.length > 0 && <Unfold summary={t.morePlaces(f.number(rest.length))}>{table(rest, false)}</Unfold>}
    </section>
  )
}

function Reasons({ page }: { page: GapPage }) {
  const t = useMessages().gaps
  const f = useFormat()
  const locale = useLocale()
  return (
    <section aria-labelledby="sebab" className="mt-10 max-w-prose">
      <h2 id="sebab" className="text-xl">
        {t.reasons}
      </h2>
      <ul className="mt-3 list-disc space-y-1 ps-5">
        {[...SHOWN, 'served' as const]
          .filter((state) => page.total.states[state] > 0)
          .map((state) => (
            <li key={state}>
              <strong>{f.number(page.total.states[state])}</strong> {t.states[state]}
            </li>
          ))}
      </ul>
      {page.blockers.length > 0 && (
        <>
          <h3 className="mt-6 text-lg">{t.blockers}</h3>
          <ul className="mt-2 list-disc space-y-1 ps-5">
            {page.blockers.map(({ fact, actors, alone }) => (
              <li key={fact}>
                {termLabel(locale, 'fact', fact)}: {t.blockerLine(f.number(actors), f.number(alone))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-6 text-lg">{t.declined}</h3>
      {page.declined.length === 0 ? (
        <p className="mt-2 text-muted">{t.noneDeclined}</p>
      ) : (
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {page.declined.map((one) => (
            <li key={`${one.offer} ${one.place}`}>
              {t.declinedLine(one.partner, one.offer, one.place, f.number(one.proposals))}
            </li>
          ))}
        </ul>
      )}
      <BoardLink href={page.boardHref}>{t.board}</BoardLink>
    </section>
  )
}
