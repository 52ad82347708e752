/** What is wrong with a cell; the row is not taken. The sentence of each stands in messages `intake.problems`. */
export type ProblemCode =
  | 'name.missing'
  | 'name.not_text'
  | 'region.missing'
  | 'region.unknown'
  | 'region.ambiguous'
  | 'region.other_province'
  | 'region.outside_office'
  | 'province.unknown'
  | 'sector.unknown'
  | 'sector.broad'
  | 'cluster.unknown'
  | 'term.unknown'
  | 'choice.unknown'
  | 'yes_no.unknown'
  | 'count.unreadable'
  | 'months.unreadable'
  | 'year.unreadable'
  | 'rupiah.unreadable'
  | 'date.unreadable'
  | 'date.future'
  | 'cell.formula'
  | 'cell.error'
  | 'cell.identity_number'
  | 'row.twin_differs'
  | 'row.erased'

export interface Problem {
  /** Heading of the column; null when the row as a whole is meant. */
  readonly column: string | null
  /** The cell as typed; identity numbers are masked. */
  readonly value: string
  readonly code: ProblemCode
  /** What the message needs: suggestions, candidates, the other row. Region names, words and vocabulary ids. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}

/** A cell that was left unknown while its row is taken. */
export type NoticeCode = 'unit_missing' | 'sector_partly' | 'permits_partly'

export interface Notice {
  readonly column: string
  readonly code: NoticeCode
}

const SIXTEEN_DIGITS = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/g

/** Whether a number of sixteen digits, as NIK and family card have, stands in the text. */
export function holdsIdentityNumber(text: string): boolean {
  return text.search(SIXTEEN_DIGITS) >= 0
}

/** The text with every identity number struck out. */
export function maskIdentityNumbers(text: string): string {
  return text.replace(SIXTEEN_DIGITS, '****************')
}
