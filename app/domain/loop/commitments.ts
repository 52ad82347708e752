import { type NeedId, provinceOf } from '../values/actor.ts'
import type { Day } from '../values/day.ts'
import { daysBetween } from '../values/day.ts'
import { addDays } from './calendar.ts'

/** A promise of an MoU as a quantity: so many actors, for a need, in regions, by a day. */
export interface Clause {
  readonly id: string
  readonly quantity: number
  /** Null: whatever they need. */
  readonly need: NeedId | null
  /** Province or regency codes; empty: the whole region of the MoU. */
  readonly regions: readonly string[]
  /** Null: by the end of the MoU. */
  readonly by: Day | null
}

export interface Mou {
  readonly id: string
  /** Null where it is not known. */
  readonly partnerId: string | null
  /** Province or regency codes the MoU is for; empty: no limit stated. */
  readonly regions: readonly string[]
  /** Null where the day is not known. */
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly clauses: readonly Clause[]
}

/** One actor referred to the partner. */
export interface Delivery {
  readonly id: string
  readonly on: Day
  readonly regency: string | null
  /** Needs the offer she was referred to serves and she has. */
  readonly needs: readonly NeedId[]
}

/** Days before the end on which an MoU warns. */
export const MOU_WARNINGS: readonly number[] = [180, 90, 30]

export type Misfit = 'before_start' | 'after_end' | 'out_of_area' | 'no_clause'

export interface Allocation {
  readonly deliveryId: string
  readonly on: Day
  /** The clause it counts for; null where it counts for none, and then why. */
  readonly clauseId: string | null
  readonly misfit: Misfit | null
  /** It counts for a clause that was already fulfilled. */
  readonly over: boolean
}

export interface ClauseBalance {
  readonly clause: Clause
  readonly delivered: number
  /** Committed less delivered; negative: more than was promised. */
  readonly balance: number
  /** The day by which it was promised has passed with a balance left. */
  readonly late: boolean
}

/** Whether a regency lies in a list of province and regency codes; an empty list is everywhere. */
export function inRegions(regency: string | null, regions: readonly string[]): boolean {
  if (regions.length === 0) return true
  return regency !== null && (regions.includes(regency) || regions.includes(provinceOf(regency)))
}

const clauseEnd = (mou: Mou, clause: Clause): Day => clause.by ?? mou.endsOn ?? '9999-12-31'

