import { createHash, randomUUID } from 'node:crypto'
import {
  cleanFileName,
  download,
  dropDocument,
  keepDocument,
  openDocument,
} from '#app/features/documents/document-store.server.ts'
import type { UploadProblem } from '#app/features/documents/upload-problem.ts'
import type { TakenFile } from '#app/forms/take-file.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { findAttachments, getAttachment, insertAttachment } from '#db/queries/attachments.ts'
import { appendAudit, recordRead } from '#db/queries/audit.ts'
import { getReachedProposal } from '#db/queries/proposals.ts'
import { auditorOf, type LoopContext, sideOf } from './loop-context.server.ts'
import { mayReadWords } from './partner-may-know.server.ts'

/** Most attachments of one proposal. */
export const MOST_ATTACHMENTS = 10

/** Adds a file to a proposal: first the bytes, sealed, then the row, so that a row never points at nothing. */
export async function attachFile(
  context: LoopContext,
  proposalId: string,
  file: TakenFile,
): Promise<UploadProblem | null> {
  demand(context.viewer, 'proposals:read')
  const proposal = await getReachedProposal(context.db, context.viewer.scope, proposalId)
  if (!proposal || context.viewer.role === 'province') throw notFound()
  const { viewer } = context
  if (viewer.role === 'companion' && !(await mayReadWords(context.db, viewer, proposal, context.today)))
    throw notFound()
  const id = randomUUID()
  const unsealed = await keepDocument(id, file.bytes)
  if (unsealed) return unsealed
  const problem = await context.db.transaction().execute(async (trx): Promise<UploadProblem | null> => {
    if ((await findAttachments(trx, proposalId)).length >= MOST_ATTACHMENTS) return 'many'
    await insertAttachment(trx, {
      id,
      proposal_id: proposalId,
      name: cleanFileName(file.name),
      media_type: file.mediaType,
      bytes: file.bytes.byteLength,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      account_id: context.viewer.accountId,
      side: sideOf(context.viewer),
      at: context.now,
    })
    await appendAudit(trx, auditorOf(context), {
      at: context.now,
      action: 'proposal:report',
      subject: { type: 'proposal', id: proposalId },
      partnerId: proposal.partner_id,
      because: 'proposal',
      detail: { step: 'attach', bytes: file.bytes.byteLength },
    })
    return null
  })
  if (problem) await dropDocument(id)
  return problem
}

/**
 * A file of a proposal within the viewer's reach, its reading recorded first.
 * @throws Response 401, 403 or 404; 303 back to the proposal when the key that sealed it is missing.
 */
export async function readAttachment(
  context: Pick<LoopContext, 'db' | 'viewer' | 'today' | 'now'>,
  proposalId: string,
  fileId: string,
): Promise<Response> {
  const { db, viewer } = context
  demand(viewer, 'proposals:read')
  const proposal = await getReachedProposal(db, viewer.scope, proposalId)
  const row = proposal && (await getAttachment(db, proposalId, fileId))
  if (!row) throw notFound()
  if (!(await mayReadWords(db, viewer, proposal, context.today))) throw notFound()
  await recordRead(db, viewer, {
    at: context.now,
    action: 'proposal:file-read',
    subject: { type: 'proposal', id: proposalId },
    partnerId: proposal.partner_id,
    because: 'proposal',
  })
  const bytes = await openDocument(row.id)
  if (bytes === 'unreadable') throw seeOther(`${paths.proposal(proposalId, { berkas: 'unreadable' })}#lampiran`)
  return download({ bytes, name: row.name, mediaType: row.media_type })
}
