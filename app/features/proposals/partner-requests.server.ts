import { randomUUID } from 'node:crypto'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { type Reason, type ReasonProblem, reasonProblem } from '#app/domain/loop/reasons.ts'
import { actorsOfCards } from '#app/features/cards/card-table.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import type { Db, DbClient } from '#db/client.ts'
import {
  findRequestedActors,
  getPartnerRequest,
  insertPartnerRequest,
  settlePartnerRequest,
} from '#db/queries/partner-requests.ts'
import type { PartnerRequestRow } from '#db/schema/proposal.ts'
import { auditOffer } from './audit-offer.server.ts'
import { MOST_CARDS } from './card-request.ts'
import type { LoopContext } from './loop-context.server.ts'
import { ownOffer } from './own-offer.server.ts'
import { postRequestNews } from './request-letters.server.ts'

/** What a partner asks a district for. */
interface Wanted {
  readonly offerId: string
  readonly regency: string
  readonly places: number | null
  readonly note: string | null
}

/** Asks a district for candidates for an offer of one's own. @throws Response 401, 403 or 404. */
export async function askDistrict(context: LoopContext, wanted: Wanted): Promise<string> {
  return context.db.transaction().execute((trx) => ask(trx, context, { ...wanted, cards: [] }))
}

/**
 * Asks for the women behind cards the partner is shown: one request to each of their districts. The partner learns neither
 * who they are nor how they were divided.
 * @returns how many cards were asked for; none of those that are asked for already, or no longer shown.
 * @throws Response 401, 403 or 404.
 */
export async function askForCards(
  context: LoopContext & { readonly client: DbClient },
  wanted: { readonly offerId: string; readonly cards: readonly string[]; readonly note: string | null },
): Promise<number> {
  const { client, db, today, viewer } = context
  const { partnerId } = await ownOffer(db, viewer, 'proposals:create', wanted.offerId)
  const shown = await actorsOfCards(client, partnerId, today, wanted.offerId)
  return db.transaction().execute(async (trx) => {
    const asked = await actorsAskedFor(trx, wanted.offerId)
    const chosen = [...new Set(wanted.cards)]
      .flatMap((card) => {
        const actorId = shown.get(card)
        return actorId === undefined || asked.has(actorId) ? [] : [{ card, actorId }]
      })
      .slice(0, MOST_CARDS)
    if (chosen.length === 0) return 0
    const rows = await trx
      .selectFrom('actor')
      .select(['id', 'regency_code'])
      .where(
        'id',
        'in',
        chosen.map((one) => one.actorId),
      )
      .orderBy('regency_code')
      .execute()
    const regencyOf = new Map(rows.map((row) => [row.id, row.regency_code]))
    let count = 0
    for (const regency of new Set(regencyOf.values())) {
      if (regency === null) continue
      const cards = chosen.filter((one) => regencyOf.get(one.actorId) === regency)
      await ask(trx, context, { ...wanted, regency, places: cards.length, cards })
      count += cards.length
    }
    return count
  })
}

/** Actors whose cards of an offer are asked for and not answered yet. */
async function actorsAskedFor(db: Db, offerId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('partner_request')
    .innerJoin('partner_request_actor', 'partner_request_actor.request_id', 'partner_request.id')
    .select('partner_request_actor.actor_id')
    .where('partner_request.offer_id', '=', offerId)
    .where('partner_request.state', '=', 'open')
    .execute()
  return new Set(rows.flatMap((row) => row.actor_id ?? []))
}

async function ask(
  trx: Db,
  context: LoopContext,
  wanted: Wanted & { readonly cards: readonly { readonly actorId: string; readonly card: string }[] },
): Promise<string> {
  const { viewer, now } = context
  const offer = await ownOffer(trx, viewer, 'proposals:create', wanted.offerId)
  const row: PartnerRequestRow = {
    id: randomUUID(),
    partner_id: offer.partnerId,
    offer_id: offer.id,
    regency_code: wanted.regency,
    places: wanted.places,
    note: wanted.note,
    state: 'open',
    reason: null,
    reason_text: null,
    created_by: viewer.accountId,
    created_at: now,
    answered_by: null,
    answered_at: null,
  }
  await insertPartnerRequest(trx, row, wanted.cards)
  await auditOffer(trx, context, {
    action: 'proposal:send',
    offerId: offer.id,
    partnerId: offer.partnerId,
    detail: { step: 'request', regency: wanted.regency, cards: wanted.cards.length },
  })
  await postRequestNews(trx, row, 'asked', now)
  return row.id
}

/** An open request to a district of the viewer's, with the women it names. @throws Response 401, 403 or 404. */
export async function openRequest(
  trx: Db,
  context: LoopContext,
  id: string,
): Promise<{ readonly request: PartnerRequestRow; readonly actorIds: readonly string[] } | null> {
  demand(context.viewer, 'proposals:create')
  const request = await getPartnerRequest(trx, id)
  if (!request || context.viewer.role === 'partner' || !coversRegency(context.viewer.scope, request.regency_code))
    throw notFound()
  if (request.state !== 'open') return null
  const actors = await findRequestedActors(trx, [id])
  return { request, actorIds: actors.flatMap((one) => one.actor_id ?? []) }
}

/**
 * Declines the request of a partner, with a reason, and tells the partner.
 * @returns what is wrong with the reason, `settled` when somebody answered it before, or null when it is declined.
 * @throws Response 401, 403 or 404.
 */
export async function declineRequest(
  context: LoopContext,
  id: string,
  reason: Reason | null,
): Promise<ReasonProblem | 'settled' | null> {
  demand(context.viewer, 'proposals:create')
  const problem = reasonProblem('decline', reason)
  if (problem) return problem
  return context.db.transaction().execute(async (trx) => {
    const open = await openRequest(trx, context, id)
    if (!open) return 'settled'
    const { request } = open
    const answer = { state: 'declined', reason: reason!.id } as const
    const by = { accountId: context.viewer.accountId, at: context.now }
    // why: of two officers who answer at once the second has nothing left to answer
    if (!(await settlePartnerRequest(trx, id, { ...answer, text: reason!.text, ...by }))) return 'settled'
    await auditOffer(trx, context, {
      action: 'proposal:answer',
      offerId: request.offer_id,
      partnerId: request.partner_id,
      detail: { step: 'decline-request', reason: reason!.id },
    })
    await postRequestNews(trx, { ...request, ...answer }, 'declined', context.now)
    return null
  })
}
