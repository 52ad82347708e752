/** What the head of a part says. `fileName` is null for a plain field. */
export interface PartHead {
  readonly name: string
  readonly fileName: string | null
}

/** Takes the bytes of one part. */
export interface PartSink {
  write(piece: Uint8Array): Promise<void> | void
  end(): Promise<void> | void
}

/** The body is not multipart/form-data as browsers send it. */
export class MultipartError extends Error {}

const HEAD_LIMIT = 8192
const HEAD_END = Buffer.from('\r\n\r\n')

/** The boundary of a content type; null when it is another type. */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

/** Browsers write a quotation mark as %22 and line ends as %0D %0A; everything else stands as it is. */
function parameter(head: string, name: string): string | null {
  const value = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(head)?.[1]
  return value === undefined ? null : value.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ')
}

function readHead(head: string): PartHead {
  const disposition = /^content-disposition:[^\r\n]*/im.exec(head)?.[0] ?? ''
  const name = parameter(disposition, 'name')
  if (name === null) throw new MultipartError('a part without a name')
  return { name, fileName: parameter(disposition, 'filename') }
}

/**
 * Reads a form piece by piece and hands every part to the sink that `open` gives for it; a part is never held whole.
 * @throws MultipartError when the body is malformed or ends early; what a sink throws.
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  open: (head: PartHead) => PartSink,
): Promise<void> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // why: the first boundary stands at the very start, where no line end precedes it
  let rest: Buffer = Buffer.from('\r\n')
  let state: 'preamble' | 'boundary' | 'head' | 'body' | 'done' = 'preamble'
  let sink: PartSink | null = null

  const step = async (): Promise<boolean> => {
    if (state === 'boundary') {
      if (rest.length < 2) return false
      const end = rest.toString('latin1', 0, 2)
      if (end !== '--' && end !== '\r\n') throw new MultipartError('no line end after a boundary')
      state = end === '--' ? 'done' : 'head'
      // why: the line end stays, so that an empty head still ends in two
      rest = rest.subarray(end === '--' ? 2 : 0)
      return true
    }
    if (state === 'head') {
      const end = rest.indexOf(HEAD_END)
      if (end < 0 && rest.length > HEAD_LIMIT) throw new MultipartError('a head too long')
      if (end < 0) return false
      sink = open(readHead(rest.toString('utf8', 2, end)))
      rest = rest.subarray(end + HEAD_END.length)
      state = 'body'
      return true
    }
    const end = rest.indexOf(delimiter)
    const ready = end < 0 ? Math.max(0, rest.length - delimiter.length) : end
    if (state === 'body' && ready > 0) await sink!.write(rest.subarray(0, ready))
    if (end < 0) {
      rest = rest.subarray(ready)
      return false
    }
    if (state === 'body') await sink!.end()
    rest = rest.subarray(end + delimiter.length)
    state = 'boundary'
    return true
  }

  for await (const piece of body) {
    if ((state as string) === 'done') continue
    rest = Buffer.concat([rest, piece])
    while ((state as string) !== 'done' && (await step()));
  }
  if ((state as string) !== 'done') throw new MultipartError('the body ends early')
}
