import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { regencyOfLoads } from '#app/domain/access/viewer.ts'
import type { Day } from '#app/domain/values/day.ts'
import { readUpload, type Upload } from '#app/forms/read-upload.server.ts'
import { IntakeError, type IntakeErrorCode, type IntakeErrorValues } from '#app/intake/intake-error.ts'
import { LIMITS } from '#app/intake/limits.ts'
import { jobFolder, makeJobFolder, removeJobFolder } from '#app/intake/load/job-folder.ts'
import { fileKind } from '#app/intake/read/file-kind.ts'
import { readDay } from '#app/intake/understand/read-date.ts'
import { demand } from '#app/lib/guard.server.ts'
import { insertImportBatch } from '#db/queries/imports.ts'
import { forgetOldRejects } from './forget-old-rejects.server.ts'
import { fileSha256 } from './import-file.server.ts'
import { type ImportSite, isBusy, startJob, waitShortly } from './import-jobs.server.ts'
import { recordLoad } from './record-load.server.ts'

/** Names of the inputs of the upload form. */
export const UPLOAD_FIELDS = { file: 'berkas', asOf: 'tanggal' } as const

/** Why an upload was refused; `asOf` as typed, so that it stands in the form again. */
export interface UploadRefusal {
  readonly field: 'berkas' | 'tanggal'
  readonly form: 'file.none' | 'as_of.unreadable' | 'as_of.future' | 'busy' | null
  readonly file: { readonly code: IntakeErrorCode; readonly values: IntakeErrorValues } | null
  readonly asOf: string
}

export type PreviewResult = { readonly batchId: string } | { readonly refusal: UploadRefusal }

/** How long a small file may keep the sender waiting for its preview. */
const PATIENCE_MS = 2500

/** The name without folders and without what no file name should hold. */
function cleanName(name: string): string {
  const base = name.split(/[/\\]/).pop() ?? ''
  return base.replace(/\p{C}/gu, '').trim().slice(-120) || 'berkas'
}

function readAsOf(text: string, today: Day): { asOf: Day } | { problem: 'as_of.unreadable' | 'as_of.future' } {
  if (text.trim() === '') return { asOf: today }
  const asOf = readDay(text, today)
  if (asOf === null) return { problem: 'as_of.unreadable' }
  return asOf > today ? { problem: 'as_of.future' } : { asOf }
}

/**
 * Takes an uploaded file and starts reading it; nothing about an actor is stored.
 * @throws Response 401 or 403 for who may not load lists; when the form is none of ours or too long.
 */
export async function previewImport(
  site: ImportSite,
  request: Request,
  when: { readonly today: Day; readonly now: string },
): Promise<PreviewResult> {
  demand(site.viewer, 'actors:import')
  const batchId = randomUUID()
  const folder = jobFolder(site.dataDir, batchId)
  makeJobFolder(folder)
  try {
    const upload = await readToDisk(request, folder.source)
    const asOfText = upload.fields.get(UPLOAD_FIELDS.asOf) ?? ''
    const refuse = (refusal: Omit<UploadRefusal, 'asOf'>): PreviewResult => {
      removeJobFolder(folder)
      return { refusal: { ...refusal, asOf: asOfText } }
    }
    if (!upload.file) return refuse({ field: 'berkas', form: 'file.none', file: null })
    const day = readAsOf(asOfText, when.today)
    if ('problem' in day) return refuse({ field: 'tanggal', form: day.problem, file: null })
    if (isBusy()) return refuse({ field: 'berkas', form: 'busy', file: null })
    try {
      await fileKind(folder.source)
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      return refuse({ field: 'berkas', form: null, file: { code: error.code, values: error.values } })
    }
    const sha256 = await fileSha256(folder.source)
    const batch = {
      id: batchId,
      file_name: cleanName(upload.file.name),
      sha256,
      status: 'preview',
      mapping: '{}',
      created_at: when.now,
      regency_code: regencyOfLoads(site.viewer.scope),
    } as const
    await site.client.db.transaction().execute(async (trx) => {
      await insertImportBatch(trx, batch)
      await recordLoad(trx, site.viewer, { at: when.now, action: 'import:start', batchId })
    })
    await forgetOldRejects(site.client.db, when.now)
    await waitShortly(startJob(site, { batchId, task: 'read', today: when.today, asOf: day.asOf }), PATIENCE_MS)
    return { batchId }
  } catch (error) {
    removeJobFolder(folder)
    throw error
  }
}

/** Takes the form of an upload; its file goes to the disk as it comes. */
async function readToDisk(request: Request, path: string): Promise<Upload> {
  const target = await open(path, 'w', 0o600)
  try {
    return await readUpload(request, {
      field: UPLOAD_FIELDS.file,
      maxBytes: LIMITS.fileBytes,
      write: (piece) => target.writeFile(piece),
    })
  } finally {
    await target.close()
  }
}
