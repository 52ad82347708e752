import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Table } from '#app/components/table.tsx'
import { goalsOf, PLAN_GOALS } from '#app/domain/planning/scenario.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { placedByProvince, usedByOffer } from './compare-plans.ts'
import type { PlanPage, StoredPlanView } from './plan-page.server.ts'

/** This plan beside another: what was asked, what is reached, who gives it, and who gets it. */
export function PlanCompare({ page }: { page: PlanPage }) {
  const t = useMessages().plans.result
  const f = useFormat()
  if (page.others.length === 0) return null
  return (
    <section aria-labelledby="banding-judul">
      <h2 id="banding-judul" className="text-xl">
        {t.compare}
      </h2>
      <form method="get" className="no-print mt-3 flex max-w-2xl flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <SelectField
            name="banding"
            label={t.with}
            empty={t.choose}
            value={page.other?.id ?? ''}
            options={page.others.map((one) => ({
              value: one.id,
              label: `${one.name || one.id}, ${f.instant(one.at)}`,
            }))}
          />
        </div>
        <Button look="secondary">{t.show}</Button>
      </form>
      {page.other && <SideBySide page={page} a={page.plan} b={page.other} />}
    </section>
  )
}

function SideBySide({ page, a, b }: { page: PlanPage; a: StoredPlanView; b: StoredPlanView }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const asked = useAsked(page)
  const columns = (first: string) => [
    { key: 'name', label: first },
    { key: 'a', label: `A: ${a.scenario.name}` },
    { key: 'b', label: `B: ${b.scenario.name}` },
  ]
  const figures = (first: string) => columns(first).map((one) => (one.key === 'name' ? one : { ...one, numeric: true }))
  const goal = (plan: StoredPlanView, name: (typeof PLAN_GOALS)[number]): string =>
    plan.answer.outcome === 'solved' ? f.number(plan.answer.reached[name] ?? 0) : t.none
  const counts = (
    id: string,
    caption: string,
    first: string,
    one: ReturnType<typeof usedByOffer>,
    two: typeof one,
    names: PlanPage['offerNames'],
  ) => (
    <Table
      caption={caption}
      showCaption
      columns={figures(first)}
      rows={[...new Set([...one.keys(), ...two.keys()])].sort().map((key) => ({
        id: `${id}-${key}`,
        cells: { name: names[key] ?? key, a: f.number(one.get(key) ?? 0), b: f.number(two.get(key) ?? 0) },
      }))}
    />
  )
  const [askedA, askedB] = [asked(a), asked(b)]
  return (
    <div className="mt-4 space-y-8">
      <Table
        caption={t.askedFor}
        showCaption
        columns={columns(t.choice)}
        rows={askedA.map(([name, value], at) => ({
          id: `diminta-${at}`,
          cells: { name, a: value, b: askedB[at]![1] },
        }))}
      />
      <Table
        caption={t.reached}
        showCaption
        columns={figures(t.goal)}
        rows={PLAN_GOALS.map((name) => ({
          id: `banding-${name}`,
          cells: { name: t.goals[name], a: goal(a, name), b: goal(b, name) },
        }))}
      />
      {counts('mitra', t.placesByOffer, t.offer, usedByOffer(a.answer), usedByOffer(b.answer), page.offerNames)}
      {counts(
        'provinsi',
        t.placesByProvince,
        t.area,
        placedByProvince(a.answer),
        placedByProvince(b.answer),
        page.regionNames,
      )}
    </div>
  )
}

/** What a scenario asks for, line by line, the same lines for every scenario. */
function useAsked(page: PlanPage): (plan: StoredPlanView) => readonly (readonly [string, string])[] {
  const t = useMessages().plans
  const f = useFormat()
  const locale = useLocale()
  const listOr = (words: readonly string[], all: string): string => (words.length === 0 ? all : f.list(words))
  return ({ scenario, day }) => {
    const { floor, programmes } = scenario
    return [
      [
        t.page.regions,
        listOr(
          scenario.regions.map((code) => page.regionNames[code] ?? code),
          t.result.country,
        ),
      ],
      [
        t.page.clusters,
        listOr(
          scenario.clusters.map((id) => termLabel(locale, 'cluster', id)),
          t.result.all,
        ),
      ],
      [
        t.page.needs,
        listOr(
          scenario.needs.map((id) => termLabel(locale, 'need', id)),
          t.result.all,
        ),
      ],
      [
        t.page.partners,
        scenario.offers.length === 0 ? t.result.all : t.result.offers(f.number(scenario.offers.length)),
      ],
      [t.page.order, f.list(goalsOf(scenario).map((goal) => t.page.goals[goal]))],
      [t.page.floor, floor === null ? t.result.no : t.result.floorOf(f.percent(floor.share), t.page.per[floor.per])],
      [t.page.perActor, f.number(scenario.perActor)],
      [t.page.batch, programmes === null ? t.result.no : f.number(programmes.minimumBatch)],
      [t.page.capacities, f.number(Object.keys(scenario.capacities).length)],
      [t.result.hand, f.number(scenario.overrides.length)],
      [t.result.dataOf, f.day(day)],
    ]
  }
}
