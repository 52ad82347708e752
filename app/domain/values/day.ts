/** A calendar day, `YYYY-MM-DD`. Sources that give less ("2024", "2024-07") are read as the last day of that period. */
export type Day = string

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days since 0000-03-01 style count; only differences are meaningful. */
function ordinal(year: number, month: number, day: number): number {
  const y = year - 1
  const leap = month > 2 && isLeap(year) ? 1 : 0
  return (
    y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + DAYS_BEFORE_MONTH[month - 1]! + leap + day
  )
}

/**
 * The ordinal of a day or of the last day of a month or year.
 * @returns null when the text is not a date of one of the three forms.
 */
export function dayNumber(text: string | null | undefined): number | null {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? '')
  if (!parts) return null
  const year = Number(parts[1])
  const month = parts[2] ? Number(parts[2]) : 12
  if (month < 1 || month > 12) return null
  const last = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  const day = parts[3] ? Number(parts[3]) : last
  if (day < 1 || day > last) return null
  return ordinal(year, month, day)
}

/** Whether a text is a calendar day written in full, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayNumber(text) !== null
}

/** Whole days from one date to another; negative when `to` is earlier; null when either is unreadable or missing. */
export function daysBetween(from: string | null | undefined, to: string | null | undefined): number | null {
  const a = dayNumber(from)
  const b = dayNumber(to)
  return a === null || b === null ? null : b - a
}
