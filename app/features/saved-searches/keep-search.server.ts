import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import {
  deleteSavedSearch,
  findSavedSearches,
  insertSavedSearch,
  renameSavedSearch,
} from '#db/queries/saved-searches.ts'
import type { Database } from '#db/schema/index.ts'
import type { SavedSearchRow } from '#db/schema/saved-search.ts'
import { cleanName, MAX_NAME, MAX_SAVED, nameLength } from './saved-name.ts'
import { addressOf, type SavedTarget } from './saved-target.ts'

export type SaveProblem = 'name_missing' | 'name_long' | 'name_taken' | 'too_many' | 'gone'
/** Null when it was done. */
export type SaveResult = SaveProblem | null

/** Keeps a search under a name. One that is kept already gets the new name, so that a form sent twice saves once. */
export async function saveSearch(
  db: Kysely<Database>,
  save: { readonly owner: string; readonly name: unknown; readonly target: SavedTarget; readonly now: string },
): Promise<SaveResult> {
  const name = cleanName(save.name)
  const address = addressOf(save.target)
  return db.transaction().execute(async (trx) => {
    const kept = await findSavedSearches(trx, save.owner)
    const same = kept.find((row) => row.path_and_query === address)
    const problem = nameProblem(name, kept, same?.id)
    if (problem) return problem
    if (same) {
      await renameSavedSearch(trx, save.owner, same.id, name)
      return null
    }
    if (kept.length >= MAX_SAVED) return 'too_many'
    const row = { id: randomUUID(), owner: save.owner, name, path_and_query: address, created_at: save.now }
    await insertSavedSearch(trx, row)
    return null
  })
}

/** Gives a kept search of this owner another name. */
export async function renameSearch(
  db: Kysely<Database>,
  rename: { readonly owner: string; readonly id: string; readonly name: unknown },
): Promise<SaveResult> {
  const name = cleanName(rename.name)
  return db.transaction().execute(async (trx) => {
    const kept = await findSavedSearches(trx, rename.owner)
    if (!kept.some((row) => row.id === rename.id)) return 'gone'
    const problem = nameProblem(name, kept, rename.id)
    if (!problem) await renameSavedSearch(trx, rename.owner, rename.id, name)
    return problem
  })
}

/** Forgets a kept search of this owner; safe to repeat. */
export async function forgetSearch(
  db: Kysely<Database>,
  forget: { readonly owner: string; readonly id: string },
): Promise<void> {
  await db.transaction().execute((trx) => deleteSavedSearch(trx, forget.owner, forget.id))
}

function nameProblem(name: string, kept: readonly SavedSearchRow[], own: string | undefined): SaveResult {
  if (name === '') return 'name_missing'
  if (nameLength(name) > MAX_NAME) return 'name_long'
  const folded = name.toLowerCase()
  return kept.some((row) => row.id !== own && row.name.toLowerCase() === folded) ? 'name_taken' : null
}
