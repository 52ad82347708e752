/** Longer texts are no names of a region; they are answered with nothing before any work is done. */
export const MAX_REGION_TEXT = 200

/** Lower case, without accents and apostrophes; "&" is read as "dan". */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'`\u2018\u2019\u02bc\u00b4]/g, '')
    .toLowerCase()
    .replaceAll('&', ' dan ')
}

/** The words of a text: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return plainText(text).match(/[a-z0-9]+/g) ?? []
}

/** The key under which a name is looked up: "Toli-Toli" and "Toli Toli" are both "tolitoli". */
export function keyOf(text: string): string {
  return wordsOf(text).join('')
}

/**
 * Parts of a text like "Weleri, Kab. Kendal (Jateng)": split at commas, brackets, semicolons, slashes and spaced dashes.
 * "Kab/Kota" is one word.
 */
export function partsOf(text: string): string[][] {
  return text
    .replace(/\bkab(?:upaten)?\.?\s*\/\s*kota\b/gi, 'kabkota')
    .split(/[,;/|()[\]\n\t]|\s[-\u2013\u2014]\s/)
    .map(wordsOf)
    .filter((words) => words.length > 0)
}
