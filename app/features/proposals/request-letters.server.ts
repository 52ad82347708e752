import { readConfig } from '#app/config.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'
import { getOffer } from '#db/queries/offers.ts'
import type { PartnerRequestRow } from '#db/schema/proposal.ts'
import { LETTER_LOCALE } from './letters.server.ts'
import { officeAccounts, partnerAccounts } from './recipients.server.ts'

/** What became of a request: it was made, or the district declined it. */
export type RequestNews = 'asked' | 'declined'

/**
 * Puts the letters about a request into the outbox, in the transaction of what they tell: a new one goes to the officers
 * of the district, a declined one to the people of the partner. One letter for each request, news and recipient.
 */
export async function postRequestNews(
  trx: Db,
  request: PartnerRequestRow,
  news: RequestNews,
  now: string,
): Promise<void> {
  const t = messagesFor(LETTER_LOCALE).letters
  const offer = await getOffer(trx, request.offer_id)
  const { subject, body } = t.requests[news](
    offer?.name ?? request.offer_id,
    offer?.partnerName ?? request.partner_id,
    request.reason === null ? '' : messagesFor(LETTER_LOCALE).proposals.reasons[request.reason],
  )
  const address = news === 'asked' ? paths.proposals() : `${paths.desk()}#permintaan`
  const text = [t.greeting, '', body, '', t.requests.open, `${readConfig().publicUrl}${address}`, '', t.foot].join('\n')
  const accounts =
    news === 'asked'
      ? await officeAccounts(trx, request.regency_code, null)
      : await partnerAccounts(trx, request.partner_id)
  for (const { id } of accounts)
    await enqueueMail(trx, {
      kind: `request-${news}`,
      dedupeKey: `request:${request.id}:${news}:${id}`,
      to: { account: id },
      subject,
      text,
      now,
    })
}
