import type { Viewer } from '#app/domain/access/viewer.ts'
import { secretHash } from '#app/lib/secret.server.ts'

const COOKIE = 'pencarian'
const ONE_YEAR = 365 * 24 * 60 * 60

/** The secret by which a browser knows its searches; null when it has none. */
export function ownerSecret(request: Request): string | null {
  const cookies = request.headers.get('Cookie') ?? ''
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(cookies)?.[1] ?? null
}

/** What the database calls the owner of an account's searches: they are there on every device she signs in on. */
export function ownerOfAccount(accountId: string): string {
  return secretHash(`account ${accountId}`)
}

/** Whose searches a request may see: those of the account, or of the browser of who has not signed in; null for none. */
export function ownerBehind(viewer: Viewer, request: Request): string | null {
  if (viewer.accountId !== null) return ownerOfAccount(viewer.accountId)
  const secret = ownerSecret(request)
  return secret === null ? null : secretHash(secret)
}

/** The Set-Cookie value that keeps a secret for a year from now. */
export function ownerCookie(secret: string, request: Request): string {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : ''
  return `${COOKIE}=${secret}; Path=/; Max-Age=${ONE_YEAR}; HttpOnly; SameSite=Lax${secure}`
}
