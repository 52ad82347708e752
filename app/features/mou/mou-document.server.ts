import { randomUUID } from 'node:crypto'
import {
  cleanFileName,
  download,
  dropAttachment,
  readStoredAttachment,
  storeAttachment,
  takeAttachment,
  type UploadProblem,
} from '#app/features/proposals/attachment-store.server.ts'
import { SCAN_TYPES } from '#app/forms/media-type.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getReachedMou, putMouDocument } from '#db/queries/mou.ts'
import { demandChangeable } from './mou-form-page.server.ts'

const PROBLEMS: readonly string[] = ['missing', 'type', 'large'] satisfies readonly UploadProblem[]

/** What the address says was wrong with an upload; null for anything else. */
export function readDocumentProblem(text: string | null): UploadProblem | null {
  return text !== null && PROBLEMS.includes(text) ? (text as UploadProblem) : null
}

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
  const taken = await takeAttachment(request, 'dokumen', SCAN_TYPES)
  if ('problem' in taken) return taken.problem
  const { bytes, name, mediaType } = taken.file
  const file = randomUUID()
  await storeAttachment(file, bytes)
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
  if (row.document_file !== null) await dropAttachment(row.document_file)
  return null
}

/** The document of an MoU within the viewer's scope. @throws Response 401, 403; 404 where there is none. */
export async function readMouDocument(
  { db, viewer }: Pick<RequestContext, 'db' | 'viewer'>,
  id: string,
): Promise<Response> {
  demand(viewer, 'mou:read')
  const row = await getReachedMou(db, viewer.scope, id)
  if (!row?.document_file) throw notFound()
  const bytes = await readStoredAttachment(row.document_file)
  return download({ bytes, name: row.document_name!, mediaType: row.document_type! })
}
