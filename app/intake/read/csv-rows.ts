import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { IntakeError } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'
import type { SheetRow } from './cell.ts'
import { decodedText, type TextEncoding, textEncoding } from './text-encoding.ts'

export type Delimiter = ',' | ';' | '\t'

export interface CsvShape {
  readonly encoding: TextEncoding
  readonly delimiter: Delimiter
  /** Excel's own first line `sep=;`, which is no row. */
  readonly hasSeparatorLine: boolean
}

const CANDIDATES: readonly Delimiter[] = [';', '\t', ',']

/** Delimiters of each logical line, those inside quotes left out. */
function countPerLine(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = []
  let quoted = false
  let count = 0
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === delimiter) count++
    else if (char === '\n') {
      counts.push(count)
      count = 0
    }
  }
  if (count > 0) counts.push(count)
  return counts
}

/** The candidate that cuts most lines into the same number of cells; title lines above the table do not disturb it. */
export function detectDelimiter(sample: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of CANDIDATES) {
    const lines = new Map<number, number>()
    for (const count of countPerLine(sample, delimiter)) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1)
    const score = Math.max(0, ...Array.from(lines, ([count, times]) => times * Math.min(count, 30)))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Encoding and delimiter of a text file. Reads it once for the encoding, and its beginning for the delimiter. */
export async function csvShape(path: string): Promise<CsvShape> {
  const encoding = await textEncoding(path)
  let sample = ''
  for await (const piece of decodedText(path, encoding)) {
    sample += piece
    if (sample.length >= 64 * 1024) break
  }
  const stated = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  const delimiter = CANDIDATES.find((candidate) => candidate === stated) ?? detectDelimiter(sample)
  return { encoding, delimiter, hasSeparatorLine: stated !== undefined }
}

/**
 * The rows of a text file, one after another.
 * @param onRead called with the share of the file read so far, 0 to 1.
 * @throws IntakeError `file.quote` when a quotation mark is opened and never closed.
 */
export async function* csvRows(
  path: string,
  shape: CsvShape,
  size: number,
  onRead?: (share: number) => void,
): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: shape.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LIMITS.rowChars,
  })
  const source = Readable.from(decodedText(path, shape.encoding, (bytes) => onRead?.(bytes / Math.max(1, size))))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++
      if (number === 1 && shape.hasSeparatorLine) continue
      yield { number, cells: record.slice(0, LIMITS.columns).map((cell) => cell.slice(0, LIMITS.cellChars)) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new IntakeError('file.quote', { row: number + 1 })
    throw error
  } finally {
    source.destroy()
    parser.destroy()
  }
}
