import { regencyOfLoads } from '#app/domain/access/viewer.ts'
import type { Day } from '#app/domain/values/day.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { getImportBatchOf } from '#db/queries/imports.ts'
import type { ImportSite } from './import-jobs.server.ts'
import { cancelImport, startImport } from './settle-import.server.ts'

/**
 * Carries out a button of a load's page: `simpan` writes it, `batal` gives it up. Pressed twice or too late it does
 * nothing; the page then shows how the load stands.
 * @returns where to go next.
 * @throws Response 401 or 403 for who may not load lists, 404 for a load unknown or of another office, 400 for a form that is
 * none of ours.
 */
export async function actOnImport(
  site: ImportSite,
  batchId: string,
  form: FormData,
  when: { readonly today: Day; readonly now: string },
): Promise<string> {
  demand(site.viewer, 'actors:import')
  const office = regencyOfLoads(site.viewer.scope)
  const known = /^[0-9a-f-]{36}$/.test(batchId) && (await getImportBatchOf(site.client.db, office, batchId))
  if (!known) throw notFound()
  const intent = form.get('intent')
  if (intent === 'simpan') await startImport(site, batchId, when)
  else if (intent === 'batal') await cancelImport(site, batchId, when.now)
  else throw badRequest()
  return paths.importBatch(batchId)
}
