import type { Db } from '#db/client.ts'
import { addSearchDemand } from '#db/queries/search-demand.ts'
import type { Filters, IndexName } from '#search/engine.ts'
import { demandOf } from './demand-of.server.ts'

/** The same demand within this time is the same person who types on, or loads the page again. */
const SAME_MS = 30_000
const MOST_REMEMBERED = 1000

const counted = new WeakMap<Db, Map<string, number>>()

/**
 * Counts a search that found nothing as demand, without who asked; a search that says nothing usable is passed over, and so
 * is what was counted a moment ago.
 * @param clock milliseconds since 1970.
 */
export async function recordDemand(
  db: Db,
  asked: { readonly index: IndexName; readonly text: string; readonly filters: Filters },
  today: string,
  clock = Date.now(),
): Promise<void> {
  const demand = demandOf(asked.text, asked.filters)
  if (demand === null) return
  if (wasCounted(db, JSON.stringify([asked.index, demand]), clock)) return
  // why: the page answers its reader also while another process keeps the database busy
  await addSearchDemand(db, { day: today, index_name: asked.index, ...demand }).catch(() => {})
}

function wasCounted(db: Db, key: string, clock: number): boolean {
  const known = counted.get(db) ?? new Map<string, number>()
  counted.set(db, known)
  const last = known.get(key)
  known.delete(key)
  known.set(key, clock)
  if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value!)
  return last !== undefined && clock - last < SAME_MS
}
