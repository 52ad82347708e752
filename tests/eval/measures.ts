export const DEPTH = 10

const gain = (grade: number) => 2 ** grade - 1
const discounted = (grades: readonly number[]) =>
  grades.slice(0, DEPTH).reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0)

/** Normalised discounted cumulative gain of the first ten: 1 when no better order exists. */
export function ndcg(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const best = discounted([...grades.values()].sort((a, b) => b - a))
  return best === 0 ? 0 : discounted(found.map((id) => grades.get(id) ?? 0)) / best
}

/** The share of documents graded 2 or better among the first ten, of as many as ten places can hold. */
export function recall(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const wanted = [...grades].filter(([, grade]) => grade >= 2).map(([id]) => id)
  if (wanted.length === 0) return 1
  const top = new Set(found.slice(0, DEPTH))
  return wanted.filter((id) => top.has(id)).length / Math.min(DEPTH, wanted.length)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
