import { Table } from '#app/components/table.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import type { PlanResult } from '#app/domain/planning/plan-result.ts'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { useGoalSums } from './goal-words.ts'
import type { PlanPage } from './plan-page.server.ts'

/** Provinces named in a line of the price list; the others are counted. */
const NAMED = 4
/** Floors shown before the rest is unfolded. */
const FIRST_FLOORS = 12

/** What one more place at each partner is worth, and where. */
export function PlanPrices({ page, answer }: { page: PlanPage; answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const sums = useGoalSums()
  return (
    <Table
      caption={t.prices}
      showCaption
      columns={[
        { key: 'name', label: t.offer },
        { key: 'used', label: t.used, numeric: true },
        { key: 'worth', label: t.worth },
        { key: 'where', label: t.where },
      ]}
      rows={answer.offers.map((offer) => {
        const best = Object.entries(offer.worthByProvince).filter(([, worth]) => (worth.covered ?? 0) > 0)
        const names = f.list(best.slice(0, NAMED).map(([code]) => page.regionNames[code] ?? code))
        return {
          id: `harga-${offer.offer}`,
          cells: {
            name: page.offerNames[offer.offer] ?? offer.offer,
            used: t.usedOf(f.number(offer.used), f.number(offer.places)),
            worth: sums(offer.worth),
            where: best.length === 0 ? '' : t.provinces(names, f.number(best.length)),
          },
        }
      })}
    />
  )
}

/** What the floor of each area asks for, what it got, and what that costs the whole. */
export function PlanFloors({ page, answer }: { page: PlanPage; answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const locale = useLocale()
  const sums = useGoalSums()
  if (answer.floors.length === 0) return null
  const areaName = (area: string): string =>
    (CLUSTER_IDS as readonly string[]).includes(area)
      ? termLabel(locale, 'cluster', area)
      : (page.regionNames[area] ?? area)
  const rest = answer.floors.slice(FIRST_FLOORS)
  const table = (floors: typeof answer.floors, showCaption: boolean) => (
    <Table
      caption={t.floors}
      showCaption={showCaption}
      columns={[
        { key: 'name', label: t.area },
        { key: 'asked', label: t.asked, numeric: true },
        { key: 'placed', label: t.placed, numeric: true },
        { key: 'cost', label: t.cost },
      ]}
      rows={floors.map((floor) => ({
        id: `batas-${floor.area}`,
        cells: {
          name: areaName(floor.area),
          asked: t.usedOf(f.number(floor.asked), f.number(floor.servable)),
          placed: f.number(floor.placed),
          cost: sums(floor.cost),
        },
      }))}
    />
  )
  return (
    <section>
      {table(answer.floors.slice(0, FIRST_FLOORS), true)}
      {rest.length > 0 && <Unfold summary={t.moreRows(f.number(rest.length))}>{table(rest, false)}</Unfold>}
    </section>
  )
}
