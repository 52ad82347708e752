import type { Day } from '#app/domain/values/day.ts'
import { SALES_BOUNDS } from '#app/domain/values/sales.ts'
import type { Unit } from './fields.ts'

const WORDS: ReadonlyMap<string, number> = new Map(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ').map((word, at) => [word, at + 1]),
)

/** A number in Indonesian or plain notation: "1.250.000", "1,5", "2.5", "1,250,000". Null when it is none. */
export function readDecimal(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(/[,.]-+$/, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''))
  if (/^\d+([.,]\d+)?$/.test(bare)) return Number(bare.replace(',', '.'))
  return null
}

/** A count of people: "15", "15 orang", "± 15", "lima orang". Null when the text is no whole number from 0 to 100,000. */
export function readCount(text: string): number | null {
  const bare = text
    .toLowerCase()
    .replace(/^(±|\+\/-|kurang lebih|kl|sekitar|kira-kira|jumlah|ada)\s*/, '')
    .replace(/\s*(orang|org|anggota|ibu|perempuan|pelaku|kk)\.?$/, '')
    .trim()
  const count = WORDS.get(bare) ?? readDecimal(bare)
  return count !== null && Number.isInteger(count) && count >= 0 && count <= 100_000 ? count : null
}

/**
 * Months in business: "2 tahun", "1,5 th", "2 thn 6 bln", "18 bulan". A bare number needs the unit in its heading.
 * @returns 'unit' when only the unit is missing, null when the text is no duration of at most 100 years.
 */
export function readMonths(text: string, unit: Unit): number | 'unit' | null {
  const key = text
    .toLowerCase()
    .replace(/±|~|>|\b(sekitar|kurang lebih|lebih dari|lebih|sudah|berjalan)\b/g, ' ')
    .replace(/\bse(?=tahun\b|bulan\b)/g, '1 ')
    .replace(/\bsetengah\b/g, '0,5')
    .replace(/[a-z]+/g, (word) => String(WORDS.get(word) ?? word))
  const part = (names: string) => {
    const found = new RegExp(`([\\d.,]+)\\s*-?\\s*(?:${names})(?:an|\\b)`).exec(key)?.[1]
    return found === undefined ? null : readDecimal(found)
  }
  const years = part('tahun|thn|th|years?|y')
  const months = part('bulan|bln|bl|months?')
  if (years !== null || months !== null) return inRange((years ?? 0) * 12 + (months ?? 0))
  const bare = readDecimal(key)
  if (bare === null) return null
  if (unit.period === null) return 'unit'
  return inRange(unit.period === 'year' ? bare * 12 : bare)
}

function inRange(months: number): number | null {
  return months >= 0 && months <= 1200 ? Math.floor(months) : null
}

/** Months from the end of a starting year ("2019", "sejak 2019", "3/2019" counts as its year) to a day; null when it is no such year. */
export function monthsSince(text: string, asOf: Day): number | null {
  const year = Number(/(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(text)?.[1] ?? Number.NaN)
  const nowYear = Number(asOf.slice(0, 4))
  if (Number.isNaN(year) || year > nowYear) return null
  // why: a source that gives a year only is read as its last day, so that no month is counted that may not have been
  return Math.max(0, (nowYear - year - 1) * 12 + Number(asOf.slice(5, 7)) - 1)
}

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/\b(m|milyar|miliar|mlyr)\b/, 1e9],
  [/\b(jt|juta|jutaan)\b/, 1e6],
  [/\b(rb|ribu|ribuan|k)\b/, 1e3],
]
const PER_YEAR = /(?:\/|\bper\b|\bse)\s*-?\s*(?:thn|th|tahun)\b/
const PER_MONTH = /(?:\/|\bper\b|\bse)\s*-?\s*(?:bln|bl|bulan)\b/
const PER_OTHER = /(?:\/|\bper\b|\bse)\s*-?\s*(?:hari|hr|minggu|mgg|pekan|pcs|kg)\b/
const BOUNDS =
  /[±<>=≤≥~]|sekitar|kurang dari|kurang lebih|di ?bawah|maksimal|maks|sampai dengan|sampai|hingga|s\/d|\bsd\b|rata-?\s?rata/g

/**
 * Sales of a year in rupiah: "Rp 1.250.000,-", "25 juta", "< 300 jt", "10-20 juta" (its upper bound), "2 jt/bln".
 * @returns 'unit' when neither cell nor heading says month or year, null when the text is no amount.
 */
export function readYearlySales(text: string, unit: Unit): number | 'unit' | null {
  const key = text
    .toLowerCase()
    .replace(/(rp|idr)\.?\s*/g, ' ')
    .replace(/(\d)\s*(jt|juta|jutaan|rb|ribu|ribuan|m|milyar|miliar|k)\b/g, '$1 $2')
  if (PER_OTHER.test(key)) return null
  const period = PER_YEAR.test(key) ? 'year' : PER_MONTH.test(key) ? 'month' : unit.period
  const factor = FACTORS.find(([word]) => word.test(key))?.[1] ?? unit.scale
  const numbers = key
    .replace(PER_YEAR, ' ')
    .replace(PER_MONTH, ' ')
    .replace(/\b(jt|juta|jutaan|rb|ribu|ribuan|m|milyar|miliar|mlyr|k|an)\b/g, ' ')
    .replace(BOUNDS, ';')
    .replace(/(\d)\s*[-–]\s*(?=\d)/g, '$1;')
    .split(';')
    .filter((part) => part.trim() !== '')
    .map(readDecimal)
  if (numbers.length === 0 || numbers.length > 2 || numbers.some((number) => number === null)) return null
  const amount = Math.max(...(numbers as number[])) * factor
  if (amount > 1e15) return null
  return period === null ? (amount === 0 ? 0 : 'unit') : Math.round(period === 'month' ? amount * 12 : amount)
}

/** The upper bound of the band an amount falls in; a larger amount is rounded up to ten billion. */
export function salesBand(amount: number): number {
  return SALES_BOUNDS.find((bound) => amount <= bound) ?? Math.ceil(amount / 1e10) * 1e10
}
