import { randomUUID } from 'node:crypto'
import { readConfig } from '#app/config.server.ts'
import { spendablePlaces, type UnconfirmedReason } from '#app/domain/planning/spendable-places.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { LETTER_LOCALE } from '#app/features/proposals/letters.server.ts'
import { partnerAccounts } from '#app/features/proposals/recipients.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { findOpenCapacityRequests, insertCapacityRequest } from '#db/queries/capacity-requests.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import type { CapacityRequestRow } from '#db/schema/capacity-request.ts'
import { CAPACITY_LINK_DAYS, handOutCapacityLink } from './capacity-link.server.ts'

/** What became of a request: asked now, asked before and not answered yet, or the figure can be spent already. */
export type Asked = 'asked' | 'open' | 'confirmed'

type AskContext = Pick<RequestContext, 'client' | 'db' | 'viewer' | 'today' | 'now'>

/**
 * Asks partners to confirm the places of offers that a plan may not spend: by letter to everybody of the partner, each
 * with a link of her own, and at the partner's desk. An offer that was asked for and not answered is not asked for again.
 * @throws Response 401, 403; 404 for an offer that does not exist.
 */
export async function askCapacity(context: AskContext, offerIds: readonly string[]): Promise<readonly Asked[]> {
  demand(context.viewer, 'plans:write')
  const world = await matchWorld(context.client.db, context.today)
  const offers = offerIds.map((id) => {
    const offer = world.offerById.get(id)
    if (!offer) throw notFound()
    return offer
  })
  return context.db.transaction().execute(async (trx) => {
    const open = await findOpenCapacityRequests(trx, { offerIds })
    const answers: Asked[] = []
    for (const offer of offers) {
      const found = spendablePlaces(offer, context.today, world.context.policy, {})
      if (found.spendable) answers.push('confirmed')
      else if (open.has(offer.id)) answers.push('open')
      else {
        await askOne(trx, context, offer, found.reason)
        answers.push('asked')
      }
    }
    return answers
  })
}

async function askOne(trx: Db, context: AskContext, offer: OfferDetail, reason: UnconfirmedReason): Promise<void> {
  const { viewer, now } = context
  const accounts = await partnerAccounts(trx, offer.partnerId)
  const request: CapacityRequestRow = {
    id: randomUUID(),
    offer_id: offer.id,
    partner_id: offer.partnerId,
    reason,
    letters: accounts.length,
    asked_by: viewer.accountId,
    asked_at: now,
    answered_by: null,
    answered_at: null,
    answered_via: null,
  }
  await insertCapacityRequest(trx, request)
  for (const account of accounts) {
    const secret = await handOutCapacityLink(trx, request, { accountId: account.id, now })
    await enqueueMail(trx, {
      kind: 'capacity-request',
      dedupeKey: `capacity:${request.id}:${account.id}`,
      to: { account: account.id },
      now,
      ...letter(offer, reason, secret),
    })
  }
  await appendAudit(trx, viewer, {
    at: now,
    action: 'capacity:ask',
    subject: { type: 'offer', id: offer.id },
    partnerId: offer.partnerId,
    detail: { reason, letters: accounts.length },
  })
}

function letter(offer: OfferDetail, reason: UnconfirmedReason, secret: string): { subject: string; text: string } {
  const { letters, capacity } = messagesFor(LETTER_LOCALE)
  const t = capacity.letter
  const { publicUrl } = readConfig()
  const lines = [
    letters.greeting,
    '',
    t.body(offer.name),
    t.why[reason],
    '',
    t.link,
    `${publicUrl}${paths.confirmCapacity(secret)}`,
    t.once(String(CAPACITY_LINK_DAYS)),
    '',
    t.desk,
    `${publicUrl}${paths.desk()}#tempat`,
    '',
    letters.foot,
  ]
  return { subject: t.subject(offer.name), text: lines.join('\n') }
}
