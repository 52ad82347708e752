import { HEAD_BYTES, mediaTypeOf } from './media-type.ts'
import { readUpload } from './read-upload.server.ts'

/** A file as somebody sent it: the name is hers, the type is told by the first bytes. */
export interface TakenFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
}

/** A file with the text fields that came beside it. */
export interface FileOfForm extends TakenFile {
  readonly fields: ReadonlyMap<string, string>
}

/**
 * Takes the one file of a form whole, if it is short enough and of a kind that is wanted. It stays in memory: what will lie
 * under seal must not lie open on the disk on its way there.
 * @throws Response 400, 403 or 405 as `readUpload` does.
 */
export async function takeFile(
  request: Request,
  wanted: { readonly field: string; readonly maxBytes: number; readonly types: readonly string[] },
): Promise<{ readonly file: FileOfForm } | { readonly problem: 'missing' | 'type' | 'large' }> {
  const { field, maxBytes, types } = wanted
  const pieces: Uint8Array[] = []
  try {
    const upload = await readUpload(request, {
      field,
      maxBytes,
      write: (piece) => void pieces.push(Buffer.from(piece)),
    })
    if (!upload.file || upload.file.bytes === 0) return { problem: 'missing' }
    const bytes = new Uint8Array(Buffer.concat(pieces))
    const mediaType = mediaTypeOf(bytes.subarray(0, HEAD_BYTES), upload.file.name)
    if (mediaType === null || !types.includes(mediaType)) return { problem: 'type' }
    return { file: { bytes, name: upload.file.name, mediaType, fields: upload.fields } }
  } catch (error) {
    if (error instanceof Response && error.status === 413) return { problem: 'large' }
    throw error
  }
}
