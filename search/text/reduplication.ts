import { isCodeEndingInTwo } from './handle.ts'

/** "kue2" is a common way to write "kue-kue"; returns "kue", or null for any other word. */
export function doubledBase(term: string): string | null {
  return term.endsWith('2') && /^\p{L}{3,}2$/u.test(term) && !isCodeEndingInTwo(term) ? term.slice(0, -1) : null
}

/** The base of a joined reduplication ("oleholeh" gives "oleh"), or null. */
export function undoubled(term: string): string | null {
  const half = term.length / 2
  return term.length >= 6 && Number.isInteger(half) && term.slice(0, half) === term.slice(half)
    ? term.slice(0, half)
    : null
}
