import { regencyOfLoads } from '#app/domain/access/viewer.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { parseSummary } from '#app/intake/load/summary.ts'
import { rejectsCsv, rejectsXlsx, type StoredReject } from '#app/intake/write/rejects-table.ts'
import { templateCsv, templateXlsx } from '#app/intake/write/template.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import type { Db } from '#db/client.ts'
import { recordRead } from '#db/queries/audit.ts'
import { findImportRejects, getImportBatchOf } from '#db/queries/imports.ts'

type FileKind = 'xlsx' | 'csv'

const TYPES: Readonly<Record<FileKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A download; the name also in plain letters, for clients that know no other. */
function download(body: BodyInit, kind: FileKind, name: string): Response {
  const plain = name.normalize('NFKD').replace(/[^\w.-]+/g, '-')
  const disposition = `attachment; filename="${plain}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`
  const headers = {
    'Content-Type': TYPES[kind],
    'Content-Disposition': disposition,
    'Cache-Control': 'private, no-store',
  }
  return new Response(body, { headers })
}

/** The empty list to fill in. @throws Response 401 or 403 for who may not load lists. */
export async function templateFile(
  { locale, viewer }: Pick<RequestContext, 'locale' | 'viewer'>,
  kind: FileKind,
): Promise<Response> {
  demand(viewer, 'actors:import')
  const { fileName } = messagesFor(locale).intake.template
  const body = kind === 'xlsx' ? new Uint8Array(await templateXlsx(locale)) : templateCsv(locale)
  return download(body, kind, fileName)
}

const PAGE = 500

async function* storedRejects(db: Db, batchId: string): AsyncGenerator<StoredReject> {
  for (let after = 0; ; ) {
    const rows = await findImportRejects(db, batchId, { after, limit: PAGE })
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)!.row_number
  }
}

function bytesOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/**
 * The rejected rows of a load of the viewer's office as a file to mend, written while it is read; null when there are none.
 * They name people, so that taking them out is recorded first.
 * @throws Response 401 or 403 for who may not load lists.
 */
export async function rejectsFile(
  { db, locale, viewer, now }: Pick<RequestContext, 'db' | 'locale' | 'viewer' | 'now'>,
  batchId: string,
  kind: FileKind,
): Promise<Response | null> {
  demand(viewer, 'actors:import')
  const batch = await getImportBatchOf(db, regencyOfLoads(viewer.scope), batchId)
  const summary = batch ? parseSummary(batch.mapping) : null
  if (!batch || !summary || (await findImportRejects(db, batchId, { limit: 1 })).length === 0) return null
  await recordRead(db, viewer, {
    at: now,
    action: 'list:take-out',
    subject: { type: 'batch', id: batchId },
    because: 'service',
    detail: { format: kind },
  })
  const headings = summary.headings.map(({ heading }) => heading)
  const rows = storedRejects(db, batchId)
  const body = kind === 'xlsx' ? rejectsXlsx(locale, headings, rows) : bytesOf(rejectsCsv(locale, headings, rows))
  return download(body, kind, messagesFor(locale).intake.rejects.fileName(batch.file_name.replace(/\.[^.]*$/, '')))
}
