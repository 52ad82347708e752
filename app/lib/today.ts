import type { Day } from '#app/domain/values/day.ts'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Jakarta',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Jakarta at an instant. */
export function jakartaDay(now: Date): Day {
  return parts.format(now)
}
