import { createHash } from 'node:crypto'

/** The namespace of this product's ids; drawn once, never to be changed. */
const NAMESPACE = '7d4a1f0e63b84c52a9c1f2b6d08e5c37'

/** A UUID of version 5 (RFC 9562): the same for the same name, on every server and under every address. */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(Buffer.from(NAMESPACE, 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
