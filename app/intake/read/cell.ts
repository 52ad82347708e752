/** A cell as the file holds it. Formulas are never evaluated: a cached result is the value, none is `formula`. */
export type Cell =
  | null
  | string
  | number
  | boolean
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'formula' }

/** A row with its number as the spreadsheet program shows it, from 1. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** The apostrophe with which our own downloads keep a text from being taken for a formula. */
const OWN_APOSTROPHE = /^'(?=[=+\-@\t\r])/

/** The cell as a person would type it again: whole numbers without separators, a decimal comma, days as 24-11-2026. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') {
    const text = cell.trim()
    return text.startsWith("'") ? text.replace(OWN_APOSTROPHE, '') : text
  }
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : String(cell).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (cell.kind === 'date') return cell.day.split('-').reverse().join('-')
  return cell.kind === 'error' ? cell.text : ''
}

/** Nothing stands in it. A formula without a result is not empty: it has to be mended. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}
