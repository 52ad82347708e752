import type { Mentions } from '#app/domain/privacy/mentions.ts'
import type { Db } from '../client.ts'

const spoken = (address: string): string => {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}

/** Removes searches that somebody kept under her name or for it. @returns how many. */
export async function forgetInSearches(trx: Db, mentions: Mentions): Promise<number> {
  const rows = await trx.selectFrom('saved_search').select(['id', 'name', 'path_and_query']).execute()
  const hers = rows.filter((row) => mentions.anywhere(row.name) || mentions.anywhere(spoken(row.path_and_query)))
  for (const { id } of hers) await trx.deleteFrom('saved_search').where('id', '=', id).execute()
  return hers.length
}
