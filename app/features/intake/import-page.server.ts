import { existsSync } from 'node:fs'
import { regencyOfLoads } from '#app/domain/access/viewer.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { IntakeErrorCode, IntakeErrorValues } from '#app/intake/intake-error.ts'
import { LIMITS } from '#app/intake/limits.ts'
import { isAskedToStop, type JobProgress, jobFolder, readProgress } from '#app/intake/load/job-folder.ts'
import { type LoadSummary, parseSummary, type SampleRow } from '#app/intake/load/summary.ts'
import type { Problem } from '#app/intake/understand/problem.ts'
import { demand } from '#app/lib/guard.server.ts'
import { openStaging } from '#db/import-staging.ts'
import {
  findFinishedImports,
  findImportBatches,
  findImportRejects,
  getImportBatch,
  getImportBatchOf,
} from '#db/queries/imports.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import type { ImportBatchRow } from '#db/schema/import.ts'
import type { ImportSite } from './import-jobs.server.ts'
import { isAtWork, settleImports } from './settle-import.server.ts'

/** A line of the list of past loads. */
export type BatchLine = Pick<
  ImportBatchRow,
  'id' | 'file_name' | 'status' | 'rows_new' | 'rows_changed' | 'rows_rejected' | 'created_at'
> & { readonly atWork: boolean }

export interface ImportsPage {
  readonly batches: readonly BatchLine[]
  /** Megabytes a file may have. */
  readonly limitMegabytes: number
  readonly today: Day
  /** The only kabupaten or kota whose rows are taken; null for any. */
  readonly office: string | null
}

export interface RejectLine {
  readonly row: number
  readonly problems: readonly Problem[]
}

export type ImportPage = {
  readonly id: string
  readonly fileName: string
  readonly summary: LoadSummary | null
  readonly regionNames: Readonly<Record<string, string>>
  /** The first rejected rows; empty when there are none or they have been forgotten. */
  readonly rejects: readonly RejectLine[]
} & (
  | { readonly state: 'working'; readonly progress: JobProgress | null; readonly stopping: boolean }
  | { readonly state: 'ready'; readonly sample: readonly SampleRow[]; readonly loadedBefore: string | null }
  | { readonly state: 'done' }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed'
      readonly failure: { readonly code: IntakeErrorCode; readonly values: IntakeErrorValues }
    }
)

const SHOWN_REJECTS = 20

async function officeName(site: ImportSite): Promise<string | null> {
  const code = regencyOfLoads(site.viewer.scope)
  return code === null ? null : ((await namesOf(site, new Set([code])))[code] ?? code)
}

/** The upload form with the past loads of the viewer's office. @throws Response 401 or 403 for who may not load lists. */
export async function loadImportsPage(
  site: ImportSite,
  when: { readonly today: Day; readonly now: string },
): Promise<ImportsPage> {
  demand(site.viewer, 'actors:import')
  await settleImports(site, when.now)
  const batches = await findImportBatches(site.client.db, regencyOfLoads(site.viewer.scope))
  return {
    limitMegabytes: Math.floor(LIMITS.fileBytes / 1_000_000),
    today: when.today,
    office: await officeName(site),
    batches: batches.map((batch) => ({
      id: batch.id,
      file_name: batch.file_name,
      status: batch.status,
      rows_new: batch.rows_new,
      rows_changed: batch.rows_changed,
      rows_rejected: batch.rows_rejected,
      created_at: batch.created_at,
      atWork: isAtWork(batch),
    })),
  }
}

async function namesOf(site: ImportSite, codes: ReadonlySet<string>): Promise<Record<string, string>> {
  const regions = await findRegions(site.client.db)
  return Object.fromEntries(
    regions.filter(({ code }) => codes.has(code)).map((region) => [region.code, regionLabel(region)]),
  )
}

function sampleOf(site: ImportSite, batchId: string): SampleRow[] {
  const { staging } = jobFolder(site.dataDir, batchId)
  if (!existsSync(staging)) return []
  const room = openStaging(staging, { readonly: true })
  try {
    return room.sample().map((row) => JSON.parse(row) as SampleRow)
  } finally {
    room.close()
  }
}

/** One load of the viewer's office in whatever state it is; null when there is none of that id. Refusals as above. */
export async function loadImportPage(site: ImportSite, batchId: string, now: string): Promise<ImportPage | null> {
  const { db } = site.client
  demand(site.viewer, 'actors:import')
  const office = regencyOfLoads(site.viewer.scope)
  if (!/^[0-9a-f-]{36}$/.test(batchId) || !(await getImportBatchOf(db, office, batchId))) return null
  await settleImports(site, now)
  const batch = (await getImportBatch(db, batchId))!
  const summary = parseSummary(batch.mapping)
  const rejects = await findImportRejects(db, batchId, { limit: SHOWN_REJECTS })
  const sample = batch.status === 'preview' && summary ? sampleOf(site, batchId) : []
  const codes = new Set([
    ...(summary?.regions ?? []).map(({ code }) => code),
    ...sample.map((row) => row.regency ?? ''),
  ])
  const common = {
    id: batch.id,
    fileName: batch.file_name,
    summary,
    regionNames: await namesOf(site, codes),
    rejects: rejects.map((row) => ({ row: row.row_number, problems: JSON.parse(row.problems) as Problem[] })),
  }
  if (isAtWork(batch)) {
    const folder = jobFolder(site.dataDir, batchId)
    return { ...common, state: 'working', progress: readProgress(folder), stopping: isAskedToStop(folder) }
  }
  if (batch.status === 'preview') {
    const before = (await findFinishedImports(db, office, batch.sha256)).find(({ id }) => id !== batch.id)
    return { ...common, state: 'ready', sample, loadedBefore: before?.finished_at ?? null }
  }
  if (batch.status === 'failed') {
    const failure = JSON.parse(batch.failure ?? '{"code":"load.unexpected","values":{}}')
    return { ...common, state: 'failed', failure }
  }
  return batch.status === 'done' ? { ...common, state: 'done' } : { ...common, state: 'cancelled' }
}
