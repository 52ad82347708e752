import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#app/config.server.ts'
import { DOCUMENT_TYPES, HEAD_BYTES, mediaTypeOf } from '#app/forms/media-type.ts'
import { readUpload } from '#app/forms/read-upload.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findAttachments, getAttachment, insertAttachment } from '#db/queries/attachments.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getReachedProposal } from '#db/queries/proposals.ts'
import type { AttachmentRow } from '#db/schema/proposal.ts'
import { auditorOf, type LoopContext, sideOf } from './loop-context.server.ts'

/** The largest attachment in bytes, and the most of one proposal. */
export const ATTACHMENT_LIMIT = 5_000_000
export const MOST_ATTACHMENTS = 10
const NAME_LIMIT = 120

export type FileProblem = 'missing' | 'type' | 'large' | 'many'

/** A name without folders or control characters, short enough to be shown. */
export function cleanFileName(name: string): string {
  const bare = name.split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim()
  return bare.length <= NAME_LIMIT ? bare || 'berkas' : `${bare.slice(0, NAME_LIMIT - 6)}${bare.slice(-6)}`
}

function folder(): string {
  return join(readConfig().dataDir, 'attachments')
}

export type UploadedFile = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }

/** Takes one file of a form: at most `ATTACHMENT_LIMIT` bytes, of a kind that is known by its first bytes. */
export async function takeFile(
  request: Request,
  field: string,
): Promise<{ readonly file: UploadedFile } | { readonly problem: FileProblem }> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const path = join(folder(), `masuk-${randomUUID()}`)
  try {
    const upload = await readUpload(request, { field, path, maxBytes: ATTACHMENT_LIMIT })
    if (!upload.file || upload.file.bytes === 0) return { problem: 'missing' }
    const bytes = new Uint8Array(await readFile(path))
    const mediaType = mediaTypeOf(bytes.subarray(0, HEAD_BYTES), upload.file.name)
    return mediaType !== null && DOCUMENT_TYPES.includes(mediaType)
      ? { file: { bytes, name: cleanFileName(upload.file.name), mediaType } }
      : { problem: 'type' }
  } catch (error) {
    if (error instanceof Response && error.status === 413) return { problem: 'large' }
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

async function store(id: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder(), id)
  const file = await open(`${path}.tmp`, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.tmp`, path)
}

/** Adds a file to a proposal: first the bytes, then the row, so that a row never points at nothing. */
export async function attachFile(
  context: LoopContext,
  proposalId: string,
  file: UploadedFile,
): Promise<FileProblem | null> {
  demand(context.viewer, 'proposals:read')
  const proposal = await getReachedProposal(context.db, context.viewer.scope, proposalId)
  if (!proposal || context.viewer.role === 'province') throw notFound()
  const id = randomUUID()
  await store(id, file.bytes)
  const problem = await context.db.transaction().execute(async (trx): Promise<FileProblem | null> => {
    if ((await findAttachments(trx, proposalId)).length >= MOST_ATTACHMENTS) return 'many'
    await insertAttachment(trx, {
      id,
      proposal_id: proposalId,
      name: file.name,
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
  if (problem) await rm(join(folder(), id), { force: true })
  return problem
}

/** A file of a proposal within the viewer's reach, with its bytes. @throws Response 401, 403 or 404. */
export async function readAttachment(
  context: Pick<LoopContext, 'db' | 'viewer'>,
  proposalId: string,
  fileId: string,
): Promise<{ readonly row: AttachmentRow; readonly bytes: Uint8Array }> {
  demand(context.viewer, 'proposals:read')
  const proposal = await getReachedProposal(context.db, context.viewer.scope, proposalId)
  const row = proposal && (await getAttachment(context.db, proposalId, fileId))
  if (!row) throw notFound()
  try {
    return { row, bytes: new Uint8Array(await readFile(join(folder(), row.id))) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notFound()
    throw error
  }
}
