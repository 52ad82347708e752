const ASCII = /^[ -~]*$/

/** Lower case, accents removed, every run of other characters one space: the form in which words are compared. */
export function plain(text: string): string {
  const bare = ASCII.test(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  return bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** `plain` without its spaces: "P-IRT", "P IRT" and "PIRT" become one. */
export function compact(text: string): string {
  return plain(text).replaceAll(' ', '')
}

const UNTIDY = /^\s|\s$|\s\s|[^\S ]/

/** Runs of white space, line breaks included, become one space. */
export function tidy(text: string): string {
  return UNTIDY.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text
}

/** Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours; `limit + 1` when above. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = above
    above = row
  }
  return Math.min(above[b.length]!, limit + 1)
}

/** How many slips of the pen a word of this length may hold and still be taken for another. */
export function slipsAllowed(length: number): number {
  return length >= 10 ? 2 : length >= 5 ? 1 : 0
}

/** The phrases of a comma-separated table entry. */
export function phraseList(entry: string): string[] {
  return entry
    .split(',')
    .map((phrase) => tidy(phrase))
    .filter((phrase) => phrase !== '')
}
