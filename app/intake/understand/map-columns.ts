import {
  type Column,
  type FieldId,
  type IgnoredColumn,
  type IgnoredReason,
  REPEATABLE,
  REQUIRED_FIELDS,
  type Unit,
} from './fields.ts'
import { type HeadingMeaning, headingMeaning, headingUnit } from './headings.ts'
import { plain, tidy } from './plain.ts'

export interface ColumnMap {
  readonly columns: readonly Column[]
  readonly ignored: readonly IgnoredColumn[]
  /** Headings that stand twice for a field that is read, with the letters of their columns. */
  readonly duplicates: readonly { readonly heading: string; readonly columns: readonly string[] }[]
  /** How much of a heading row this is: known fields by sureness, the required ones counted heavily. */
  readonly score: number
}

interface Read {
  readonly index: number
  readonly heading: string
  readonly meaning: HeadingMeaning
  readonly unit: Unit
}

/** "A" for 0, "AB" for 27. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A heading under a merged one ("Izin" over "NIB") means what both say together, or what it says alone. */
function readHeading(index: number, own: string, parent: string | null): Read {
  const alone = headingMeaning(own)
  const joined = parent ? tidy(`${parent} ${own}`) : own
  const together = parent ? headingMeaning(joined) : alone
  const better = parent && (together.sure === 3 || ('field' in together && 'ignored' in alone))
  const heading = better ? joined : own
  return { index, heading, meaning: better ? together : alone, unit: headingUnit(joined) }
}

function isRequired(field: FieldId): boolean {
  return (REQUIRED_FIELDS as readonly FieldId[]).includes(field)
}

/**
 * Maps the headings of a row to fields. Of several columns for one field the surer heading wins, then the first.
 * @param parents the merged heading above each column, where the heading has two rows.
 */
export function mapColumns(headings: readonly string[], parents: readonly (string | null)[] = []): ColumnMap {
  const reads = headings
    .map((heading, index) => ({ heading: tidy(heading), index }))
    .filter(({ heading }) => heading !== '')
    .map(({ heading, index }) => readHeading(index, heading, parents[index] ?? null))
  const winners = new Map<FieldId, Read>()
  for (const read of reads) {
    if (!('field' in read.meaning) || REPEATABLE.has(read.meaning.field)) continue
    const rival = winners.get(read.meaning.field)
    if (!rival || rival.meaning.sure < read.meaning.sure) winners.set(read.meaning.field, read)
  }
  const columns: Column[] = []
  const ignored: IgnoredColumn[] = []
  const places = new Map<string, number[]>()
  let score = 0
  const seen = new Set<string>()
  for (const { index, heading, meaning, unit } of reads) {
    if (!('field' in meaning)) {
      ignored.push({ index, heading, reason: meaning.ignored })
      score += meaning.sure === 3 ? 0.5 : 0
      continue
    }
    const same = `${meaning.field} ${plain(heading)}`
    places.set(same, [...(places.get(same) ?? []), index])
    const winner = winners.get(meaning.field)
    if (winner && winner.index !== index) {
      ignored.push({ index, heading, reason: 'same_field' })
      continue
    }
    columns.push({ index, heading, field: meaning.field, term: meaning.term, unit })
    const counted = `${meaning.field} ${meaning.term ?? ''}`
    if (!seen.has(counted)) score += meaning.sure + (isRequired(meaning.field) ? 4 : 0)
    seen.add(counted)
  }
  const duplicates = [...places]
    .filter(([, indexes]) => indexes.length > 1)
    .map(([, indexes]) => ({
      heading: reads.find((read) => read.index === indexes[0])!.heading,
      columns: indexes.map(columnLetter),
    }))
  return { columns, ignored, duplicates, score }
}

/** The same map with some columns no longer read. */
export function ignoreColumns(map: ColumnMap, indexes: ReadonlySet<number>, reason: IgnoredReason): ColumnMap {
  if (indexes.size === 0) return map
  const moved = map.columns.filter((column) => indexes.has(column.index))
  return {
    ...map,
    columns: map.columns.filter((column) => !indexes.has(column.index)),
    ignored: [
      ...map.ignored.map((column) => (indexes.has(column.index) ? { ...column, reason } : column)),
      ...moved.map(({ index, heading }) => ({ index, heading, reason })),
    ].sort((a, b) => a.index - b.index),
  }
}
