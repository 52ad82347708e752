import type { NeedId, SectorId } from '#app/domain/values/actor.ts'
import { saysNone } from './known-none.ts'
import { readNeeds } from './need-words.ts'
import { readCount } from './read-number.ts'
import { readSectors, type SectorReading } from './read-sector.ts'
import { readYesNo } from './read-yes-no.ts'
import type { Filled, RowCells } from './row-cells.ts'

export interface Sectors {
  readonly sectors: readonly SectorId[] | null
  readonly fromProducts: boolean
}

/** Sectors a wide word ("makanan") may mean and the products name; null when they do not settle it. */
function settled(broad: SectorReading['broad'], products: readonly string[]): string[] | null {
  const found = new Set<string>()
  for (const { candidates } of broad) {
    const hits = products.filter((sector) => candidates.includes(sector))
    if (hits.length === 0) return null
    for (const sector of hits) found.add(sector)
  }
  return [...found]
}

/** Sectors from the columns for them; what she makes settles wide words and stands in where there is no such column. */
export function readRowSectors(cells: RowCells): Sectors {
  const typed = cells.all('sector')
  const products = cells.all('products').flatMap((filled) => readSectors(filled.raw).sectors)
  if (typed.length === 0) {
    return products.length > 0
      ? { sectors: [...new Set(products)], fromProducts: true }
      : { sectors: null, fromProducts: false }
  }
  const found = new Set<string>()
  const open: { filled: Filled; reading: SectorReading }[] = []
  for (const filled of typed) {
    const reading = readSectors(filled.raw)
    for (const sector of reading.sectors) found.add(sector)
    if (reading.broad.length > 0 || reading.unknown.length > 0) open.push({ filled, reading })
  }
  for (const { filled, reading } of open) {
    const byProducts = reading.broad.length > 0 ? settled(reading.broad, [...products, ...found]) : []
    for (const sector of byProducts ?? []) found.add(sector)
    if (reading.unknown.length > 0 && found.size > 0) cells.note('sector_partly', filled)
    if (byProducts === null && found.size === 0) {
      const { item, candidates } = reading.broad[0]!
      cells.fail('sector.broad', filled, { item, candidates })
    }
  }
  const lost = open.find(({ reading }) => reading.unknown.length > 0)
  if (found.size === 0 && lost && cells.problems.every((problem) => problem.code !== 'sector.broad')) {
    const { item, nearest } = lost.reading.unknown[0]!
    cells.fail('sector.unknown', lost.filled, nearest ? { item, nearest } : { item })
  }
  return { sectors: found.size > 0 ? [...found] : null, fromProducts: false }
}

/** Needs marked with a tick, or with their rank ("1", "2"), in columns of their own. */
function readNeedFlags(cells: RowCells): NeedId[] | null {
  const flags = cells.all('need_flag')
  if (flags.length === 0) return null
  const ranked: { need: string; rank: number }[] = []
  for (const filled of flags) {
    const rank = /^\d{1,2}$/.test(filled.text) ? readCount(filled.text) : null
    const answer = rank === null ? readYesNo(filled.text) : rank > 0
    if (answer === null) cells.fail('yes_no.unknown', filled)
    else if (answer) ranked.push({ need: filled.column.term!, rank: rank ?? 1 })
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ need }) => need)
}

/** Needs in order of priority; an empty list when the row says there are none, null when it says nothing. */
export function readRowNeeds(cells: RowCells): NeedId[] | null {
  const lists = cells.all('needs')
  let needs: string[] | null = lists.length > 0 ? [] : null
  for (const filled of lists) {
    if (saysNone(filled.text)) continue
    const reading = readNeeds(filled.raw)
    for (const { item, nearest } of reading.unknown) {
      cells.fail('term.unknown', filled, nearest ? { kind: 'need', item, nearest } : { kind: 'need', item })
    }
    for (const id of reading.ids) if (!needs!.includes(id)) needs!.push(id)
  }
  const flags = readNeedFlags(cells)
  if (flags) needs = [...new Set([...(needs ?? []), ...flags])]
  return needs
}
