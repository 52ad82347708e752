import { isSameOrigin } from './same-origin.ts'

/** The largest form without files, in bytes. */
export const FORM_LIMIT = 1_000_000
/** The largest upload the server accepts, in bytes. */
export const UPLOAD_LIMIT = 50_000_000

function refuse(status: 400 | 403 | 405 | 413): Response {
  return new Response(null, { status, headers: status === 405 ? { Allow: 'POST' } : {} })
}

function isFromHere(request: Request): boolean {
  const { headers } = request
  const hosts = [headers.get('Host') ?? '', new URL(request.url).host]
  return isSameOrigin(headers.get('Sec-Fetch-Site'), headers.get('Origin'), hosts)
}

function limited(body: ReadableStream<Uint8Array>, limit: number, exceeded: () => void): ReadableStream<Uint8Array> {
  let seen = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        if (seen <= limit) return controller.enqueue(chunk)
        exceeded()
        controller.error(new Error('body over the limit'))
      },
    }),
  )
}

/**
 * The only way a form enters: POST, from a page of this site, at most `maxBytes` long.
 * @throws Response 405, 403, 413 or 400.
 */
export async function readForm(request: Request, options: { maxBytes?: number } = {}): Promise<FormData> {
  const limit = options.maxBytes ?? FORM_LIMIT
  if (request.method !== 'POST') throw refuse(405)
  if (!isFromHere(request)) throw refuse(403)
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw refuse(413)
  if (!request.body) return new FormData()
  let tooLarge = false
  const body = limited(request.body, limit, () => {
    tooLarge = true
  })
  const type = request.headers.get('Content-Type') ?? ''
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw refuse(tooLarge ? 413 : 400)
  }
}
