import { type Day, dayNumber } from '#app/domain/values/day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const OTHER = new Map(Object.entries({ may: 5, aug: 8, ags: 8, oct: 10, dec: 12, nop: 11, peb: 2 }))

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function monthOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  const key = word.toLowerCase().slice(0, 3)
  return OTHER.get(key) ?? MONTHS.indexOf(key) + 1
}

/**
 * A day as people type it: "24-11-2026", "24/11/26", "24 Nov 2026", "2026-11-24"; "11/2026" and "2026" are read as the
 * last day of that period, but never later than `latest`.
 */
export function readDay(text: string, latest: Day): Day | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(trimmed)
  const typed = /^(\d{1,2})[\s./-]+(\d{1,2}|[A-Za-z]+)[\s./-]+(\d{4}|\d{2})$/.exec(trimmed)
  const period = /^(?:(\d{1,2}|[A-Za-z]+)[\s./-]+)?((?:19|20)\d{2})$/.exec(trimmed)
  let day: Day | null = null
  if (iso) day = iso[0]
  else if (typed) {
    const year = typed[3]!.length === 2 ? `20${typed[3]}` : typed[3]
    day = `${year}-${two(monthOf(typed[2]!))}-${two(Number(typed[1]))}`
  } else if (period) {
    const month = period[1] === undefined ? 12 : monthOf(period[1])
    if (month < 1 || month > 12) return null
    const last = new Date(Date.UTC(Number(period[2]), month, 0)).getUTCDate()
    const end = `${period[2]}-${two(month)}-${two(last)}`
    day = end > latest && `${period[2]}-${period[1] === undefined ? '01' : two(month)}-01` <= latest ? latest : end
  }
  return day !== null && dayNumber(day) !== null ? day : null
}
