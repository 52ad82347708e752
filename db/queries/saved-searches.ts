import type { Db } from '../client.ts'
import type { SavedSearchRow } from '../schema/saved-search.ts'

/** All searches of an owner, the newest first. */
export async function findSavedSearches(db: Db, owner: string): Promise<SavedSearchRow[]> {
  return db
    .selectFrom('saved_search')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertSavedSearch(db: Db, row: SavedSearchRow): Promise<void> {
  await db.insertInto('saved_search').values(row).execute()
}

/** Gives a search of this owner another name; those of others are left alone. */
export async function renameSavedSearch(db: Db, owner: string, id: string, name: string): Promise<void> {
  await db.updateTable('saved_search').set({ name }).where('id', '=', id).where('owner', '=', owner).execute()
}

/** Forgets a search of this owner; one that is gone already is no error. */
export async function deleteSavedSearch(db: Db, owner: string, id: string): Promise<void> {
  await db.deleteFrom('saved_search').where('id', '=', id).where('owner', '=', owner).execute()
}
