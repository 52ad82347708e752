/** Longer patterns do not fit into one machine word. */
export const LONGEST_PATTERN = 31

/** For each letter the places at which the pattern has it; shared, because only a pattern's own letters are ever set. */
const places = new Int32Array(0x10000)

/**
 * Compares a word with many others of one length: how many edits apart they are, a letter more, less or other, or two
 * neighbours swapped (optimal string alignment). A column of the table at a time stands in the bits of one number (Myers
 * 1999, transpositions after Hyyrö 2003).
 * @param pattern 1 to 31 letters.
 * @param letters the others, one after another, each `length` long.
 * @param wanted which of them to compare: places in `letters` divided by `length`.
 * @param found called for words from 1 to `limit` edits away.
 * @throws RangeError for a pattern that does not fit.
 */
export function findWithin(
  pattern: string,
  letters: Uint16Array,
  length: number,
  wanted: Uint32Array,
  limit: number,
  found: (word: number, distance: number) => void,
): void {
  if (pattern.length === 0 || pattern.length > LONGEST_PATTERN) throw new RangeError('the pattern does not fit')
  const lastBit = 1 << (pattern.length - 1)
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)]! |= 1 << at
  for (let w = 0; w < wanted.length; w++) {
    const start = wanted[w]! * length
    let more = -1
    let less = 0
    let same = 0
    let lastPlaces = 0
    let distance = pattern.length
    for (let at = 0; at < length; at++) {
      const here = places[letters[start + at]!]!
      const swapped = ((~same & here) << 1) & lastPlaces
      same = ((((here & more) + more) | 0) ^ more) | here | less | swapped
      const up = less | ~(same | more)
      const down = same & more
      if ((up & lastBit) !== 0) distance++
      else if ((down & lastBit) !== 0) distance--
      // why: every letter that is left can bring the words one edit closer at most
      if (distance - (length - 1 - at) > limit) break
      const shifted = (up << 1) | 1
      more = (down << 1) | ~(same | shifted)
      less = shifted & same
      lastPlaces = here
    }
    if (distance <= limit && distance > 0) found(wanted[w]!, distance)
  }
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)] = 0
}
