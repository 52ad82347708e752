import type { Db } from '#db/client.ts'
import { addSearchDemand } from '#db/queries/search-demand.ts'
import type { Filters, IndexName } from '#search/engine.ts'
import { demandOf } from './demand-of.server.ts'

/** Counts a search that found nothing as demand, without who asked; a search that says nothing usable is passed over. */
export async function recordDemand(
  db: Db,
  index: IndexName,
  text: string,
  filters: Filters,
  today: string,
): Promise<void> {
  const demand = demandOf(text, filters)
  if (demand === null) return
  // why: the page answers its reader also while another process keeps the database busy
  await addSearchDemand(db, { day: today, index_name: index, ...demand }).catch(() => {})
}
