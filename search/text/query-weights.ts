import type { Alternative, Lexicon, QueryUnit } from './expand.ts'

/** From so many demands on a query describes rather than names; hardly any document meets them all. */
const DESCRIBING_FROM = 4
/** Units beyond this many still filter, but no longer weigh where they were found. */
export const WEIGHED_UNITS = 6
const HEAVIEST = 8
/** A description is met well enough by so many documents; only when there are fewer are worse ones let in. */
const ENOUGH = 10
/** What a document must meet of a description at the least, as a share of its whole weight. */
const LEAST_SHARE = 1 / 3

/** Whether documents need not meet all of the demands, even where some do. */
export function isDescription(units: readonly QueryUnit[]): boolean {
  return units.length >= DESCRIBING_FROM
}

/**
 * What each demand weighs where not all are met, from 1 (nearly every document meets it) to 8: the rarer, the more. Of a
 * very long query all demands weigh the same.
 */
export function queryWeights(units: readonly QueryUnit[], lexicon: Lexicon): readonly number[] {
  if (units.length > WEIGHED_UNITS) return units.map(() => 1)
  return units.map((unit) => rarity(documentsOf(unit, lexicon), lexicon.documents))
}

export const totalOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0)

/** The scores a document can have, the whole weight first, down to the least that is let in. */
export function scoresOf(weights: readonly number[]): readonly number[] {
  let sums = new Set([0])
  for (const weight of weights) sums = new Set([...sums, ...[...sums].map((sum) => sum + weight)])
  return [...sums].filter((sum) => sum > 0).sort((a, b) => b - a)
}

/** Whether a score is enough of the whole weight to be let in although others have more. */
export function isGoodShare(weights: readonly number[], score: number): boolean {
  return score >= totalOf(weights) * LEAST_SHARE
}

/**
 * The scores of the documents that answer a description, highest first: down to where there are enough of them, or where it
 * is no good share any more. Empty when no document meets anything.
 * @param reaching for each of `scoresOf`, or the first of them, how many documents of the whole index have at least it.
 */
export function scoresLetIn(weights: readonly number[], reaching: readonly number[]): readonly number[] {
  const scores = scoresOf(weights)
  const chosen: number[] = []
  for (const [at, documents] of reaching.entries()) {
    // why: that no document has just so
    if (documents === (reaching[at - 1] ?? 0)) continue
    if (chosen.length > 0 && !isGoodShare(weights, scores[at]!)) break
    chosen.push(scores[at]!)
    if (documents >= ENOUGH) break
  }
  return chosen
}

function rarity(documents: number, all: number): number {
  // why: a word that stands nowhere tells nothing, and may be half typed
  if (documents === 0) return 1
  return Math.min(HEAVIEST, Math.max(1, Math.round(Math.log2((all + 1) / (documents + 1)))))
}

/** How many documents meet a demand at most, by the most frequent of its alternatives. */
function documentsOf({ words, phrase }: QueryUnit, lexicon: Lexicon): number {
  const apart = Math.min(...words.map((alternatives) => mostOf(alternatives, lexicon)))
  return Math.max(apart, mostOf(phrase, lexicon))
}

function mostOf(alternatives: readonly Alternative[], lexicon: Lexicon): number {
  return alternatives
    .filter(({ prefix }) => !prefix)
    .reduce((most, { terms }) => Math.max(most, Math.min(...terms.map((term) => lexicon.documentsWith(term)))), 0)
}
