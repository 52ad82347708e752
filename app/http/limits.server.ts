import type { NextFunction, Request, Response } from 'express'
import { FORM_LIMIT, UPLOAD_LIMIT } from '#app/forms/read-form.server.ts'
import { isSameOrigin } from '#app/forms/same-origin.ts'

const BURST = 60
const PER_SECOND = 4
const BUCKETS = 10_000
/** Room for the field names and boundaries around the file of an upload. */
const FORM_AROUND_FILE = 100_000
const DRAINED = 1_000_000_000

/** Answers with the page of a refusal: Remix draws `/galat/:status` instead of the address asked for. */
function refuse(request: Request, response: Response, next: NextFunction, status: 403 | 413 | 429): void {
  response.locals.refused = status
  request.method = 'GET'
  request.url = `/galat/${status}`
  // Remix reads this one.
  request.originalUrl = request.url
  next()
}

/** A write from a page of another site. Remix would refuse it too, but as a fault of ours. */
export function refuseForeign(request: Request, response: Response, next: NextFunction): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const hosts = [host ?? '', request.get('X-Forwarded-Host') ?? '']
  if (reads || isSameOrigin(typeof site === 'string' ? site : null, origin ?? null, hosts)) next()
  else refuse(request, response, next, 403)
}

/**
 * A body longer than the largest upload, or than the largest form where it carries no file, is thrown away as it comes: a
 * client that is still sending when the answer arrives would show a broken connection in place of the page, and what was
 * not read would stand before its next request. Beyond DRAINED nobody waits for it.
 */
export function limitSize(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers['content-length'] ?? 0)
  const isUpload = /^multipart\//i.test(request.headers['content-type'] ?? '')
  if (length <= (isUpload ? UPLOAD_LIMIT + FORM_AROUND_FILE : FORM_LIMIT)) {
    next()
  } else if (length > DRAINED) {
    response.setHeader('Connection', 'close')
    refuse(request, response, next, 413)
  } else {
    request.once('end', () => refuse(request, response, next, 413))
    request.resume()
  }
}

/** At most 60 writes at once and 4 a second from one address; reading is not limited. */
export function limitWrites(now: () => number = Date.now) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next()
      return
    }
    const key = request.ip ?? ''
    const bucket = buckets.get(key) ?? { tokens: BURST, at: now() }
    bucket.tokens = Math.min(BURST, Math.max(0, bucket.tokens) + ((now() - bucket.at) / 1000) * PER_SECOND)
    bucket.at = now()
    if (buckets.size >= BUCKETS && !buckets.has(key)) buckets.clear()
    buckets.set(key, bucket)
    bucket.tokens -= 1
    if (bucket.tokens >= 0) next()
    else refuse(request, response, next, 429)
  }
}
