/** Edits between two words by the full table: insert, delete, replace, swap neighbours. */
export function naiveDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, table[i - 2]![j - 2]! + 1)
      }
      table[i]![j] = least
    }
  }
  return table[a.length]![b.length]!
}

/** The words a typo may have meant: one edit from 4 letters, two from 8, none with digits; the twenty best. */
export function naiveNeighbours(term: string, documentsOf: ReadonlyMap<string, number>, least: number): string[] {
  const limit = term.length < 4 || /\d/.test(term) ? 0 : term.length < 8 ? 1 : 2
  return [...documentsOf]
    .filter(([word, documents]) => word !== term && documents >= least && !/\d/.test(word))
    .map(([word, documents]) => ({ word, documents, distance: naiveDistance(term, word) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.word < b.word ? -1 : 1))
    .slice(0, 20)
    .map(({ word }) => word)
}
