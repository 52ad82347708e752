import { createHash, randomBytes } from 'node:crypto'

const COOKIE = 'pencarian'
const ONE_YEAR = 365 * 24 * 60 * 60

/** The secret by which a browser knows its searches; null when it has none. */
export function ownerSecret(request: Request): string | null {
  const cookies = request.headers.get('Cookie') ?? ''
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(cookies)?.[1] ?? null
}

export function newOwnerSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database calls the owner of a secret. */
export function ownerOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The Set-Cookie value that keeps a secret for a year from now. */
export function ownerCookie(secret: string, request: Request): string {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : ''
  return `${COOKIE}=${secret}; Path=/; Max-Age=${ONE_YEAR}; HttpOnly; SameSite=Lax${secure}`
}
