/** 0 not relevant, 1 somewhat, 2 relevant, 3 what was looked for. */
export type Grade = 0 | 1 | 2 | 3

/** From this grade on a document counts for recall. */
export const RELEVANT = 2

/**
 * Normalised discounted cumulative gain of the first `depth` results: gain 2^grade - 1, discount log2(place + 1), against
 * the best possible order of everything that was judged (Jaervelin and Kekaelaeinen 2002, in the exponential form of
 * Burges et al. 2005). From 0 to 1; 0 when nothing is relevant.
 */
export function ndcgAt(depth: number, ranked: readonly string[], grades: ReadonlyMap<string, Grade>): number {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth)
  const best = discountedGain(ideal)
  if (best === 0) return 0
  return discountedGain(ranked.slice(0, depth).map((id) => grades.get(id) ?? 0)) / best
}

function discountedGain(grades: readonly Grade[]): number {
  return grades.reduce<number>((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
}

/**
 * The share of the relevant documents that stand among the first `depth` results; where there are more than `depth`, the
 * share of what fits there, so that 1 can always be reached. 0 when nothing is relevant.
 */
export function recallAt(depth: number, ranked: readonly string[], grades: ReadonlyMap<string, Grade>): number {
  const relevant = [...grades.values()].filter((grade) => grade >= RELEVANT).length
  if (relevant === 0) return 0
  const found = ranked.slice(0, depth).filter((id) => (grades.get(id) ?? 0) >= RELEVANT).length
  return found / Math.min(depth, relevant)
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
