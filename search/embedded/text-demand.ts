import { QUALITY, type Quality, type QueryUnit, WORST_QUALITY } from '../text/expand.ts'
import { isDescription, scoresLetIn, scoresOf, totalOf } from '../text/query-weights.ts'
import { type Bits, intersect, isEmpty, subtract } from './bits.ts'
import type { QuerySets } from './query-sets.ts'

const QUALITIES = Object.values(QUALITY) as Quality[]

/** What the words of a query ask for: which documents answer them, and in which rings, best first. */
export interface TextDemand {
  readonly matching: Bits
  /** `some` when documents that do not meet every demand are among them. */
  readonly matched: 'all' | 'some'
  /** The given documents, all of them matching, in rings without an order of their own. */
  rings(documents: Bits): Generator<Bits>
}

/**
 * Of a query of few demands the documents that meet them all. Where none does, and of a description, those that meet enough
 * of it, the rarer demands weighing more.
 */
export function textDemand(sets: QuerySets, units: readonly QueryUnit[], weights: readonly number[]): TextDemand {
  if (!isDescription(units) && !isEmpty(sets.all(WORST_QUALITY))) return namingDemand(sets)
  return describingDemand(sets, weights)
}

/** First by the worst word's quality, then by the weight of the fields. */
function namingDemand(sets: QuerySets): TextDemand {
  return {
    matching: sets.all(WORST_QUALITY),
    matched: 'all',
    *rings(documents) {
      const rest = documents.slice()
      for (const quality of QUALITIES) {
        const ring = rest.slice()
        if (quality < WORST_QUALITY) intersect(ring, sets.all(quality))
        if (isEmpty(ring)) continue
        subtract(rest, ring)
        yield* sets.byWeight(ring, quality)
      }
    },
  }
}

/** First by the weight of what a document meets, then as above. */
function describingDemand(sets: QuerySets, weights: readonly number[]): TextDemand {
  const met = sets.scores(weights, WORST_QUALITY)
  const scores = scoresLetIn(weights, met.reaching(scoresOf(weights)))
  const least = scores.at(-1)
  return {
    matching: met.atLeast(least ?? totalOf(weights)),
    matched: least !== undefined && least < totalOf(weights) ? 'some' : 'all',
    *rings(documents) {
      for (const score of scores) {
        const rest = documents.slice()
        intersect(rest, met.exactly(score))
        for (const quality of QUALITIES) {
          if (isEmpty(rest)) break
          const ring = rest.slice()
          if (quality < WORST_QUALITY) intersect(ring, sets.scores(weights, quality).exactly(score))
          if (isEmpty(ring)) continue
          subtract(rest, ring)
          yield* sets.byWeight(ring, quality)
        }
      }
    },
  }
}
