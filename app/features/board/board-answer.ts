import type { DistrictBoard, NearGroup, ProposedGroup } from '#app/domain/board/types.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { LOCALES, type Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import { unlockSentence } from './change-words.ts'

interface AnswerWorld {
  readonly context: { readonly today: string; readonly policy: { readonly version: string } }
  readonly offerById: ReadonlyMap<string, Offer & { readonly name: string; readonly partnerName: string }>
  readonly regionName: (code: string) => string
}

const bothTexts = (text: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [`text_${locale}`, text(locale)])) as Record<`text_${Locale}`, string>

/** A district board as machines read it: the keys of the domain, with names, and sentences in both languages. */
export function boardAnswer(
  world: AnswerWorld,
  board: DistrictBoard,
  region: { readonly code: string; readonly parent_code: string | null },
) {
  const offerOf = (id: string) => world.offerById.get(id)!
  const named = (id: string) => {
    const offer = offerOf(id)
    return { offerId: id, offer: offer.name, partnerId: offer.partnerId, partner: offer.partnerName }
  }
  const needNames = (need: string) => ({
    name_id: termLabel('id', 'need', need),
    name_en: termLabel('en', 'need', need),
  })
  const groupText = (group: ProposedGroup) => (locale: Locale) =>
    messagesFor(locale).board.groups.ready(
      formatterFor(locale).number(group.members.length),
      group.village ?? messagesFor(locale).board.groups.inSomeVillage,
      offerOf(group.offerId).name,
    )
  const nearText = (group: NearGroup) => (locale: Locale) =>
    messagesFor(locale).board.groups.almost(
      formatterFor(locale).number(group.lacking),
      group.village ?? messagesFor(locale).board.groups.inSomeVillage,
      offerOf(group.offerId).name,
    )
  return {
    region: {
      code: region.code,
      name: world.regionName(region.code),
      province: region.parent_code === null ? null : world.regionName(region.parent_code),
    },
    day: world.context.today,
    policy: world.context.policy.version,
    actors: board.actors,
    byCluster: board.byCluster,
    actorsServed: board.actorsServed,
    eligiblePairs: board.eligiblePairs,
    undecidedPairs: board.undecidedPairs,
    offers: board.offers.map((row) => ({ ...named(row.offerId), status: offerOf(row.offerId).status, ...row })),
    needs: board.needs.map((need) => ({ ...needNames(need.need), ...need })),
    unlocks: board.unlocks.map((unlock) => ({
      fact: unlock.fact,
      to: unlock.to,
      actors: unlock.actors,
      offers: unlock.offers.map(named),
      ...bothTexts((locale) => unlockSentence(locale, unlock, unlock.offers.map(offerOf))),
    })),
    groups: board.groups.map((group) => ({ ...named(group.offerId), ...group, ...bothTexts(groupText(group)) })),
    nearGroups: board.nearGroups.map((group) => ({ ...named(group.offerId), ...group, ...bothTexts(nearText(group)) })),
    questions: board.questions.map((question) => ({
      ...question,
      ...bothTexts((locale) => messagesFor(locale).match.question[question.fact]),
    })),
  }
}
