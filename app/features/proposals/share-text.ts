import type { Formatter } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/messages/index.ts'
import { messageText } from '#app/lib/message-text.ts'
import type { ProposalPaper } from './proposal-in-view.server.ts'

const CODES = 5

/**
 * A proposal as a short text for its partner: programme, codes, place and the reasons that were stored when it was sent, as
 * far as each woman allows them; never a name.
 * Reasons are left out from the end until it fits.
 */
export function proposalText(t: Messages, f: Formatter, page: ProposalPaper): string {
  const { share } = t.proposals
  const codes = page.actors.flatMap((actor) => actor.code ?? [])
  const all = page.actors.length
  const who = codes.length === all && all <= CODES ? f.list(codes) : t.proposals.actors(f.number(all))
  const head = [share.head(page.offerName, page.partnerName), share.who(who, page.regencyName)]
  const foot = [
    share.state(t.proposals.states[page.proposal.state]),
    ...(page.dueOn ? [share.due(f.day(page.dueOn))] : []),
  ]
  const reasons = [
    ...new Set(
      page.actors.flatMap((actor) => actor.lines.filter((line) => line.result === 'pass').map((l) => l.sentence)),
    ),
  ].map(share.line)
  return messageText(reasons.length, (kept) =>
    [...head, ...(kept === 0 ? [] : [share.because, ...reasons.slice(0, kept)]), ...foot].join('\n'),
  )
}
