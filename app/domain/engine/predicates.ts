import { valueMeets } from '../eligibility/fact-condition.ts'
import { FACT_VALUES, type FactId } from '../values/facts.ts'
import type { FactCondition, Offer } from '../values/offer.ts'
import {
  type ActorColumns,
  BOOLEAN_FACTS,
  CHOICE_FACTS,
  INTEGER_FACTS,
  SET_FACTS,
  UNKNOWN_CODE,
  UNKNOWN_NUMBER,
} from './columns.ts'

/** The distinct rules about facts of a set of offers; each has one bit in masks of `words` 32-bit words. */
export interface Predicates {
  readonly rules: readonly FactCondition[]
  readonly words: number
  /** Rules of offer o: masks[o * words .. + words). */
  readonly masks: Uint32Array
}

const keyOf = (rule: FactCondition): string => JSON.stringify([rule.fact, rule.op, rule.value])

export function collectPredicates(offers: readonly Offer[]): Predicates {
  const at = new Map<string, number>()
  const rules: FactCondition[] = []
  const perOffer = offers.map((offer) =>
    offer.conditions.flatMap((condition) => {
      if (condition.fact === 'partner_checked') return []
      const key = keyOf(condition)
      if (!at.has(key)) at.set(key, rules.push(condition) - 1)
      return [at.get(key)!]
    }),
  )
  const words = Math.max(1, Math.ceil(rules.length / 32))
  const masks = new Uint32Array(offers.length * words)
  perOffer.forEach((bits, offer) => {
    for (const bit of bits) {
      const word = offer * words + (bit >>> 5)
      masks[word] = (masks[word]! | (1 << (bit & 31))) >>> 0
    }
  })
  return { rules, words, masks }
}

/** For one column: which rules each of its codes meets, and which it leaves unknown. */
interface CodeTable {
  readonly column: Uint16Array
  /** pass[code * words + w] */
  readonly pass: Uint32Array
  readonly unknown: Uint32Array
}

export interface PredicateMasks {
  /** Rules met by actor i: pass[i * words .. + words). */
  readonly pass: Uint32Array
  /** Rules not failed: met or unknown. */
  readonly open: Uint32Array
}

function bitsOf(predicates: Predicates, accept: (rule: FactCondition) => boolean): Uint32Array {
  const mask = new Uint32Array(predicates.words)
  predicates.rules.forEach((rule, bit) => {
    if (accept(rule)) mask[bit >>> 5] = (mask[bit >>> 5]! | (1 << (bit & 31))) >>> 0
  })
  return mask
}

function codeTable(predicates: Predicates, fact: FactId, column: Uint16Array, isSet: boolean): CodeTable | null {
  if (!predicates.rules.some((rule) => rule.fact === fact)) return null
  const members = FACT_VALUES[fact]!
  const rows = isSet ? 1 << members.length : members.length
  const { words } = predicates
  const pass = new Uint32Array(rows * words)
  for (let code = 0; code < rows; code++) {
    const value = isSet ? members.filter((_, bit) => code & (1 << bit)) : members[code]!
    pass.set(
      bitsOf(predicates, (rule) => rule.fact === fact && valueMeets(rule, value)),
      code * words,
    )
  }
  return { column, pass, unknown: bitsOf(predicates, (rule) => rule.fact === fact) }
}

/**
 * The rules about yes-or-no facts, four facts at a time: for each four of the column, known bits and yes bits, the rules
 * met and the rules left unknown, for each word: tables[(((four * 16 + known) * 16 + yes) * words + w) * 2], and + 1.
 */
function booleanTables(predicates: Predicates): Uint32Array {
  const { words } = predicates
  const tables = new Uint32Array(4 * 256 * words * 2)
  BOOLEAN_FACTS.forEach((fact, bit) => {
    if (!predicates.rules.some((rule) => rule.fact === fact)) return
    const about = bitsOf(predicates, (rule) => rule.fact === fact)
    const met = [false, true].map((value) =>
      bitsOf(predicates, (rule) => rule.fact === fact && valueMeets(rule, value)),
    )
    const mask = 1 << (bit & 3)
    for (let row = 0; row < 256; row++) {
      const isKnown = ((row >>> 4) & mask) !== 0
      const rules = isKnown ? met[row & mask ? 1 : 0]! : about
      for (let w = 0; w < words; w++) {
        const at = (((bit >>> 2) * 256 + row) * words + w) * 2 + (isKnown ? 0 : 1)
        tables[at] = (tables[at]! | rules[w]!) >>> 0
      }
    }
  })
  return tables
}

/** Room for the masks of `count` actors. */
export function allocateMasks(predicates: Predicates, count: number): PredicateMasks {
  const length = Math.max(4, count * predicates.words * 4)
  return {
    pass: new Uint32Array(new SharedArrayBuffer(length)),
    open: new Uint32Array(new SharedArrayBuffer(length)),
  }
}

/**
 * Prepares the evaluation of all rules over columns: one table look-up for each fact in use instead of one comparison
 * for each rule.
 * @returns a function that fills the masks of actors [start, end), the first one written at `offset`.
 */
export function predicateEvaluator(
  predicates: Predicates,
  columns: ActorColumns,
): (start: number, end: number, masks: PredicateMasks, offset: number) => void {
  const { words } = predicates
  const tables = [...SET_FACTS, ...CHOICE_FACTS].flatMap((fact, place) => {
    const table = codeTable(predicates, fact, columns.codes[place]!, place < SET_FACTS.length)
    return table ? [table] : []
  })
  const booleans = booleanTables(predicates)
  const numbers = INTEGER_FACTS.flatMap((fact, place) =>
    predicates.rules.flatMap((rule, bit) =>
      rule.fact === fact
        ? [
            {
              column: columns.numbers[place]!,
              word: bit >>> 5,
              bit: (1 << (bit & 31)) >>> 0,
              gte: rule.op === 'gte',
              bound: Number(rule.value),
            },
          ]
        : [],
    ),
  )

  return (start, end, masks, offset) => {
    const { pass, open } = masks
    for (let i = start; i < end; i++) {
      const base = (offset + i - start) * words
      for (let w = 0; w < words; w++) {
        let met = 0
        let unknown = 0
        const known = columns.booleanKnown[i]!
        const yes = columns.booleanTrue[i]!
        for (let q = 0; q < 4; q++) {
          const at = ((q * 256 + (((known >>> (q * 4)) & 15) << 4) + ((yes >>> (q * 4)) & 15)) * words + w) * 2
          met |= booleans[at]!
          unknown |= booleans[at + 1]!
        }
        for (let t = 0; t < tables.length; t++) {
          const table = tables[t]!
          const code = table.column[i]!
          if (code === UNKNOWN_CODE) unknown |= table.unknown[w]!
          else met |= table.pass[code * words + w]!
        }
        for (let n = 0; n < numbers.length; n++) {
          const rule = numbers[n]!
          if (rule.word !== w) continue
          const value = rule.column[i]!
          if (value === UNKNOWN_NUMBER) unknown |= rule.bit
          else if (rule.gte ? value >= rule.bound : value <= rule.bound) met |= rule.bit
        }
        pass[base + w] = met
        open[base + w] = met | unknown
      }
    }
  }
}
