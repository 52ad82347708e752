import type { GapReason } from '#app/domain/board/gap-reasons.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'

const MOST_NAMES = 3
const MOST_BLOCKERS = 3

/** Why nobody serves a need, in one sentence. */
export function gapSentence(locale: Locale, gap: GapReason, nameOf: (offerId: string) => string): string {
  const t = messagesFor(locale).board.gaps
  const f = formatterFor(locale)
  const names = (ids: readonly string[]): string =>
    ids.slice(0, MOST_NAMES).map(nameOf).join(', ') + (ids.length > MOST_NAMES ? ', …' : '')
  if (gap.offers.length === 0)
    return gap.historical.length === 0 ? t.reason.noOffer : t.reason.onlyPast(names(gap.historical))
  if (gap.reaching.length === 0) return t.reason.noReach(f.number(gap.offers.length), names(gap.offers))
  const blockers = gap.blockers
    .slice(0, MOST_BLOCKERS)
    .map(({ condition, actors }) => t.reason.blocker(t.condition[condition], f.number(actors)))
  return t.reason.blocked(f.number(gap.reaching.length), names(gap.reaching), f.list(blockers))
}
