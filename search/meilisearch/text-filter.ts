import { valuesByWord } from '../documents/value-words.ts'
import type { IndexDefinition } from '../indexes.ts'
import { type Alternative, QUALITY, type Quality, type QueryUnit, WORST_QUALITY } from '../text/expand.ts'
import { mayBeHandle } from '../text/handle.ts'
import { scoresOf, totalOf, WEIGHED_UNITS } from '../text/query-weights.ts'
import { facetField, HANDLE, type Level, storedLevels, wordField } from './document.ts'
import { encodeFacetValue } from './facet-value.ts'
import { allOf, anyOf, EVERY, type Filter, isOneOf, NONE, not, startsWith } from './filter.ts'

const ANY_LEVEL: Level = 3
/** What a unit that was not found at all adds to the sum of levels. */
const NOT_FOUND = ANY_LEVEL + 1

/** Documents that come before all of later rings: the same score, the same worst quality and the same sum of levels. */
export interface Ring {
  readonly score: number
  readonly quality: Quality
  readonly filter: Filter
}

/** What a query's words ask for, as filters over the words of the documents. */
export class TextFilter {
  private readonly made = new Map<string, Filter>()

  constructor(
    private readonly definition: IndexDefinition,
    private readonly units: readonly QueryUnit[],
    private readonly weights: readonly number[],
  ) {}

  /** Documents whose units, answered with words of at least this quality, weigh at least so much. */
  reaching(score: number, quality: Quality): Filter {
    return this.weightWithin(0, this.units.length, score, quality)
  }

  /** The rings of the documents with just these scores, highest first; no document is in two. */
  rings(scores: readonly number[]): readonly Ring[] {
    return scores.flatMap((score) => this.ringsAt(score))
  }

  private ringsAt(score: number): readonly Ring[] {
    const whole = totalOf(this.weights)
    const higher = scoresOf(this.weights).findLast((other) => other > score)
    const weighed = Math.min(this.units.length, WEIGHED_UNITS)
    const heaviest = weighed * (score === whole ? ANY_LEVEL : NOT_FOUND)
    const above = higher === undefined ? NONE : this.reaching(higher, WORST_QUALITY)
    const rings: Ring[] = []
    let better: Filter = NONE
    for (const quality of this.qualities()) {
      const enough = this.reaching(score, quality)
      for (let sum = weighed; sum <= heaviest; sum++) {
        const filter = allOf([
          enough,
          not(above),
          not(better),
          this.levelsWithin(0, weighed, sum, quality),
          not(this.levelsWithin(0, weighed, sum - 1, quality)),
        ])
        if (filter !== NONE) rings.push({ score, quality, filter })
      }
      better = enough
    }
    return rings
  }

  /** The qualities that any alternative has, best first. */
  private qualities(): readonly Quality[] {
    const found = new Set<Quality>()
    for (const { words, phrase } of this.units) {
      for (const alternative of [...words.flat(), ...phrase]) found.add(alternative.quality)
    }
    return Object.values(QUALITY).filter((quality) => found.has(quality))
  }

  /** Halving the units keeps the filter small: twelve units take some hundred conditions, not thousands. */
  private weightWithin(from: number, to: number, score: number, quality: Quality): Filter {
    const size = to - from
    if (score <= 0) return EVERY
    if (score > totalOf(this.weights.slice(from, to))) return NONE
    if (size === 1) return this.unit(from, quality, ANY_LEVEL)
    return this.keep(`weight ${from} ${to} ${score} ${quality}`, () => {
      const middle = from + (size >> 1)
      const lefts = [0, ...scoresOf(this.weights.slice(from, middle)).toReversed()]
      // why: once the left half is enough, more of it says nothing new
      const useful = lefts.filter((_left, at) => at === 0 || lefts[at - 1]! < score)
      return anyOf(
        useful.map((left) =>
          allOf([this.weightWithin(from, middle, left, quality), this.weightWithin(middle, to, score - left, quality)]),
        ),
      )
    })
  }

  /** Documents in which the levels where the units are first found add up to at most `sum`. */
  private levelsWithin(from: number, to: number, sum: number, quality: Quality): Filter {
    const size = to - from
    if (sum < size) return NONE
    if (sum >= size * NOT_FOUND) return EVERY
    if (size === 1) return this.unit(from, quality, sum as Level)
    return this.keep(`levels ${from} ${to} ${sum} ${quality}`, () => {
      const middle = from + (size >> 1)
      const ways: Filter[] = []
      const most = Math.min((middle - from) * NOT_FOUND, sum - (to - middle))
      for (let left = middle - from; left <= most; left++) {
        ways.push(
          allOf([this.levelsWithin(from, middle, left, quality), this.levelsWithin(middle, to, sum - left, quality)]),
        )
      }
      return anyOf(ways)
    })
  }

  private unit(at: number, quality: Quality, level: Level): Filter {
    return this.keep(`unit ${at} ${quality} ${level}`, () => {
      const { words, phrase } = this.units[at]!
      const wordByWord = allOf(words.map((alternatives) => this.anyAlternative(alternatives, quality, level)))
      return anyOf([wordByWord, this.anyAlternative(phrase, quality, level)])
    })
  }

  private keep(name: string, make: () => Filter): Filter {
    let filter = this.made.get(name)
    if (filter === undefined) {
      filter = make()
      this.made.set(name, filter)
    }
    return filter
  }

  private anyAlternative(alternatives: readonly Alternative[], quality: Quality, level: Level): Filter {
    const good = alternatives.filter((alternative) => alternative.quality <= quality)
    const words = good.filter(({ terms, prefix }) => terms.length === 1 && !prefix).map(({ terms }) => terms[0]!)
    return anyOf([
      this.hasAny([...new Set(words)], level),
      ...good.filter(({ prefix }) => prefix).map(({ terms }) => this.hasPrefix(terms[0]!, level)),
      ...good
        .filter(({ terms, prefix }) => terms.length > 1 && !prefix)
        .map(({ terms }) => allOf(terms.map((term) => this.hasAny([term], level)))),
    ])
  }

  private hasAny(terms: readonly string[], level: Level): Filter {
    return anyOf([
      ...this.wordFields(level).map((field) => isOneOf(field, terms)),
      this.definition.handles ? isOneOf(HANDLE, terms.filter(mayBeHandle)) : NONE,
      ...this.throughFacets(level, (byWord) => terms.flatMap((term) => byWord.get(term) ?? [])),
    ])
  }

  private hasPrefix(prefix: string, level: Level): Filter {
    return anyOf([
      ...this.wordFields(level).map((field) => startsWith(field, prefix)),
      ...this.throughFacets(level, (byWord) =>
        [...byWord].flatMap(([word, values]) => (word.startsWith(prefix) ? values : [])),
      ),
    ])
  }

  private wordFields(level: Level): readonly string[] {
    return storedLevels(this.definition)
      .filter((stored) => stored <= level)
      .map(wordField)
  }

  /** Fields made of facet values: the values that put the words there. */
  private throughFacets(
    level: Level,
    valuesOf: (byWord: ReadonlyMap<string, readonly string[]>) => readonly string[],
  ): readonly Filter[] {
    return this.definition.fields
      .filter((field) => field.level <= level)
      .flatMap((field) =>
        (field.wordsOf ?? []).map((facet) =>
          isOneOf(facetField(facet), [...new Set(valuesOf(valuesByWord(field, facet)))].map(encodeFacetValue)),
        ),
      )
  }
}
