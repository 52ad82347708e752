/** How people speak of somebody: by her name or part of it, by her business, by her code. */
export interface Spoken {
  readonly name: string | null
  readonly businessName: string | null
  readonly code: string
}

/** Shorter words of a name ("Sri", "Nur") stand in too many others. */
const SHORTEST = 4

const plain = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Whether a text may speak of her. */
export interface Mentions {
  /** In what concerns her too: also any word of her name with four letters or more, and her business. */
  readonly near: (text: string | null) => boolean
  /** Anywhere: her whole name of two words or more, or her code, since a first name alone means many. */
  readonly anywhere: (text: string | null) => boolean
  /** In the cells of a row of a list: as anywhere, with names spread over cells, or a cell that is her name and no more. */
  readonly inCells: (cells: readonly (string | null)[]) => boolean
}

/**
 * Tests for texts that may speak of her, whatever the case and marks. Near her they rather take a text too many, about
 * somebody of the same name, than one too few.
 */
export function mentionsOf({ name, businessName, code }: Spoken): Mentions {
  const words = plain(name ?? '')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
  const sure = [plain(code), ...(words.length > 1 ? [plain(name!)] : [])]
  const likely = [plain(businessName ?? ''), ...words.filter((word) => word.length >= SHORTEST).map(plain)]
  const test = (wanted: readonly string[]) => (text: string | null) => {
    if (text === null || text === '') return false
    const within = plain(text)
    return wanted.some((one) => one.trim() !== '' && within.includes(one))
  }
  const anywhere = test(sure)
  const whole = plain(name ?? '')
  return {
    near: test([...sure, ...likely]),
    anywhere,
    inCells: (cells) =>
      anywhere(cells.join(' ')) ||
      (whole.trim() !== '' && cells.some((cell) => cell !== null && plain(cell) === whole)),
  }
}
