import { createHash } from 'node:crypto'
import { plain, tidy } from './plain.ts'

const VILLAGE_PREFIX = /^(?:ds|desa|kel|kelurahan|desa\/kel(?:urahan)?)(?:\.\s*|\s+)/i

/** The name of a village without "Desa" or "Kel."; capitals only or small letters only become title case. */
export function villageName(text: string): string {
  const name = tidy(text).replace(VILLAGE_PREFIX, '')
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name
  return name.toLowerCase().replace(/(^|[\s('-])\p{L}/gu, (start) => start.toUpperCase())
}

/**
 * SHA-256 of name, business name, regency and village, spelling aside: finds the same woman in a file loaded twice.
 * A business or village that is not given counts as empty.
 */
export function naturalKey(person: {
  readonly name: string
  readonly businessName: string | null
  readonly regency: string
  readonly village: string | null
}): string {
  const parts = [
    plain(person.name),
    plain(person.businessName ?? ''),
    person.regency,
    plain(villageName(person.village ?? '')),
  ]
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
