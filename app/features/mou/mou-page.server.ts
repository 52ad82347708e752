import {
  type BurnDownPoint,
  balanceOn,
  burnDown,
  clauseBalances,
  type Misfit,
  type MouState,
  monthlyBalances,
  mouState,
  mouWarning,
  placesPromised,
} from '#app/domain/loop/commitments.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findPartners } from '#db/queries/partners.ts'
import { getMouRecord, mayChangeMou, regionNamer } from './mou-records.server.ts'

export interface ClauseLine {
  readonly id: string
  readonly quantity: number
  readonly need: string | null
  readonly places: readonly string[]
  readonly by: string | null
  readonly words: string | null
  readonly delivered: number
  readonly balance: number
  readonly late: boolean
}

export interface MouPage {
  readonly id: string
  readonly title: string
  readonly isDemo: boolean
  readonly number: string | null
  readonly parties: string | null
  readonly partner: { readonly id: string; readonly name: string } | null
  readonly places: readonly string[]
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly documentUrl: string | null
  /** The uploaded document; null where there is none. */
  readonly document: { readonly name: string; readonly bytes: number } | null
  readonly note: string | null
  readonly state: MouState
  /** Days to the end; null where it is unknown or past. */
  readonly daysLeft: number | null
  /** The warning reached: 180, 90 or 30; null before. */
  readonly warning: number | null
  readonly clauses: readonly ClauseLine[]
  readonly now: BurnDownPoint
  readonly months: readonly BurnDownPoint[]
  readonly days: readonly BurnDownPoint[]
  readonly placesLeft: number
  /** Referrals that fit no clause, and why. */
  readonly misfits: readonly { readonly why: Misfit; readonly count: number }[]
  readonly over: number
  readonly mayChange: boolean
}

const MISFITS: readonly Misfit[] = ['out_of_area', 'before_start', 'after_end', 'no_clause']

/** One MoU with its commitments counted down by real referrals. @throws 401, 403; 404 outside the viewer's scope. */
export async function loadMou(
  { db, viewer, today }: Pick<RequestContext, 'db' | 'viewer' | 'today'>,
  id: string,
): Promise<MouPage> {
  demand(viewer, 'mou:read')
  const record = await getMouRecord(db, viewer.scope, id)
  if (!record) throw notFound()
  const { row, mou, clauseRows, allocations } = record
  const nameOf = await regionNamer(db)
  const [partner] = row.partner_id === null ? [] : await findPartners(db, [row.partner_id])
  const until = mou.endsOn !== null && mou.endsOn < today ? mou.endsOn : today
  const left = daysBetween(today, mou.endsOn)
  return {
    id: row.id,
    title: row.title,
    isDemo: row.is_demo === 1,
    number: row.number,
    parties: row.parties,
    partner: partner ? { id: partner.id, name: partner.name } : null,
    places: mou.regions.map(nameOf),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    documentUrl: row.document_url,
    document: row.document_file === null ? null : { name: row.document_name!, bytes: row.document_bytes! },
    note: row.note,
    state: mouState(mou, today),
    daysLeft: left !== null && left >= 0 ? left : null,
    warning: mouWarning(mou, today),
    clauses: clauseBalances(mou, allocations, today).map(({ clause, delivered, balance, late }) => ({
      id: clause.id,
      quantity: clause.quantity,
      need: clause.need,
      places: clause.regions.map(nameOf),
      by: clause.by,
      words: clauseRows.find((one) => one.id === clause.id)?.words ?? null,
      delivered,
      balance,
      late,
    })),
    now: balanceOn(mou, allocations, today),
    months: monthlyBalances(mou, allocations, until),
    days: burnDown(mou, allocations, until),
    placesLeft: placesPromised(mou, allocations, today),
    misfits: MISFITS.map((why) => ({ why, count: allocations.filter((one) => one.misfit === why).length })).filter(
      ({ count }) => count > 0,
    ),
    over: allocations.filter((one) => one.over).length,
    mayChange: mayChangeMou(viewer, row),
  }
}
