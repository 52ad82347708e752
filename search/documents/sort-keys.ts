import { createHash } from 'node:crypto'
import { normalise } from '../text/normalise.ts'

const LETTERS = ' 0123456789abcdefghijklmnopqrstuvwxyz'
const LETTERS_PER_NUMBER = 10

/** The first 40 letters of a name as four whole numbers that order as the name does; both engines sort by them alike. */
export function nameNumbers(name: string): readonly [number, number, number, number] {
  const letters = normalise(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .padEnd(LETTERS_PER_NUMBER * 4)
  const part = (at: number): number => {
    let value = 0
    for (const letter of letters.slice(at * LETTERS_PER_NUMBER, (at + 1) * LETTERS_PER_NUMBER)) {
      value = value * LETTERS.length + LETTERS.indexOf(letter)
    }
    return value
  }
  return [part(0), part(1), part(2), part(3)]
}

/** A number from the id that decides between equals: the same everywhere, and in nobody's favour. */
export function tieBreak(id: string): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, 6)
}
