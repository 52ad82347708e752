import { open, stat } from 'node:fs/promises'
import { IntakeError, type IntakeErrorCode } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'

export type FileKind = 'xlsx' | 'csv'

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function refusal(head: Buffer): IntakeErrorCode | null {
  if (head.subarray(0, 1024).includes('%PDF-')) return 'file.pdf'
  if (IMAGES.some((signature) => startsWith(head, signature))) return 'file.image'
  if (startsWith(head, [0x52, 0x49, 0x46, 0x46]) && head.toString('latin1', 8, 12) === 'WEBP') return 'file.image'
  const text = head.toString('latin1').replace(/\0/g, '').trimStart().toLowerCase()
  if (/^(?:\S{0,4})?<(?:!doctype html|html|table|head|meta|style)/.test(text)) return 'file.html'
  // why: Excel 2003 also saves "XML Spreadsheet", which is neither XLSX nor a web page
  return /^(?:\S{0,4})?<\?(?:xml|mso)/.test(text) ? 'file.xls' : null
}

/** NUL bytes where UTF-16 text has none, or many control characters: no text file. */
function isBinary(head: Buffer): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return false
  let even = 0
  let odd = 0
  let control = 0
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!
    if (byte === 0) at % 2 ? odd++ : even++
    else if (byte < 32 && ![9, 10, 12, 13, 26].includes(byte)) control++
  }
  if (even + odd === 0) return control > head.length / 50
  const half = head.length / 2
  const [most, least] = odd > even ? [odd, even] : [even, odd]
  return most < half * 0.4 || least > half * 0.05
}

/**
 * What the file is, by its size and its bytes; its name is not believed.
 * @throws IntakeError for everything that is neither an XLSX workbook nor delimited text, before the rest is read.
 */
export async function fileKind(path: string): Promise<FileKind> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  )
  if (size < 0) throw new IntakeError('file.missing')
  if (size === 0) throw new IntakeError('file.empty')
  if (size > LIMITS.fileBytes) throw tooLarge(size)
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(Math.min(size, 64 * 1024))
    await file.read(buffer, 0, buffer.length, 0)
    if (startsWith(buffer, OLE)) {
      const whole = Buffer.alloc(size)
      await file.read(whole, 0, size, 0)
      throw new IntakeError(whole.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'file.encrypted' : 'file.xls')
    }
    if (startsWith(buffer, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx'
    if (startsWith(buffer, [0x50, 0x4b, 0x05, 0x06])) throw new IntakeError('file.zip')
    const code = refusal(buffer)
    if (code) throw new IntakeError(code)
    if (isBinary(buffer)) throw new IntakeError('file.binary')
    if (buffer.toString('latin1').trim() === '' && size <= buffer.length) throw new IntakeError('file.empty')
    return 'csv'
  } finally {
    await file.close()
  }
}

/** The refusal of a file over the limit, with both sizes in megabytes. */
export function tooLarge(bytes: number): IntakeError {
  const megabytes = (count: number) => Math.ceil(count / 1_000_000)
  return new IntakeError('file.too_large', { megabytes: megabytes(bytes), limit: megabytes(LIMITS.fileBytes) })
}
