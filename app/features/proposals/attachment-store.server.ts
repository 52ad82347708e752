import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#app/config.server.ts'
import { DOCUMENT_TYPES } from '#app/forms/media-type.ts'
import { type TakenFile, takeFile } from '#app/forms/take-file.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { storeFile } from '#app/lib/store-file.server.ts'

/** The largest attachment in bytes. */
export const ATTACHMENT_LIMIT = 5_000_000
const NAME_LIMIT = 120

export type UploadProblem = 'missing' | 'type' | 'large'

/** A name without folders or control characters, short enough to be shown. */
export function cleanFileName(name: string): string {
  const bare = name.split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim()
  return bare.length <= NAME_LIMIT ? bare || 'berkas' : `${bare.slice(0, NAME_LIMIT - 6)}${bare.slice(-6)}`
}

const folder = (): string => join(readConfig().dataDir, 'attachments')

/** Takes one file of a form: at most `ATTACHMENT_LIMIT` bytes, of a kind that is known by its first bytes. */
export function takeAttachment(request: Request, field: string, types: readonly string[] = DOCUMENT_TYPES) {
  return takeFile(request, { field, folder: folder(), maxBytes: ATTACHMENT_LIMIT, types })
}

/** Keeps bytes under an id, whole or not at all. */
export async function storeAttachment(id: string, bytes: Uint8Array): Promise<void> {
  await storeFile(join(folder(), id), bytes)
}

/** The bytes kept under an id. @throws Response 404 where there are none. */
export async function readStoredAttachment(id: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(join(folder(), id)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notFound()
    throw error
  }
}

export async function dropAttachment(id: string): Promise<void> {
  await rm(join(folder(), id), { force: true })
}

/** A file as a download, which no browser opens as a page of this site. */
export function download({ bytes, name, mediaType }: TakenFile): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
