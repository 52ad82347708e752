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

const LEVEL_WORD = /^(prov|provinsi|propinsi|kec|kecamatan|kel|kelurahan|desa|indonesia)$/
const KABUPATEN_WORD = /^(kab|kabupaten)$/

/** "Kec. Weleri Kab. Kendal Prov. Jateng" without commas: a word that opens another level opens another part. */
function splitAtLevels(words: readonly string[]): string[][] {
  const parts: string[][] = [[]]
  for (const [index, word] of words.entries()) {
    const opens = LEVEL_WORD.test(word) || (KABUPATEN_WORD.test(word) && index < words.length - 1)
    if (opens && index > 0 && words[index - 1] !== 'pemerintah') parts.push([])
    parts.at(-1)!.push(word)
  }
  return parts
}

/**
 * Parts of a text like "Weleri, Kab. Kendal (Jateng)": split at commas, brackets, semicolons, slashes and spaced dashes.
 * "Kab/Kota" is one word.
 */
export function partsOf(text: string): string[][] {
  return text
    .replace(/\bkab(?:upaten)?\.?\s*\/\s*kota\b/gi, 'kabkota')
    .split(/[,;/|()[\]\n\t]|\s[-\u2013\u2014]\s/)
    .flatMap((part) => splitAtLevels(wordsOf(part)))
    .filter((words) => words.length > 0)
}
