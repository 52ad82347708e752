import type { Locale } from './locale.ts'
import { messagesFor } from './messages/index.ts'

const TAG: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }

/** Sales bands in rupiah a year; exact amounts are never shown. */
const BAND_EDGES = [25, 50, 100, 300, 1000, 2000].map((million) => million * 1_000_000)

export interface Formatter {
  /** "1.234,5"; at most `digits` decimals (0 unless told). */
  number(value: number, digits?: number): string
  /** A share between 0 and 1 as "12,5%". */
  percent(share: number, digits?: number): string
  /** "24 November 2026", "Agustus 2024" or "2024", whichever the text is exact to; the text itself when it is no date. */
  day(text: string): string
  /** An instant (ISO, Z) as "24 November 2026 09.30 WIB". */
  instant(iso: string): string
  /** The time of an instant alone: "09.30 WIB". */
  clock(iso: string): string
  /** A published amount, such as a threshold: "Rp50 juta". */
  rupiah(amount: number): string
  /** The band an amount falls in: "Rp50 juta sampai Rp100 juta". */
  rupiahBand(amount: number): string
  /** A file size: "1,2 MB". */
  bytes(size: number): string
  /** "a, b, dan c". */
  list(words: readonly string[]): string
}

/** Making a formatter of dates costs more than all its later uses on a page, so each is made once. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(tag: string, exactTo: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${tag} ${exactTo}`
  let format = dayFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
      ...(exactTo === 'day' ? { day: 'numeric' } : {}),
    })
    dayFormats.set(key, format)
  }
  return format
}

function formatDay(tag: string, text: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text)
  if (!parts) return text
  const [, year, month, day] = parts
  if (!month) return year!
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  return dayFormat(tag, day ? 'day' : 'month').format(at)
}

function formatRupiah(locale: Locale, amount: number): string {
  const words = locale === 'id' ? ['miliar', 'juta'] : ['billion', 'million']
  const number = new Intl.NumberFormat(TAG[locale], { maximumFractionDigits: 1 })
  if (amount >= 1_000_000_000) return `Rp${number.format(amount / 1_000_000_000)} ${words[0]}`
  if (amount >= 1_000_000) return `Rp${number.format(amount / 1_000_000)} ${words[1]}`
  return `Rp${number.format(amount)}`
}

function formatBand(locale: Locale, amount: number): string {
  const t = messagesFor(locale).common.rupiah
  const above = BAND_EDGES.findIndex((edge) => amount < edge)
  if (above === 0) return t.below(formatRupiah(locale, BAND_EDGES[0]!))
  if (above === -1) return t.above(formatRupiah(locale, BAND_EDGES.at(-1)!))
  return t.between(formatRupiah(locale, BAND_EDGES[above - 1]!), formatRupiah(locale, BAND_EDGES[above]!))
}

function makeFormatter(locale: Locale): Formatter {
  const tag = TAG[locale]
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' })
  const date = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  })
  const number = (value: number, digits = 0) =>
    digits === 0 ? plain.format(value) : new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value)
  return {
    number,
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(share),
    day: (text) => formatDay(tag, text),
    instant: (iso) => `${date.format(new Date(iso))} ${clock.format(new Date(iso))} WIB`,
    clock: (iso) => `${clock.format(new Date(iso))} WIB`,
    rupiah: (amount) => formatRupiah(locale, amount),
    rupiahBand: (amount) => formatBand(locale, amount),
    bytes: (size) => (size < 1_000_000 ? `${number(size / 1000, 1)} kB` : `${number(size / 1_000_000, 1)} MB`),
    list: (words) => list.format(words),
  }
}

const formatters: Record<Locale, Formatter> = { id: makeFormatter('id'), en: makeFormatter('en') }

export function formatterFor(locale: Locale): Formatter {
  return formatters[locale]
}
