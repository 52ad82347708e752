import type { Coverage } from '#app/domain/values/offer.ts'
import type { Formatter } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/messages/index.ts'

/** Where an offer holds, in one phrase; at most `most` places by name. */
export function coverageWords(
  coverage: Coverage,
  regionNames: Readonly<Record<string, string>>,
  t: Messages['partners']['coverage'],
  f: Formatter,
  most: number,
): string {
  if (coverage.level === 'national' && coverage.known) return t.national
  if (coverage.regions.length === 0) return t.unknown
  const names = coverage.regions.map((code) => regionNames[code] ?? code)
  if (!coverage.known) return t.partly(f.list(names.slice(0, most)))
  if (names.length <= most) return f.list(names)
  return t.more(names.slice(0, most).join(', '), f.number(names.length - most))
}
