import { type Alternative, QUALITY, type Quality, type QueryUnit } from '../text/expand.ts'
import { totalOf, WEIGHED_UNITS } from '../text/query-weights.ts'
import { type Bits, intersect, isEmpty, subtract, unite } from './bits.ts'
import type { Postings } from './postings.ts'
import { ScoreColumn } from './score-column.ts'

/** Fields of level 3 are every field. */
const ANY_LEVEL = 3

/** Sets of documents that answer the units of one query, made when asked for and kept while the query lasts. */
export class QuerySets {
  private readonly made = new Map<string, Bits>()
  private readonly scored = new Map<Quality, ScoreColumn>()

  constructor(
    private readonly units: readonly QueryUnit[],
    private readonly postings: Postings,
    private readonly words: number,
  ) {}

  /** What documents reach of the units' weight with words of at least this quality. */
  scores(weights: readonly number[], quality: Quality): ScoreColumn {
    const known = this.scored.get(quality)
    if (known) return known
    const sets = this.units.map((_, at) => this.unit(at, quality, ANY_LEVEL))
    const made = new ScoreColumn(this.words, totalOf(weights)).add(sets, weights)
    this.scored.set(quality, made)
    return made
  }

  /** Documents that answer every unit with words of at least this quality. */
  all(quality: Quality): Bits {
    return this.keep(`all ${quality}`, () => {
      const bits = this.unit(0, quality, ANY_LEVEL).slice()
      for (let at = 1; at < this.units.length; at++) intersect(bits, this.unit(at, quality, ANY_LEVEL))
      return bits
    })
  }

  /** The candidates parted by how weighty the fields are in which the units were found, weightiest first. */
  *byWeight(candidates: Bits, quality: Quality): Generator<Bits> {
    let parts: (Bits | undefined)[] = [candidates]
    const weighed = Math.min(this.units.length, WEIGHED_UNITS)
    for (let at = 0; at < weighed; at++) {
      const next: (Bits | undefined)[] = []
      for (const [sum, part] of parts.entries()) {
        if (part === undefined) continue
        const rest = part.slice()
        for (let level = 1; level <= ANY_LEVEL; level++) {
          const found = rest.slice()
          intersect(found, this.unit(at, quality, level))
          subtract(rest, found)
          addPart(next, sum + level, found)
        }
        addPart(next, sum + ANY_LEVEL + 1, rest)
      }
      parts = next
    }
    for (const part of parts) if (part !== undefined) yield part
  }

  private unit(at: number, asked: Quality, level: number): Bits {
    const { words, phrase } = this.units[at]!
    const quality = usefulQuality([...words.flat(), ...phrase], asked)
    return this.keep(`unit ${at} ${quality} ${level}`, () => {
      const bits = this.anyOf(words[0]!, quality, level)
      for (const alternatives of words.slice(1)) intersect(bits, this.anyOf(alternatives, quality, level))
      if (phrase.length > 0) unite(bits, this.anyOf(phrase, quality, level))
      return bits
    })
  }

  private anyOf(alternatives: readonly Alternative[], quality: Quality, level: number): Bits {
    const bits = new Uint32Array(this.words)
    for (const alternative of alternatives) {
      if (alternative.quality > quality) continue
      const [first, ...others] = alternative.terms
      if (others.length === 0) {
        this.postings.addTo(bits, first!, alternative.prefix, level)
        continue
      }
      const together = new Uint32Array(this.words)
      this.postings.addTo(together, first!, false, level)
      for (const other of others) {
        const one = new Uint32Array(this.words)
        this.postings.addTo(one, other, false, level)
        intersect(together, one)
      }
      unite(bits, together)
    }
    return bits
  }

  private keep(name: string, make: () => Bits): Bits {
    let bits = this.made.get(name)
    if (!bits) {
      bits = make()
      this.made.set(name, bits)
    }
    return bits
  }
}

/** The worst quality up to the asked one that any alternative has; asking for worse ones adds nothing. */
function usefulQuality(alternatives: readonly Alternative[], asked: Quality): Quality {
  return alternatives.reduce<Quality>(
    (worst, { quality }) => (quality <= asked && quality > worst ? quality : worst),
    QUALITY.exact,
  )
}

function addPart(parts: (Bits | undefined)[], sum: number, bits: Bits): void {
  if (isEmpty(bits)) return
  const known = parts[sum]
  if (known) unite(known, bits)
  else parts[sum] = bits
}
