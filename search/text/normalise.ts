const PLAIN = /^[A-Za-z0-9 ]*$/

/** Lower case, without accents and apostrophes: "Jum'at" is "jumat", "Café" is "cafe". */
export function normalise(text: string): string {
  // why: nearly all words are plain ASCII, which needs no decomposition
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`ʼ]/gu, '')
    .toLowerCase()
}

/** Longer runs of letters are no words; cutting them bounds what one document may add to the vocabulary. */
export const MAX_TERM = 40

/** The form of a single word in the index. */
export function normaliseWord(word: string): string {
  return normalise(word).slice(0, MAX_TERM)
}
