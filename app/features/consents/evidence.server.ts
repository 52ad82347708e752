import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#app/config.server.ts'
import { HEAD_BYTES, mediaTypeOf, SCAN_TYPES, VOICE_TYPES } from '#app/forms/media-type.ts'
import { readUpload } from '#app/forms/read-upload.server.ts'
import { ContactKeyUnknown, contactKeys, openFile, sealFile } from '#app/lib/contact-keys.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { appendAudit, recordRead } from '#db/queries/audit.ts'
import { findEvidence, insertEvidence } from '#db/queries/consent-evidence.ts'
import type { ConsentEvidenceRow } from '#db/schema/consent.ts'
import { EVIDENCE_LIMIT, type EvidenceProblem, MOST_EVIDENCE } from './evidence-problem.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'now'>

const folder = (): string => join(readConfig().dataDir, 'evidence')
const purposeOf = (id: string): string => `evidence:${id}`

/**
 * Adds the scan or recording of a form to one of her consents: sealed on the disk first, then the row that points at it.
 * @returns what is wrong with the file, or null when it is kept.
 * @throws Response 401 or 403 for who may not record, 404 for an actor or consent out of reach.
 */
export async function addEvidence(
  context: Context,
  actorId: string,
  receiptId: string,
  request: Request,
): Promise<EvidenceProblem | null> {
  const { db, viewer } = context
  await demandActor(db, viewer, 'consents:record', actorId)
  const receipt = await db
    .selectFrom('consent_receipt')
    .select('partner_id')
    .where('id', '=', receiptId)
    .where('actor_id', '=', actorId)
    .executeTakeFirst()
  if (!receipt) throw notFound()
  const keys = contactKeys(readConfig())
  if (keys.current === null) return 'no_key'
  const taken = await takeFile(request)
  if ('problem' in taken) return taken.problem
  const id = randomUUID()
  await store(id, sealFile(keys, purposeOf(id), taken.bytes))
  const row: ConsentEvidenceRow = {
    id,
    receipt_id: receiptId,
    kind: VOICE_TYPES.includes(taken.mediaType) ? 'voice' : 'scan',
    media_type: taken.mediaType,
    bytes: taken.bytes.byteLength,
    file: id,
    added_at: context.now,
  }
  const problem = await keep(context, actorId, receipt.partner_id, row)
  if (problem) await rm(join(folder(), id), { force: true })
  return problem
}

async function keep(
  { db, viewer, now }: Context,
  actorId: string,
  partnerId: string,
  row: ConsentEvidenceRow,
): Promise<EvidenceProblem | null> {
  return db.transaction().execute(async (trx) => {
    const there = (await findEvidence(trx, actorId)).filter((one) => one.receipt_id === row.receipt_id)
    if (there.length >= MOST_EVIDENCE) return 'many'
    await insertEvidence(trx, row)
    await appendAudit(trx, viewer, {
      at: now,
      action: 'consent:record',
      subject: { type: 'actor', id: actorId },
      partnerId,
      because: 'her_request',
      detail: { evidence: row.kind, bytes: row.bytes },
    })
    return null
  })
}

async function takeFile(
  request: Request,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | { readonly problem: EvidenceProblem }> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const path = join(folder(), `masuk-${randomUUID()}`)
  try {
    const upload = await readUpload(request, { field: 'bukti', path, maxBytes: EVIDENCE_LIMIT })
    if (!upload.file || upload.file.bytes === 0) return { problem: 'missing' }
    const bytes = new Uint8Array(await readFile(path))
    const mediaType = mediaTypeOf(bytes.subarray(0, HEAD_BYTES), upload.file.name)
    const isTaken = mediaType !== null && [...SCAN_TYPES, ...VOICE_TYPES].includes(mediaType)
    return isTaken ? { bytes, mediaType } : { problem: 'type' }
  } catch (error) {
    if (error instanceof Response && error.status === 413) return { problem: 'large' }
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

async function store(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder(), name)
  const file = await open(`${path}.tmp`, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.tmp`, path)
}

/**
 * A scan or recording, its reading recorded first.
 * @throws Response 401 or 403, 404 out of reach, 303 back to her consents when the key that sealed it is missing.
 */
export async function readEvidence(context: Context, actorId: string, evidenceId: string): Promise<Response> {
  const { db, viewer, now } = context
  await demandActor(db, viewer, 'consents:read', actorId)
  const row = (await findEvidence(db, actorId)).find((one) => one.id === evidenceId)
  if (!row) throw notFound()
  await recordRead(db, viewer, {
    at: now,
    action: 'consent:evidence-read',
    subject: { type: 'actor', id: actorId },
    because: 'consent',
    detail: { evidence: row.kind },
  })
  try {
    const bytes = openFile(contactKeys(readConfig()), purposeOf(row.id), await readFile(join(folder(), row.file)))
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': row.media_type,
        'Content-Disposition': `attachment; filename="bukti-${row.id.slice(0, 8)}.${EXTENSION[row.media_type] ?? 'bin'}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof ContactKeyUnknown) throw seeOther(paths.actorConsents(actorId, { bukti: 'unreadable' }))
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notFound()
    throw error
  }
}

const EXTENSION: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/webm': 'webm',
}
