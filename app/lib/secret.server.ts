import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link or a cookie: 256 bits as 43 characters that may stand in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database knows of a secret. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
