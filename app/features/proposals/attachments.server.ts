import { createHash, randomUUID } from 'node:crypto'
import type { TakenFile } from '#app/forms/take-file.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findAttachments, getAttachment, insertAttachment } from '#db/queries/attachments.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getReachedProposal } from '#db/queries/proposals.ts'
import type { AttachmentRow } from '#db/schema/proposal.ts'
import {
  cleanFileName,
  dropAttachment,
  readStoredAttachment,
  storeAttachment,
  type UploadProblem,
} from './attachment-store.server.ts'
import { auditorOf, type LoopContext, sideOf } from './loop-context.server.ts'
import { partnerMayReadWords } from './partner-may-know.server.ts'

export { takeAttachment } from './attachment-store.server.ts'

/** Most attachments of one proposal. */
export const MOST_ATTACHMENTS = 10

export type FileProblem = UploadProblem | 'many'

/** Adds a file to a proposal: first the bytes, then the row, so that a row never points at nothing. */
export async function attachFile(
  context: LoopContext,
  proposalId: string,
  file: TakenFile,
): Promise<FileProblem | null> {
  demand(context.viewer, 'proposals:read')
  const proposal = await getReachedProposal(context.db, context.viewer.scope, proposalId)
  if (!proposal || context.viewer.role === 'province') throw notFound()
  const id = randomUUID()
  await storeAttachment(id, file.bytes)
  const problem = await context.db.transaction().execute(async (trx): Promise<FileProblem | null> => {
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
  if (problem) await dropAttachment(id)
  return problem
}

/** A file of a proposal within the viewer's reach, with its bytes. @throws Response 401, 403 or 404. */
export async function readAttachment(
  context: Pick<LoopContext, 'db' | 'viewer' | 'today'>,
  proposalId: string,
  fileId: string,
): Promise<{ readonly row: AttachmentRow; readonly bytes: Uint8Array }> {
  demand(context.viewer, 'proposals:read')
  const proposal = await getReachedProposal(context.db, context.viewer.scope, proposalId)
  const row = proposal && (await getAttachment(context.db, proposalId, fileId))
  if (!row) throw notFound()
  if (context.viewer.role === 'partner' && !(await partnerMayReadWords(context.db, proposal, context.today)))
    throw notFound()
  return { row, bytes: await readStoredAttachment(row.id) }
}
