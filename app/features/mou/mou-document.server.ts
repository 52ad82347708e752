import { randomUUID } from 'node:crypto'
import {
  cleanFileName,
  download,
  dropDocument,
  keepDocument,
  openDocument,
  takeDocument,
} from '#app/features/documents/document-store.server.ts'
import type { UploadProblem } from '#app/features/documents/upload-problem.ts'
import { SCAN_TYPES } from '#app/forms/media-type.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getReachedMou, putMouDocument } from '#db/queries/mou.ts'
import { demandChangeable } from './mou-form-page.server.ts'

/**
 * Keeps the document of an MoU in place of the one before: the bytes first, then the row that points at them, then the old
 * bytes go.
 * @returns what is wrong with the file, or null when it is kept.
 * @throws Response 401, 403; 404 outside the viewer's scope.
 */
export async function replaceMouDocument(
  context: Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now'>,
  id: string,
  request: Request,
): Promise<UploadProblem | null> {
  const { db, viewer, now } = context
  const { row } = await demandChangeable(context, id)
  const taken = await takeDocument(request, 'dokumen', SCAN_TYPES)
  if ('problem' in taken) return taken.problem
  const { bytes, name, mediaType } = taken.file
  const file = randomUUID()
  const unsealed = await keepDocument(file, bytes)
  if (unsealed) return unsealed
  await db.transaction().execute(async (trx) => {
    await putMouDocument(trx, id, {
      file,
      name: cleanFileName(name),
      type: mediaType,
      bytes: bytes.byteLength,
      at: now,
    })
    await appendAudit(trx, viewer, {
      at: now,
      action: 'mou:write',
      subject: { type: 'mou', id },
      partnerId: row.partner_id,
      detail: { deed: 'document', bytes: bytes.byteLength },
    })
  })
  if (row.document_file !== null) await dropDocument(row.document_file)
  return null
}

/**
 * The document of an MoU within the viewer's scope.
 * @throws Response 401, 403; 404 where there is none; 303 back to the MoU when the key that sealed it is missing.
 */
export async function readMouDocument(
  { db, viewer }: Pick<RequestContext, 'db' | 'viewer'>,
  id: string,
): Promise<Response> {
  demand(viewer, 'mou:read')
  const row = await getReachedMou(db, viewer.scope, id)
  if (!row?.document_file) throw notFound()
  const bytes = await openDocument(row.document_file)
  if (bytes === 'unreadable') throw seeOther(`${paths.mou(id, { dokumen: 'unreadable' })}#dokumen`)
  return download({ bytes, name: row.document_name!, mediaType: row.document_type! })
}
