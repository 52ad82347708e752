/**
 * A date of a source as a whole number that orders by time: "2024-07" is 20240700, "2024-07-15" is 20240715; of
 * "2017/2023" the later year counts. 0 when there is none.
 */
export function dateNumber(text: string | null): number {
  const dates = [...(text ?? '').matchAll(/(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/g)]
  return Math.max(0, ...dates.map(([, year, month, day]) => Number(`${year}${month ?? '00'}${day ?? '00'}`)))
}

/** The year a date speaks of, the value of the facet `freshness`; "unknown" when there is none. */
export function freshness(text: string | null): string {
  const year = Math.floor(dateNumber(text) / 10_000)
  return year === 0 ? 'unknown' : String(year)
}
