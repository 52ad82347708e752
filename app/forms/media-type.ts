const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** How many bytes of a file `mediaTypeOf` has to see. */
export const HEAD_BYTES = 12

/** The kind of a file by its first bytes, never by what the sender says; null for kinds that are not known. */
export function mediaTypeOf(head: Uint8Array, name: string): string | null {
  const holds = (at: number, ...bytes: number[]) => bytes.every((byte, step) => head[at + step] === byte)
  if (holds(0, 0x25, 0x50, 0x44, 0x46)) return 'application/pdf'
  if (holds(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (holds(0, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (holds(0, 0x50, 0x4b, 0x03, 0x04) && /\.docx$/i.test(name)) return DOCX
  if (holds(4, 0x66, 0x74, 0x79, 0x70) && /\.m4a$/i.test(name)) return 'audio/mp4'
  if (holds(0, 0x4f, 0x67, 0x67, 0x53)) return 'audio/ogg'
  if (holds(0, 0x49, 0x44, 0x33) || (head[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(head[1]!))) return 'audio/mpeg'
  if (holds(0, 0x1a, 0x45, 0xdf, 0xa3)) return 'audio/webm'
  return null
}

/** What a scan can be. */
export const SCAN_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']

/** What a document of a proposal can be. */
export const DOCUMENT_TYPES: readonly string[] = [...SCAN_TYPES, DOCX]

/** What a recording can be. */
export const VOICE_TYPES: readonly string[] = ['audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/webm']
