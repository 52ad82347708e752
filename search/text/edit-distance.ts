/**
 * Whether two words differ by at most `limit` edits: a letter more, less or other, or two neighbours swapped (optimal
 * string alignment). Gives up as soon as the limit is passed.
 * @returns the distance, or limit + 1 when it is larger.
 */
export function editDistanceWithin(a: string, b: string, limit: number): number {
  const beyond = limit + 1
  if (Math.abs(a.length - b.length) > limit) return beyond
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const rows = endA - start
  const columns = endB - start
  if (rows === 0) return columns
  if (columns === 0) return rows
  let before: number[] = []
  let last = Array.from({ length: columns + 1 }, (_, at) => at)
  for (let i = 1; i <= rows; i++) {
    const current = [i]
    let least = i
    const letter = a.charCodeAt(start + i - 1)
    for (let j = 1; j <= columns; j++) {
      const other = b.charCodeAt(start + j - 1)
      let cost = Math.min(last[j]! + 1, current[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1))
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other) {
        cost = Math.min(cost, before[j - 2]! + 1)
      }
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return beyond
    before = last
    last = current
  }
  return Math.min(last[columns]!, beyond)
}

/** Edits allowed for a word: none below 4 letters or with a digit in it, one below 8, two from there. */
export function typoLimit(term: string): 0 | 1 | 2 {
  if (term.length < 4 || /\p{N}/u.test(term)) return 0
  return term.length < 8 ? 1 : 2
}
