import type { Formatter } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/messages/index.ts'
import type { ProposalPage } from './proposal-page.server.ts'

/** The longest WhatsApp text, in characters. */
export const SHARE_LIMIT = 600
const CODES = 5

/**
 * A proposal as a short text: programme, codes, place and the reasons that were stored when it was sent; never a name.
 * Reasons are left out from the end until it fits.
 */
export function proposalText(t: Messages, f: Formatter, page: ProposalPage): string {
  const { share } = t.proposals
  const codes = page.actors.flatMap((actor) => actor.code ?? [])
  const shown = codes.slice(0, CODES)
  const who = codes.length > CODES ? t.proposals.actors(f.number(codes.length)) : f.list(shown)
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
  for (let kept = reasons.length; kept >= 0; kept--) {
    const middle = kept === 0 ? [] : [share.because, ...reasons.slice(0, kept)]
    const text = [...head, ...middle, ...foot].join('\n')
    if (text.length <= SHARE_LIMIT) return text
  }
  return [...head, ...foot].join('\n').slice(0, SHARE_LIMIT)
}
