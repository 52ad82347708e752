import { readConfig } from '#app/config.server.ts'
import { DOCUMENT_TYPES } from '#app/forms/media-type.ts'
import { type FileOfForm, type TakenFile, takeFile } from '#app/forms/take-file.server.ts'
import { ContactKeyUnknown, contactKeys } from '#app/lib/contact-keys.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { dropSealed, keepSealed, openSealed, type SealedPlace } from '#app/lib/sealed-files.server.ts'
import { DOCUMENT_LIMIT, type UploadProblem } from './upload-problem.ts'

const NAME_LIMIT = 120

/** A name without folders or control characters, short enough to be shown. */
export function cleanFileName(name: string): string {
  const bare = name.split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim()
  return bare.length <= NAME_LIMIT ? bare || 'berkas' : `${bare.slice(0, NAME_LIMIT - 6)}${bare.slice(-6)}`
}

const place = (id: string): SealedPlace => ({ dataDir: readConfig().dataDir, folder: 'attachments', name: id })

/** Takes one document of a form: at most `DOCUMENT_LIMIT` bytes, of a kind that is known by its first bytes. */
export async function takeDocument(
  request: Request,
  field: string,
  types: readonly string[] = DOCUMENT_TYPES,
): Promise<{ readonly file: FileOfForm } | { readonly problem: UploadProblem }> {
  return takeFile(request, { field, maxBytes: DOCUMENT_LIMIT, types })
}

/** Keeps a document under an id, sealed. @returns `no_key` where nothing may be kept because it could not be sealed. */
export async function keepDocument(id: string, bytes: Uint8Array): Promise<'no_key' | null> {
  const keys = contactKeys(readConfig())
  if (keys.current === null) return 'no_key'
  await keepSealed(keys, place(id), bytes)
  return null
}

/**
 * The document kept under an id; `unreadable` when the key that sealed it is missing.
 * @throws Response 404 where there is none.
 */
export async function openDocument(id: string): Promise<Uint8Array | 'unreadable'> {
  try {
    const bytes = await openSealed(contactKeys(readConfig()), place(id))
    if (bytes === null) throw notFound()
    return bytes
  } catch (error) {
    if (error instanceof ContactKeyUnknown) return 'unreadable'
    throw error
  }
}

export async function dropDocument(id: string): Promise<void> {
  await dropSealed(place(id))
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
