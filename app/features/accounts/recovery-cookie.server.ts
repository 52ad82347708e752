import { isSecure } from '#app/auth/lucia.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seal, unseal } from '#app/lib/seal.server.ts'

const TEN_MINUTES = 600
const PURPOSE = 'recovery-codes'

/** Carries new recovery codes, sealed, to the one page that shows them; the database has only their hashes. */
export function recoveryCookie(request: Request, key: Uint8Array, codes: readonly string[]): string {
  const value = codes.length === 0 ? '' : encodeURIComponent(seal(key, PURPOSE, codes.join(' ')))
  const age = codes.length === 0 ? 0 : TEN_MINUTES
  const secure = isSecure(request) ? '; Secure' : ''
  return `cadangan=${value}; Path=${paths.secondFactor()}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}

/** The codes a browser brings; none when it has none, or when they were sealed by somebody else. */
export function recoveryCodesIn(request: Request, key: Uint8Array): readonly string[] {
  const value = /(?:^|;\s*)cadangan=([^;]+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  if (!value) return []
  try {
    return unseal(key, PURPOSE, decodeURIComponent(value)).split(' ')
  } catch {
    return []
  }
}
