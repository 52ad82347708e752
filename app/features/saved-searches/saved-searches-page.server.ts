import type { Day } from '#app/domain/values/day.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { Db } from '#db/client.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { findSavedSearches } from '#db/queries/saved-searches.ts'
import { ownerOf, ownerSecret } from './owner.server.ts'
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

async function searchesOf(db: Db, request: Request): Promise<SavedSearch[]> {
  const secret = ownerSecret(request)
  if (secret === null) return []
  const rows = await findSavedSearches(db, ownerOf(secret))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.path_and_query,
    savedOn: jakartaDay(new Date(row.created_at)),
  }))
}

/** Everything the browser of a request has saved. */
export async function loadSavedSearchesPage(db: Db, request: Request): Promise<SavedSearchesPage> {
  const searches = await searchesOf(db, request)
  const regions = await findRegions(db)
  return {
    searches,
    regionNames: Object.fromEntries(regions.map((region) => [region.code, regionLabel(region)])),
  }
}

/** What the browser of a request has saved, seen from one search. */
export async function loadSavedHere(db: Db, request: Request, target: SavedTarget): Promise<SavedHere> {
  const address = addressOf(target)
  const searches = await searchesOf(db, request)
  return {
    address,
    name: searches.find((search) => search.address === address)?.name ?? null,
    ofThisList: searches.filter((search) => targetOf(search.address)?.list === target.list),
    count: searches.length,
  }
}
