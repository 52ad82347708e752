import { randomUUID } from 'node:crypto'
import type { AuditDetail } from '#app/domain/audit/event.ts'
import {
  cleanFileName,
  download,
  dropDocument,
  keepDocument,
  openDocument,
  takeDocument,
} from '#app/features/documents/document-store.server.ts'
import type { UploadProblem } from '#app/features/documents/upload-problem.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { deleteProgrammeFile, findProgrammeFiles, insertProgrammeFile } from '#db/queries/programme-files.ts'
import type { ProgrammeFileRow } from '#db/schema/programme.ts'
import {
  demandDraftable,
  getProgrammeRecord,
  type ProgrammeContext,
  type ProgrammeRecord,
  seesInternal,
} from './programme-records.server.ts'

type Context = Pick<ProgrammeContext, 'db' | 'viewer' | 'now'>

/** Most files of one programme. */
export const MOST_PROGRAMME_FILES = 20

/** The files of a programme that the viewer may open. */
export async function filesFor(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  { row }: ProgrammeRecord,
): Promise<readonly ProgrammeFileRow[]> {
  const files = await findProgrammeFiles(db, row.id)
  return seesInternal(viewer, row) ? files : files.filter((file) => file.is_public === 1)
}

/**
 * Keeps a document of a programme: the bytes first, sealed, then the row that points at them. A published programme takes
 * documents too: reports come last.
 * @returns what is wrong with the file, or null when it is kept.
 * @throws Response 401, 403 or 404 as `demandDraftable` does.
 */
export async function addProgrammeFile(context: Context, id: string, request: Request): Promise<UploadProblem | null> {
  const { db, viewer, now } = context
  await demandDraftable(db, viewer, id)
  const taken = await takeDocument(request, 'dokumen')
  if ('problem' in taken) return taken.problem
  const { bytes, name, mediaType, fields } = taken.file
  const file = randomUUID()
  const unsealed = await keepDocument(file, bytes)
  if (unsealed) return unsealed
  const problem = await db.transaction().execute(async (trx): Promise<UploadProblem | null> => {
    if ((await findProgrammeFiles(trx, id)).length >= MOST_PROGRAMME_FILES) return 'many'
    await insertProgrammeFile(trx, {
      id: file,
      programme_id: id,
      name: cleanFileName(name),
      media_type: mediaType,
      bytes: bytes.byteLength,
      is_public: fields.get('umum') === '1' ? 1 : 0,
      account_id: viewer.accountId,
      at: now,
    })
    await note(trx, context, id, { deed: 'document', bytes: bytes.byteLength })
    return null
  })
  if (problem) await dropDocument(file)
  return problem
}

/** Takes a document of a programme away. @throws Response 401, 403 or 404. */
export async function removeProgrammeFile(context: Context, id: string, fileId: string): Promise<void> {
  await demandDraftable(context.db, context.viewer, id)
  const was = await context.db.transaction().execute(async (trx) => {
    const found = await deleteProgrammeFile(trx, id, fileId)
    if (found) await note(trx, context, id, { deed: 'document_removed' })
    return found
  })
  if (!was) throw notFound()
  await dropDocument(fileId)
}

/** A document of a programme. @throws Response 404 where there is none for her; 303 back when its key is missing. */
export async function readProgrammeFile(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  id: string,
  fileId: string,
): Promise<Response> {
  demand(viewer, 'programmes:read')
  const record = await getProgrammeRecord(db, viewer, id)
  const row = record && (await filesFor({ db, viewer }, record)).find((file) => file.id === fileId)
  if (!row) throw notFound()
  const bytes = await openDocument(row.id)
  if (bytes === 'unreadable') throw seeOther(`${paths.programme(id, { dokumen: 'unreadable' })}#dokumen-program`)
  return download({ bytes, name: row.name, mediaType: row.media_type })
}

async function note(
  trx: Parameters<typeof appendAudit>[0],
  { viewer, now }: Context,
  id: string,
  detail: AuditDetail,
): Promise<void> {
  await appendAudit(trx, viewer, { at: now, action: 'programme:write', subject: { type: 'programme', id }, detail })
}
