import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import { remembered } from './remember.ts'
import { BROAD_SECTOR_WORDS, SECTOR_WORDS } from './sector-words.ts'
import { splitList, splitSoft } from './split-list.ts'
import { termReader } from './term-words.ts'

const sectors = vocabulary.sectors.filter((sector) => sector.id !== '*')
const words = termReader(
  sectors.flatMap((sector) => [[sector.id, sector.id_label] as const, [sector.id, sector.en_label] as const]),
  SECTOR_WORDS,
)
const broad = termReader([], BROAD_SECTOR_WORDS)

const byKbli = new Map<string, string>()
for (const entry of vocabulary.kbli) {
  const sector = entry.sector ?? entry.nearest_sector
  if (sector) byKbli.set(entry.code, sector)
}
for (const { from, to } of vocabulary.kbli_crosswalk) {
  const sector = byKbli.get(from.code)
  if (sector && !byKbli.has(to.code)) byKbli.set(to.code, sector)
}

export interface SectorReading {
  readonly sectors: readonly string[]
  /** Items nobody knows, with the nearest word where one is near. */
  readonly unknown: readonly { readonly item: string; readonly nearest: string | null }[]
  /** Items too wide for one sector, with the sectors they may mean. */
  readonly broad: readonly { readonly item: string; readonly candidates: readonly string[] }[]
}

type ItemReading = { sectors: readonly string[] } | { broad: readonly string[] } | null

function readItem(item: string): ItemReading {
  const code = /(?:^|\D)(\d{5})(?:\D|$)/.exec(item)?.[1]
  if (code) {
    const sector = byKbli.get(code)
    return sector ? { sectors: [sector] } : null
  }
  const whole = words.exact(item)
  if (whole) return { sectors: whole }
  const wide = broad.exact(item)
  if (wide) return { broad: wide }
  const first = words.first(item)
  if (first) return { sectors: first }
  const wideInside = broad.first(item)
  return wideInside ? { broad: wideInside } : null
}

/** The sectors a cell of "Jenis usaha" or "Produk" speaks of, in order. */
export const readSectors = remembered((text: string): SectorReading => {
  const found: string[] = []
  const unknown: { item: string; nearest: string | null }[] = []
  const wide: { item: string; candidates: readonly string[] }[] = []
  // why: several labels hold commas themselves ("Minuman, kopi, dan teh")
  const whole = words.exact(text)
  const items = whole ? [text] : splitList(text)
  const take = (item: string, parts: readonly string[] | null) => {
    const reading = readItem(item)
    if (reading === null || 'broad' in reading) {
      const better = parts?.map((part) => [part, readItem(part)] as const)
      if (better?.some(([, one]) => one !== null && 'sectors' in one)) {
        for (const [part] of better) take(part, null)
        return
      }
    }
    if (reading === null) unknown.push({ item, nearest: words.nearest(item) })
    else if ('broad' in reading) wide.push({ item, candidates: reading.broad })
    else for (const sector of reading.sectors) if (!found.includes(sector)) found.push(sector)
  }
  for (const item of items) {
    const parts = words.exact(item) || broad.exact(item) ? null : splitSoft(item)
    if (parts?.every((part) => readItem(part) !== null)) {
      for (const part of parts) take(part, null)
    } else take(item, parts)
  }
  return { sectors: found, unknown, broad: wide }
})
