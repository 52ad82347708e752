import { actorCode } from '#app/domain/values/actor-code.ts'
import type { Formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Messages } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import { messageText } from '#app/lib/message-text.ts'
import type { ActorPage } from './actor-page.server.ts'

const OPENINGS = 2

/**
 * The profile in a few lines for a message: code and place, never a name. Openings, the question to ask and steps are left
 * out from the end until it fits.
 */
export function shareText(locale: Locale, t: Messages, f: Formatter, page: ActorPage): string {
  const { share } = t.actors
  const labels = (kind: 'sector' | 'need', ids: readonly string[]) =>
    f.list(ids.map((id) => termLabel(locale, kind, id)))
  const head = [
    share.head(actorCode(page.id), page.regency?.name ?? share.placeUnknown),
    share.about(
      page.cluster ?? share.clusterUnknown,
      page.sectors?.length ? labels('sector', page.sectors) : share.sectorsUnknown,
    ),
    '',
    page.steps.length === 0 ? share.noPackage : share.package(f.percent(page.coverage)),
  ]
  const steps = page.steps.map((step, at) =>
    share.step(f.number(at + 1), step.offerName, step.partnerName, labels('need', step.adds)),
  )
  const asides = [
    ...(page.askNext ? [share.ask(t.match.question[page.askNext.fact])] : []),
    ...page.openings.slice(0, OPENINGS).map((opening) => share.opening(opening.change, f.list(opening.offers))),
  ]
  return messageText(steps.length + asides.length, (kept) =>
    [
      ...head,
      ...steps.slice(0, kept),
      '',
      ...asides.slice(0, Math.max(0, kept - steps.length)),
      share.foot(f.day(page.today)),
    ].join('\n'),
  )
}
