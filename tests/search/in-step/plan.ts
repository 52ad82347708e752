import type { FactId, FactValue } from '#app/domain/values/facts.ts'

/** Demo actors that the writes go round; offers are those of the reference data. */
export const ACTORS = 300

export type Write =
  | {
      readonly kind: 'answer'
      readonly id: string
      readonly fact: FactId
      readonly value: FactValue
      readonly day: string
    }
  | { readonly kind: 'products'; readonly id: string; readonly products: string }
  | { readonly kind: 'offer'; readonly at: number; readonly name: string }
  | { readonly kind: 'add' | 'remove'; readonly id: string }

const ANSWERS: readonly (readonly [FactId, FactValue])[] = [
  ['smartphone', true],
  ['smartphone', false],
  ['internet', true],
  ['permits', ['nib']],
  ['permits', ['nib', 'sku']],
  ['permits', []],
]

/** A number drawn from n alone, so that a process that starts anew goes on with the same writes. */
export function drawn(n: number, below: number): number {
  let x = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return ((x ^ (x >>> 16)) >>> 0) % below
}

/** A day that belongs to one number only. */
export function dayOf(n: number): string {
  return new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10)
}

/** The n-th write, from 1. Each is one transaction and one row of the change log. */
export function writeOf(n: number): Write {
  if (n % 20 === 0) return { kind: 'add', id: `tambahan-${n}` }
  if (n % 20 === 10 && n > 60) return { kind: 'remove', id: `tambahan-${n - 50}` }
  const id = `demo-${String(1 + drawn(n, ACTORS)).padStart(7, '0')}`
  if (n % 10 < 5 && n % 10 !== 2) return { kind: 'products', id, products: `keripik nomor n${n}` }
  if (n % 10 === 2) return { kind: 'offer', at: drawn(n, 63), name: `Penawaran n${n}` }
  const [fact, value] = ANSWERS[drawn(n + 7, ANSWERS.length)]!
  return { kind: 'answer', id, fact, value, day: dayOf(n) }
}
