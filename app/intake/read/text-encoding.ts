import { createReadStream } from 'node:fs'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 to 0x9f; a space where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

function wideOrder(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 ? odd++ : even++
  if (odd > head.length * 0.2 && odd > even * 4) return 'utf-16le'
  return even > head.length * 0.2 && even > odd * 4 ? 'utf-16be' : null
}

/** Reads the whole file once: text that is not valid UTF-8 anywhere is taken as Windows-1252, as Excel saves "CSV". */
export async function textEncoding(path: string): Promise<TextEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      const wide = first ? wideOrder(piece.subarray(0, 4096)) : null
      if (wide) return wide
      first = false
      strict.decode(piece, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

/** The file as text, piece by piece, without a byte order mark. */
export async function* decodedText(
  path: string,
  encoding: TextEncoding,
  onRead?: (bytes: number) => void,
): AsyncGenerator<string> {
  // why: Latin-1 is the one single-byte decoding every Node build has; the difference is filled in from the table
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding)
  let read = 0
  for await (const piece of createReadStream(path, { highWaterMark: 128 * 1024 }) as AsyncIterable<Buffer>) {
    read += piece.length
    onRead?.(read)
    yield decoder
      ? decoder.decode(piece, { stream: true })
      : piece.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? ' ')
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}
