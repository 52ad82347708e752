import { editDistance } from '#app/domain/regions/edit-distance.ts'

/** The word that differs from what was typed by two slips at most, or undefined. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const near = words
    .map((word) => ({ word, distance: word.startsWith(typed) && typed ? 0 : editDistance(typed, word, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.word
}
