import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { parseSummary } from '#app/intake/load/summary.ts'
import { rejectsCsv, rejectsXlsx, type StoredReject } from '#app/intake/write/rejects-table.ts'
import { templateCsv, templateXlsx } from '#app/intake/write/template.ts'
import type { Db } from '#db/client.ts'
import { findImportRejects, getImportBatch } from '#db/queries/imports.ts'

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

export async function templateFile(locale: Locale, kind: FileKind): Promise<Response> {
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

/** The rejected rows of a load as a file to mend, written while it is read; null when there are none. */
export async function rejectsFile(db: Db, locale: Locale, batchId: string, kind: FileKind): Promise<Response | null> {
  const batch = await getImportBatch(db, batchId)
  const summary = batch ? parseSummary(batch.mapping) : null
  if (!batch || !summary || (await findImportRejects(db, batchId, { limit: 1 })).length === 0) return null
  const headings = summary.headings.map(({ heading }) => heading)
  const rows = storedRejects(db, batchId)
  const body = kind === 'xlsx' ? rejectsXlsx(locale, headings, rows) : bytesOf(rejectsCsv(locale, headings, rows))
  return download(body, kind, messagesFor(locale).intake.rejects.fileName(batch.file_name.replace(/\.[^.]*$/, '')))
}
