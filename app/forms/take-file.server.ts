import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HEAD_BYTES, mediaTypeOf } from './media-type.ts'
import { readUpload } from './read-upload.server.ts'

/** A file as somebody sent it: the name is hers, the type is told by the first bytes. */
export interface TakenFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
}

/**
 * Takes the one file of a form whole, if it is short enough and of a kind that is wanted. It touches the disk in `folder`
 * only until it is read.
 * @throws Response 400, 403 or 405 as `readUpload` does.
 */
export async function takeFile(
  request: Request,
  wanted: {
    readonly field: string
    readonly folder: string
    readonly maxBytes: number
    readonly types: readonly string[]
  },
): Promise<{ readonly file: TakenFile } | { readonly problem: 'missing' | 'type' | 'large' }> {
  const { field, folder, maxBytes, types } = wanted
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `masuk-${randomUUID()}`)
  try {
    const upload = await readUpload(request, { field, path, maxBytes })
    if (!upload.file || upload.file.bytes === 0) return { problem: 'missing' }
    const bytes = new Uint8Array(await readFile(path))
    const mediaType = mediaTypeOf(bytes.subarray(0, HEAD_BYTES), upload.file.name)
    if (mediaType === null || !types.includes(mediaType)) return { problem: 'type' }
    return { file: { bytes, name: upload.file.name, mediaType } }
  } catch (error) {
    if (error instanceof Response && error.status === 413) return { problem: 'large' }
    throw error
  } finally {
    await rm(path, { force: true })
  }
}
