import type { OneChange } from '#app/domain/board/unlock-finder.ts'
import type { FactCondition, Offer } from '#app/domain/values/offer.ts'
import { factValueText, memberLabel } from '#app/i18n/fact-text.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'

type ChangedOffer = Pick<Offer, 'conditions'>

/** Whether the offers ask for a group of at most this size, rather than at least. */
function asksForFewer(change: OneChange, offers: readonly ChangedOffer[]): boolean {
  const rules = offers.flatMap((offer) =>
    offer.conditions.filter((condition): condition is FactCondition => condition.fact === 'group_size'),
  )
  const at = (op: 'gte' | 'lte') => rules.some((rule) => rule.op === op && rule.value === change.to)
  return at('lte') && !at('gte')
}

/** A change as the thing to have: "NIB (Nomor Induk Berusaha)", "Kelompok paling sedikit 10 orang". */
export function changeWords(locale: Locale, change: OneChange, offers: readonly ChangedOffer[]): string {
  const t = messagesFor(locale).board.unlocks.change
  const f = formatterFor(locale)
  const { fact, to } = change
  switch (fact) {
    case 'permits':
      return t.permits(f.list((to as readonly string[]).map((permit) => memberLabel(locale, fact, permit))))
    case 'group_size':
      return asksForFewer(change, offers) ? t.groupAtMost(f.number(Number(to))) : t.groupAtLeast(f.number(Number(to)))
    case 'product_form':
      return t.product_form(memberLabel(locale, fact, String(to)))
    case 'bank_account':
    case 'smartphone':
    case 'internet':
    case 'email':
    case 'has_brand_label':
    case 'separate_halal_production':
    case 'export_ready':
      return t[fact]
    default:
      return `${termLabel(locale, 'fact', fact)}: ${factValueText(locale, fact, to)}`
  }
}

/** "NIB (Nomor Induk Berusaha) untuk 43 pelaku membuka 5 penawaran". */
export function unlockSentence(
  locale: Locale,
  unlock: OneChange & { readonly actors: number; readonly offers: readonly string[] },
  offers: readonly ChangedOffer[],
): string {
  const f = formatterFor(locale)
  const { sentence } = messagesFor(locale).board.unlocks
  return sentence(changeWords(locale, unlock, offers), f.number(unlock.actors), f.number(unlock.offers.length))
}
