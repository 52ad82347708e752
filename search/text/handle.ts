/** The end of a code that reads like a word and is none: the last letters of a hexadecimal number. */
const LETTERS_AND_TWO = /^p?[a-f]{6}2$/
const ONLY_LETTERS = /^p[a-f]{7}$/

/** The one word under which a code is found: "P-0000012" is p0000012. It is never cut into words as texts are. */
export function handleOf(code: string): string {
  return code.replaceAll('-', '').toLowerCase()
}

/** Whether a word may be a handle; for any other there is no need to look. Most have digits, some letters alone. */
export function mayBeHandle(term: string): boolean {
  return /\d/.test(term) || ONLY_LETTERS.test(term)
}

/** Whether a word that ends in 2 is a code (P-ABCDEF2), or what follows its P, and no doubled word as "kue2" is. */
export function isCodeEndingInTwo(term: string): boolean {
  return LETTERS_AND_TWO.test(term)
}