const bySort =
  <T>(key: (one: T) => string, id: (one: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : id(a) < id(b) ? -1 : 1

/** The referrals to the partner of one MoU, where it has no other. */
export function allocate(mou: Mou, deliveries: readonly Delivery[]): readonly Allocation[] {
  return allocateAmong([mou], deliveries).get(mou.id)!
}

/**
 * Counts each referral to a partner for at most one clause of all its MoUs, in the order of days: of the clauses it fits,
 * the first that is not yet fulfilled by the MoU that ends first and then by nearest day, else the first it fits
 * (over-delivery). What fits none of them says why in each.
 * @returns the allocations of every MoU by its id.
 */
export function allocateAmong(
  mous: readonly Mou[],
  deliveries: readonly Delivery[],
): ReadonlyMap<string, readonly Allocation[]> {
  const found = new Map<string, Allocation[]>(mous.map((mou) => [mou.id, []]))
  const ordered = [...mous]
    .sort(
      bySort(
        (mou) => mou.endsOn ?? '9999-12-31',
        (mou) => mou.id,
      ),
    )
    .map((mou) => ({
      mou,
      clauses: [...mou.clauses].sort(
        bySort(
          (clause) => clauseEnd(mou, clause),
          (clause) => clause.id,
        ),
      ),
    }))
  const used = new Map<string, number>()
  for (const delivery of [...deliveries].sort(
    bySort(
      (one) => one.on,
      (one) => one.id,
    ),
  )) {
    const base = { deliveryId: delivery.id, on: delivery.on }
    const looks = ordered.map(({ mou, clauses }) => ({ mou, ...fitOf(mou, clauses, delivery) }))
    const near = looks.flatMap(({ mou, near }) => near.map((clause) => ({ mou, clause })))
    const open = near.find(({ clause }) => (used.get(clause.id) ?? 0) < clause.quantity)
    const chosen = open ?? near[0]
    if (chosen) {
      used.set(chosen.clause.id, (used.get(chosen.clause.id) ?? 0) + 1)
      const counted = { ...base, clauseId: chosen.clause.id, misfit: null, over: open === undefined }
      found.get(chosen.mou.id)!.push(counted)
    } else
      for (const { mou, misfit } of looks) found.get(mou.id)!.push({ ...base, clauseId: null, misfit, over: false })
  }
  return found
}

/** The clauses of an MoU a referral can count for, or why for none. */
function fitOf(
  mou: Mou,
  clauses: readonly Clause[],
  delivery: Delivery,
): { readonly near: readonly Clause[]; readonly misfit: Misfit | null } {
  const misfit = misfitOf(mou, delivery)
  if (misfit) return { near: [], misfit }
  const fitting = clauses.filter(
    (clause) => delivery.on <= clauseEnd(mou, clause) && (clause.need === null || delivery.needs.includes(clause.need)),
  )
  const near = fitting.filter((clause) => inRegions(delivery.regency, clause.regions))
  return { near, misfit: near.length > 0 ? null : fitting.length > 0 ? 'out_of_area' : 'no_clause' }
}

function misfitOf(mou: Mou, delivery: Delivery): Misfit | null {
  if (mou.startsOn !== null && delivery.on < mou.startsOn) return 'before_start'
  if (mou.endsOn !== null && delivery.on > mou.endsOn) return 'after_end'
  return inRegions(delivery.regency, mou.regions) ? null : 'out_of_area'
}

/** How each clause stands on a day, from the referrals up to and on it. */
export function clauseBalances(mou: Mou, allocations: readonly Allocation[], on: Day): readonly ClauseBalance[] {
  return mou.clauses.map((clause) => {
    const delivered = allocations.filter((one) => one.clauseId === clause.id && one.on <= on).length
    const balance = clause.quantity - delivered
    return { clause, delivered, balance, late: balance > 0 && on > clauseEnd(mou, clause) }
  })
}

export interface BurnDownPoint {
  readonly on: Day
  readonly committed: number
  readonly delivered: number
  /** Committed less delivered. */
  readonly balance: number
}

/** The state of all clauses together on a day: nothing is committed before the MoU begins. */
export function balanceOn(mou: Mou, allocations: readonly Allocation[], on: Day): BurnDownPoint {
  const begun = mou.startsOn === null || on >= mou.startsOn
  const committed = begun ? mou.clauses.reduce((sum, clause) => sum + clause.quantity, 0) : 0
  const delivered = allocations.filter((one) => one.clauseId !== null && one.on <= on).length
  return { on, committed, delivered, balance: committed - delivered }
}

/** The burn-down: the first day, each day with a referral, and the last day asked for. */
export function burnDown(mou: Mou, allocations: readonly Allocation[], until: Day): readonly BurnDownPoint[] {
  const days = new Set(allocations.filter((one) => one.clauseId !== null && one.on <= until).map((one) => one.on))
  if (mou.startsOn !== null && mou.startsOn <= until) days.add(mou.startsOn)
  days.add(until)
  return [...days].sort().map((on) => balanceOn(mou, allocations, on))
}

/** The balance at the end of each month since the MoU began (or its first referral), and on the last day asked for. */
export function monthlyBalances(mou: Mou, allocations: readonly Allocation[], until: Day): readonly BurnDownPoint[] {
  const first = mou.startsOn ?? allocations.find((one) => one.clauseId !== null)?.on ?? until
  const points: BurnDownPoint[] = []
  for (let month = first.slice(0, 7); month < until.slice(0, 7); ) {
    const next = addDays(`${month}-28`, 4).slice(0, 7)
    points.push(balanceOn(mou, allocations, addDays(`${next}-01`, -1)))
    month = next
  }
  return [...points, balanceOn(mou, allocations, until)]
}

export type MouState = 'upcoming' | 'in_force' | 'expired' | 'unknown'

/** Whether an MoU holds on a day; without a known end it is unknown, never in force. */
export function mouState(mou: Pick<Mou, 'startsOn' | 'endsOn'>, today: Day): MouState {
  if (mou.endsOn !== null && today > mou.endsOn) return 'expired'
  if (mou.startsOn !== null && today < mou.startsOn) return 'upcoming'
  return mou.startsOn === null || mou.endsOn === null ? 'unknown' : 'in_force'
}

/** Places an MoU still promises on a day. One that is not in force, above all an expired one, frees none. */
export function placesPromised(mou: Mou, allocations: readonly Allocation[], today: Day): number {
  if (mouState(mou, today) !== 'in_force') return 0
  return clauseBalances(mou, allocations, today)
    .filter(({ clause }) => today <= clauseEnd(mou, clause))
    .reduce((sum, { balance }) => sum + Math.max(0, balance), 0)
}

/** The nearest warning that has been reached: 180, 90 or 30 days before the end; null before that and after the end. */
export function mouWarning(mou: Pick<Mou, 'startsOn' | 'endsOn'>, today: Day): number | null {
  if (mou.endsOn === null || today > mou.endsOn) return null
  const left = daysBetween(today, mou.endsOn)!
  return MOU_WARNINGS.filter((days) => left <= days).at(-1) ?? null
}
