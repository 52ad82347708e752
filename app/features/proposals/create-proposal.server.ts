import { randomUUID } from 'node:crypto'
import { coversPartner, coversRegency } from '#app/domain/access/viewer.ts'
import { DEFAULT_RESPONSE_DAYS } from '#app/domain/loop/clocks.ts'
import type { RankingView } from '#app/domain/loop/recommendation.ts'
import type { SendingProblem } from '#app/domain/loop/sending.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { actorsWithConsent } from '#db/queries/consents.ts'
import { getResponseDays } from '#db/queries/loop-preferences.ts'
import { getPartnerRequest } from '#db/queries/partner-requests.ts'
import { insertProposal } from '#db/queries/proposals.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import { checkSending, type SendingCheck } from './check-sending.server.ts'
import { auditorOf, type LoopContext, sideOf } from './loop-context.server.ts'
import { type OverrideReasonInput, rankingOf, recordAgainstRanking } from './overrides.server.ts'

/** Most actors of one proposal. */
export const MOST_ACTORS = 50

export interface NewProposal {
  readonly offerId: string
  readonly actorIds: readonly string[]
  readonly isGroup: boolean
  readonly note: string | null
  readonly requestId?: string | null
  /** Why it is proposed though something else is recommended; needed only then. */
  readonly override?: OverrideReasonInput
}

export type CreateResult =
  | { readonly ok: true; readonly id: string; readonly check: SendingCheck }
  | { readonly ok: false; readonly why: 'problems'; readonly problems: readonly SendingProblem[] }
  | { readonly ok: false; readonly why: 'against' }

/**
 * Makes a draft from matches: of a district or the ministry for the partner, or of a partner for the district. What only
 * time or an answer can mend (facts, consent, places) is told with the draft and checked again at sending.
 * @throws Response 401, 403 or 404 for who may not propose these actors.
 */
export async function createProposal(context: LoopContext, wanted: NewProposal): Promise<CreateResult> {
  return context.db.transaction().execute((trx) => createWithin(trx, context, wanted))
}

/** The same within a transaction of somebody else. @throws Response 401, 403 or 404. */
export async function createWithin(trx: Db, context: LoopContext, wanted: NewProposal): Promise<CreateResult> {
  const { viewer, today, now } = context
  demand(viewer, 'proposals:create')
  const actorIds = [...new Set(wanted.actorIds)].slice(0, MOST_ACTORS)
  const origin = context.onBehalfOf ?? sideOf(viewer)
  const check = await checkSending(trx, { ...wanted, actorIds, origin, today })
  if (!check) throw notFound()
  const { offer, actors } = check
  if (origin === 'partner') {
    if (!coversPartner(viewer.scope, offer.partnerId)) throw forbidden()
    // why: a partner must not learn that there is a woman it may not see; a district is told what she has not allowed
    if (viewer.role === 'partner') {
      const visible = await actorsWithConsent(trx, offer.partnerId, 'browse', today).execute()
      const ids = new Set(visible.map((row) => row.actor_id))
      if (actorIds.some((id) => !ids.has(id))) throw notFound()
    }
  } else if (actors.some(({ row }) => !coversRegency(viewer.scope, row.regency_code))) throw notFound()
  const lasting = check.problems.filter((problem) => ['gone', 'empty', 'districts', 'engaged'].includes(problem.code))
  const regency = actors[0]?.row.regency_code
  if (lasting.length > 0 || !regency) return { ok: false, why: 'problems', problems: lasting }
  const against: { readonly actor: ActorRow; readonly view: RankingView }[] = []
  if (origin === 'office')
    for (const { row } of actors) {
      const view = await rankingOf(trx, row, offer.id, today)
      if (view.instead !== null) against.push({ actor: row, view })
    }
  if (against.length > 0 && !wanted.override) return { ok: false, why: 'against' }
  const id = randomUUID()
  const requestId = await requestFor(trx, wanted.requestId ?? null, regency, offer.id)
  await insertProposal(
    trx,
    {
      id,
      is_demo: 0,
      origin,
      offer_id: offer.id,
      partner_id: offer.partnerId,
      regency_code: regency,
      is_group: wanted.isGroup ? 1 : 0,
      state: 'draft',
      version: 1,
      round: 0,
      asked_on: null,
      response_days: (await getResponseDays(trx, offer.partnerId)) ?? DEFAULT_RESPONSE_DAYS,
      moved_on: today,
      sent_on: null,
      referred_on: null,
      confirm_capacity: 0,
      note: wanted.note,
      end_reason: null,
      end_condition: null,
      end_text: null,
      policy_version: actors[0]!.match.policyVersion,
      request_id: requestId,
      created_by: viewer.accountId,
      created_at: now,
      updated_at: now,
    },
    actors.map(({ row, needs }, position) => ({
      proposal_id: id,
      position,
      actor_id: row.id,
      cluster: row.cluster,
      regency_code: row.regency_code!,
      needs: JSON.stringify(needs),
      decision_id: null,
      outcome: null,
      outcome_reason: null,
      outcome_condition: null,
      outcome_text: null,
      outcome_on: null,
      left_on: null,
    })),
    {
      id: randomUUID(),
      proposal_id: id,
      version: 1,
      step: 'create',
      from_state: null,
      to_state: 'draft',
      account_id: viewer.accountId,
      role: viewer.role,
      via: context.via,
      reason: null,
      reason_condition: null,
      reason_text: null,
      at: now,
    },
  )
  await appendAudit(trx, auditorOf(context), {
    at: now,
    action: 'proposal:send',
    subject: { type: 'proposal', id },
    partnerId: offer.partnerId,
    because: 'proposal',
    detail: { step: 'create', actors: actors.length, ...(requestId === null ? {} : { request: requestId }) },
  })
  for (const entry of against)
    await recordAgainstRanking(trx, context, {
      ...entry,
      offerId: offer.id,
      reason: wanted.override!,
      policyVersion: actors[0]!.match.policyVersion,
      proposalId: id,
    })
  return { ok: true, id, check }
}

/** The request a proposal answers, if it is of the same district and offer; it is settled when the proposal is sent. */
async function requestFor(trx: Db, requestId: string | null, regency: string, offerId: string): Promise<string | null> {
  const request = requestId === null ? undefined : await getPartnerRequest(trx, requestId)
  return request?.regency_code === regency && request.offer_id === offerId ? request.id : null
}
