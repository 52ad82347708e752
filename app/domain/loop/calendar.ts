import type { Day } from '../values/day.ts'

/** The day a number of days later (negative: earlier), in the Gregorian calendar. */
export function addDays(day: Day, days: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
