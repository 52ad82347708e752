import type { Db } from '../client.ts'
import type { SearchDemandRow } from '../schema/search-demand.ts'

/** Different demands kept of one day; whoever asks for nonsense all day long fills no disk. */
const MOST_A_DAY = 2_000

/** Counts one search that found nothing; a new demand beyond the day's limit is passed over. */
export async function addSearchDemand(db: Db, demand: Omit<SearchDemandRow, 'searches'>): Promise<void> {
  const { day, index_name, words, filters } = demand
  const counted = await db
    .updateTable('search_demand')
    .set((eb) => ({ searches: eb('searches', '+', 1) }))
    .where('day', '=', day)
    .where('index_name', '=', index_name)
    .where('words', '=', words)
    .where('filters', '=', filters)
    .executeTakeFirst()
  if (Number(counted.numUpdatedRows) > 0) return
  const { kept } = await db
    .selectFrom('search_demand')
    .select((eb) => eb.fn.countAll().as('kept'))
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  if (Number(kept) >= MOST_A_DAY) return
  await db
    .insertInto('search_demand')
    .values({ ...demand, searches: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'index_name', 'words', 'filters'])
        .doUpdateSet((eb) => ({ searches: eb('search_demand.searches', '+', 1) })),
    )
    .execute()
}

/** What was asked for in a region, sector and need without being found; null where the searches do not say. */
export interface DemandCell {
  /** Code of a kabupaten or kota, or of a province. */
  readonly region: string | null
  readonly sector: string | null
  readonly need: string | null
  readonly searches: number
  readonly firstDay: string
  readonly lastDay: string
}

/**
 * Searches without a result by region, sector and need, the most frequent first.
 * @param asked first and last day (YYYY-MM-DD, both included) and the index that was searched.
 */
export async function sumSearchDemand(
  db: Db,
  asked: { readonly index: 'offers' | 'actors'; readonly from: string; readonly to: string },
): Promise<DemandCell[]> {
  const rows = await db
    .selectFrom('search_demand')
    .select((eb) => [
      'region',
      'sector',
      'need',
      eb.fn.sum('searches').as('searches'),
      eb.fn.min('day').as('firstDay'),
      eb.fn.max('day').as('lastDay'),
    ])
    .where('index_name', '=', asked.index)
    .where('day', '>=', asked.from)
    .where('day', '<=', asked.to)
    .groupBy(['region', 'sector', 'need'])
    .execute()
  return rows
    .map((row) => ({ ...row, searches: Number(row.searches) }))
    .sort((a, b) => b.searches - a.searches || (cellKey(a) < cellKey(b) ? -1 : 1))
}

function cellKey({ region, sector, need }: Pick<DemandCell, 'region' | 'sector' | 'need'>): string {
  return JSON.stringify([region ?? '', sector ?? '', need ?? ''])
}
