import type { Day } from '#app/domain/values/day.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { findSavedSearches } from '#db/queries/saved-searches.ts'
import { ownerBehind } from './owner.server.ts'
import { addressOf, type SavedTarget, targetOf } from './saved-target.ts'

export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly savedOn: Day
}

export interface SavedSearchesPage {
  readonly searches: readonly SavedSearch[]
  /** Labels of every region by code. */
  readonly regionNames: Readonly<Record<string, string>>
}

/** What a list page says about saved searches. */
export interface SavedHere {
  /** The search of the page, as it would be saved. */
  readonly address: string
  /** The name under which it is saved; null when it is not. */
  readonly name: string | null
  /** Saved searches of this list, the newest first. */
  readonly ofThisList: readonly SavedSearch[]
  /** Saved searches of all lists. */
  readonly count: number
}

type Context = Pick<RequestContext, 'db' | 'viewer'>

async function searchesOf({ db, viewer }: Context, request: Request): Promise<SavedSearch[]> {
  const owner = ownerBehind(viewer, request)
  if (owner === null) return []
  const rows = await findSavedSearches(db, owner)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.path_and_query,
    savedOn: jakartaDay(new Date(row.created_at)),
  }))
}

/** Everything the account, or the browser, of a request has saved. */
export async function loadSavedSearchesPage(context: Context, request: Request): Promise<SavedSearchesPage> {
  const searches = await searchesOf(context, request)
  const regions = await findRegions(context.db)
  return {
    searches,
    regionNames: Object.fromEntries(regions.map((region) => [region.code, regionLabel(region)])),
  }
}

/** The same, seen from one search. */
export async function loadSavedHere(context: Context, request: Request, target: SavedTarget): Promise<SavedHere> {
  const address = addressOf(target)
  const searches = await searchesOf(context, request)
  return {
    address,
    name: searches.find((search) => search.address === address)?.name ?? null,
    ofThisList: searches.filter((search) => targetOf(search.address)?.list === target.list),
    count: searches.length,
  }
}
