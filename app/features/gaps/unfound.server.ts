import { addDays } from '#app/domain/loop/calendar.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db } from '#db/client.ts'
import { type DemandCell, sumSearchDemand } from '#db/queries/search-demand.ts'

/** Days looked back upon, today among them. */
export const UNFOUND_DAYS = 90

export interface UnfoundRequest {
  /** A province or a kabupaten/kota; null for the country, where searches that name no region count too. */
  readonly region: string | null
  readonly sector: string | null
  readonly need: string | null
  readonly today: Day
}

export interface Unfound {
  /** First and last day counted. */
  readonly from: Day
  readonly to: Day
  readonly searches: number
  /** The most frequent first. */
  readonly cells: readonly DemandCell[]
}

/**
 * Searches for partners' offers that found nothing in the last 90 days. A search that names only the province counts for
 * the province and not for its districts.
 */
export async function findUnfound(db: Db, { region, sector, need, today }: UnfoundRequest): Promise<Unfound> {
  const from = addDays(today, 1 - UNFOUND_DAYS)
  const cells = (await sumSearchDemand(db, { index: 'offers', from, to: today })).filter(
    (cell) =>
      (region === null || cell.region === region || cell.region?.startsWith(`${region}.`)) &&
      (sector === null || cell.sector === sector) &&
      (need === null || cell.need === need),
  )
  return { from, to: today, searches: cells.reduce((sum, cell) => sum + cell.searches, 0), cells }
}
