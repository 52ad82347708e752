import { randomUUID } from 'node:crypto'
import { readConfig } from '#app/config.server.ts'
import { SCAN_TYPES, VOICE_TYPES } from '#app/forms/media-type.ts'
import { takeFile } from '#app/forms/take-file.server.ts'
import { ContactKeyUnknown, contactKeys } from '#app/lib/contact-keys.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { dropSealed, keepSealed, openSealed, type SealedPlace } from '#app/lib/sealed-files.server.ts'
import { recordRead } from '#db/queries/audit.ts'
import { findEvidence, insertEvidence } from '#db/queries/consent-evidence.ts'
import { getReceiptOf } from '#db/queries/consents.ts'
import type { ConsentEvidenceRow } from '#db/schema/consent.ts'
import { EVIDENCE_LIMIT, type EvidenceProblem, MOST_EVIDENCE } from './evidence-problem.ts'
import { recordConsentDeed } from './record-deed.server.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'now'>

const place = (id: string): SealedPlace => ({ dataDir: readConfig().dataDir, folder: 'evidence', name: id })

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
  const receipt = await getReceiptOf(db, actorId, receiptId)
  if (!receipt) throw notFound()
  const keys = contactKeys(readConfig())
  if (keys.current === null) return 'no_key'
  const taken = await takeFile(request, {
    field: 'bukti',
    maxBytes: EVIDENCE_LIMIT,
    types: [...SCAN_TYPES, ...VOICE_TYPES],
  })
  if ('problem' in taken) return taken.problem
  const { bytes, mediaType } = taken.file
  const id = randomUUID()
  await keepSealed(keys, place(id), bytes)
  const row: ConsentEvidenceRow = {
    id,
    receipt_id: receiptId,
    kind: VOICE_TYPES.includes(mediaType) ? 'voice' : 'scan',
    media_type: mediaType,
    bytes: bytes.byteLength,
    file: id,
    added_at: context.now,
  }
  const problem = await keep(context, actorId, receipt.partner_id, row)
  if (problem) await dropSealed(place(id))
  return problem
}

async function keep(
  context: Context,
  actorId: string,
  partnerId: string,
  row: ConsentEvidenceRow,
): Promise<EvidenceProblem | null> {
  return context.db.transaction().execute(async (trx) => {
    const there = (await findEvidence(trx, actorId)).filter((one) => one.receipt_id === row.receipt_id)
    if (there.length >= MOST_EVIDENCE) return 'many'
    await insertEvidence(trx, row)
    const detail = { evidence: row.kind, bytes: row.bytes }
    await recordConsentDeed(trx, context, { action: 'consent:record', actorId, partnerId, detail })
    return null
  })
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
    const bytes = await openSealed(contactKeys(readConfig()), place(row.file))
    if (bytes === null) throw notFound()
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': row.media_type,
        'Content-Disposition': `attachment; filename="bukti-${row.id.slice(0, 8)}.${EXTENSION[row.media_type] ?? 'bin'}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof ContactKeyUnknown) throw seeOther(paths.actorConsents(actorId, { bukti: 'unreadable' }))
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
