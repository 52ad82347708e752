import { boundaryOf, MultipartError, type PartHead, type PartSink, readMultipart } from './multipart.ts'
import { isSameOrigin } from './same-origin.ts'

/** Text fields beside a file are short. */
const FIELD_LIMIT = 10_000
const FIELDS = 50
/** Beyond the file: texts, heads and boundaries. */
const ROOM_FOR_FIELDS = FIELDS * FIELD_LIMIT

export interface Upload {
  /** The text fields, the last where a name comes twice. */
  readonly fields: ReadonlyMap<string, string>
  /** Name and length of the file that was written; null when none was chosen. */
  readonly file: { readonly name: string; readonly bytes: number } | null
}

class TooLarge extends Error {}

const refuse = (status: 400 | 403 | 405 | 413) => new Response(null, { status })

/**
 * The door for a form with one file: POST, from a page of this site. The file is handed on as it comes.
 * @param door.field name of the file's field; `door.write` takes its pieces, which are only lent; `door.maxBytes` how long
 * it may be; the body as a whole may have little more, so that neither a long preamble nor endless small parts come in.
 * @throws Response 405, 403, 413 or 400.
 */
export async function readUpload(
  request: Request,
  door: {
    readonly field: string
    readonly maxBytes: number
    readonly write: (piece: Uint8Array) => Promise<void> | void
  },
): Promise<Upload> {
  if (request.method !== 'POST') throw refuse(405)
  const { headers } = request
  const hosts = [headers.get('Host') ?? '', new URL(request.url).host]
  if (!isSameOrigin(headers.get('Sec-Fetch-Site'), headers.get('Origin'), hosts)) throw refuse(403)
  const boundary = boundaryOf(headers.get('Content-Type') ?? '')
  if (boundary === null || !request.body) throw refuse(400)
  const fields = new Map<string, string>()
  let file: Upload['file'] = null
  const fileSink = (head: PartHead): PartSink => {
    let bytes = 0
    return {
      async write(piece) {
        bytes += piece.length
        if (bytes > door.maxBytes) throw new TooLarge()
        await door.write(piece)
      },
      end() {
        if (head.fileName) file = { name: head.fileName, bytes }
      },
    }
  }
  const fieldSink = (head: PartHead): PartSink => {
    const pieces: Uint8Array[] = []
    let bytes = 0
    return {
      write(piece) {
        bytes += piece.length
        if (bytes > FIELD_LIMIT || fields.size >= FIELDS) throw new TooLarge()
        pieces.push(Buffer.from(piece))
      },
      end() {
        if (head.fileName === null) fields.set(head.name, Buffer.concat(pieces).toString('utf8'))
      },
    }
  }
  try {
    const body = request.body as unknown as AsyncIterable<Uint8Array>
    await readMultipart(atMost(body, door.maxBytes + ROOM_FOR_FIELDS), boundary, (head) =>
      head.name === door.field && head.fileName !== null && file === null ? fileSink(head) : fieldSink(head),
    )
    return { fields, file }
  } catch (error) {
    if (error instanceof TooLarge) throw refuse(413)
    if (error instanceof MultipartError) throw refuse(400)
    throw error
  }
}

/** The pieces of a body, as long as they are no more bytes together. */
async function* atMost(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > most) throw new TooLarge()
    yield piece
  }
}
