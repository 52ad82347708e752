import { LIMITS } from '../limits.ts'
import type { Cell, SheetRow } from './cell.ts'
import type { Book, BookSheet } from './xlsx-book.ts'
import { xmlElements } from './xml-elements.ts'
import { attribute, pattern, richText, xmlText } from './xml-text.ts'
import { entryBytes } from './zip.ts'

/** "AB12" to column 27, from 0; -1 when it is no cell reference. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function dayOf(serial: number, epoch: number): string | null {
  const time = Math.floor(serial - epoch) * 86_400_000
  const year = new Date(time).getUTCFullYear()
  return year >= 1900 && year <= 2200 ? new Date(time).toISOString().slice(0, 10) : null
}

/** The text of `<v>`; null when the tag is not there at all. */
function valueText(inside: string, prefix: string): string | null {
  const start = inside.search(pattern(`<${prefix}v[\\s>/]`))
  if (start < 0) return null
  const open = inside.indexOf('>', start)
  if (inside.charCodeAt(open - 1) === 47) return ''
  const close = inside.indexOf(`</${prefix}v>`, open)
  return close < 0 ? null : xmlText(inside.slice(open + 1, close))
}

function cellOf(tag: string, inside: string, prefix: string, book: Book): Cell {
  const type = attribute(tag, 't') ?? 'n'
  if (type === 'inlineStr') return richText(inside, prefix).slice(0, LIMITS.cellChars)
  const value = inside.startsWith(`<${prefix}v>`)
    ? xmlText(inside.slice(prefix.length + 3, inside.indexOf('<', prefix.length + 3)))
    : valueText(inside, prefix)
  if (value === null || (value === '' && type !== 'str')) {
    return pattern(`<${prefix}f[\\s>/]`).test(inside) ? { kind: 'formula' } : null
  }
  if (type === 's') return book.strings[Number(value)] ?? null
  if (type === 'str') return value.slice(0, LIMITS.cellChars)
  if (type === 'b') return value === '1' || value === 'true'
  if (type === 'e') return { kind: 'error', text: value }
  if (type === 'd') return { kind: 'date', day: value.slice(0, 10) }
  const number = Number(value)
  if (Number.isNaN(number)) return value
  const day = book.dateStyles[Number(attribute(tag, 's') ?? -1)] ? dayOf(number, book.epoch) : null
  return day ? { kind: 'date', day } : number
}

function cellsOf(row: string, prefix: string, book: Book): Cell[] {
  const cells: Cell[] = []
  const open = `<${prefix}c`
  const close = `</${prefix}c>`
  for (let at = row.indexOf(open, row.indexOf('>')); at >= 0; ) {
    const tagEnd = row.indexOf('>', at)
    const empty = row.charCodeAt(tagEnd - 1) === 47
    const end = empty ? tagEnd + 1 : row.indexOf(close, tagEnd)
    if (tagEnd < 0 || end < 0) break
    const tag = row.slice(at + open.length, empty ? tagEnd - 1 : tagEnd)
    const reference = attribute(tag, 'r')
    const column = reference ? columnOf(reference) : cells.length
    if (column >= 0 && column < LIMITS.columns && !empty) {
      while (cells.length < column) cells.push(null)
      cells[column] = cellOf(tag, row.slice(tagEnd + 1, end), prefix, book)
    } else if (empty && column === cells.length && column < LIMITS.columns) cells.push(null)
    at = row.indexOf(open, empty ? end : end + close.length)
  }
  return cells
}

/**
 * The rows of a sheet, one after another; empty ones that the file leaves out are left out too.
 * @param onRead called with the share of the sheet read so far, 0 to 1.
 */
export async function* xlsxRows(
  book: Book,
  sheet: BookSheet,
  onRead?: (share: number) => void,
): AsyncGenerator<SheetRow> {
  let number = 0
  const bytes = entryBytes(book.zip, sheet.entry, (packed) => onRead?.(packed / Math.max(1, sheet.entry.packed)))
  for await (const { elements, prefix } of xmlElements(bytes, 'row')) {
    for (const element of elements) {
      const tag = element.slice(prefix.length + 4, element.indexOf('>'))
      number = Number(attribute(tag, 'r') ?? number + 1)
      yield { number, cells: cellsOf(element, prefix, book) }
    }
  }
}
