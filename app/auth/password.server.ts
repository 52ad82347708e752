import { hash, verify } from '@node-rs/argon2'

/** argon2id is the default of the library (OWASP's second setting: 19 MiB, two passes, one lane). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

/**
 * Whether a password opens an account. Where there is nothing to compare with, a decoy is hashed, so that the time of the
 * answer does not tell which addresses have an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('there is no such account')
  const right = await verify(stored ?? (await decoy), password.normalize('NFC'))
  return right && stored !== null
}
