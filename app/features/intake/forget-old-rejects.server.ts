import type { Db } from '#db/client.ts'
import { deleteOldImportRejects } from '#db/queries/imports.ts'
import { REJECTS_KEPT_DAYS } from './rejects-kept.ts'

/** Removes rejected rows that nobody mended in time. @param now instant, ISO with Z @returns how many. */
export async function forgetOldRejects(db: Db, now: string): Promise<number> {
  return deleteOldImportRejects(db, new Date(Date.parse(now) - REJECTS_KEPT_DAYS * 86_400_000).toISOString())
}
