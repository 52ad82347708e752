import { tidy } from './plain.ts'

const BREAKS = /[,;\n\r|•·●▪]+|(?:^|\s)\d{1,2}[.)]\s*(?=\p{L})|\t|\s[-–]\s/gu
const SOFT = /\s*(?:\/|&|\+|\bdan\b|\bserta\b)\s*/i

/** The items of a cell, in order: parted by commas, semicolons, lines, bullets or numbers ("1. modal 2. pelatihan"). */
export function splitList(text: string): string[] {
  return text
    .split(BREAKS)
    .map((item) => tidy(item.replace(/^\s*[-–*]\s*/, '')).replace(/[.\s]+$/, ''))
    .filter((item) => item !== '')
}

/** A second cut at "/", "&", "dan", for an item that means nothing as a whole; null when there is nothing to cut. */
export function splitSoft(item: string): string[] | null {
  const parts = item
    .split(SOFT)
    .map(tidy)
    .filter((part) => part !== '')
  return parts.length > 1 ? parts : null
}
