import { isSecure } from '#app/auth/lucia.server.ts'

const TEN_MINUTES = 600

/** The Set-Cookie value that carries the proof of the password to the page that asks for the code. */
export function codeCookie(request: Request, secret: string): string {
  const age = secret === '' ? 0 : TEN_MINUTES
  return `langkah=${secret}; Path=/masuk; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`
}

/** The proof a browser brings; empty when it has none. */
export function codeSecret(request: Request): string {
  return /(?:^|;\s*)langkah=([\w-]{43})(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''
}
