import { randomUUID } from 'node:crypto'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { isOverrideReason, type OverrideReason } from '#app/domain/loop/overrides.ts'
import { REASON_TEXT_LIMIT } from '#app/domain/loop/reasons.ts'
import { type RankingView, rankingView } from '#app/domain/loop/recommendation.ts'
import { type Match, matchActor } from '#app/domain/matching/match.ts'
import { RULES_VERSION } from '#app/domain/matching/policy.ts'
import type { Day } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { getActor, toProfile } from '#db/queries/actors.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { findHiddenOffers, getOverride, insertOverride, liftOverride } from '#db/queries/overrides.ts'
import { findActorEngagements } from '#db/queries/proposals.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import { auditorOf, type LoopContext } from './loop-context.server.ts'

export interface OverrideReasonInput {
  readonly reason: string
  readonly text: string
}

export type OverrideProblem = 'reason' | 'text'

/** What is wrong with a reason for deciding otherwise; null when it can be kept. */
export function overrideProblem(input: OverrideReasonInput): OverrideProblem | null {
  if (!isOverrideReason(input.reason)) return 'reason'
  const text = input.text.trim()
  return text === '' || text.length > REASON_TEXT_LIMIT ? 'text' : null
}

/** What the ranking of today says about an offer for an actor. */
export async function rankingOf(
  db: Db,
  actor: ActorRow,
  offerId: string,
  today: Day,
): Promise<RankingView & { readonly match: Match | null }> {
  const world = await matchWorld(db, today)
  const profile = toProfile(actor)
  const { matches } = matchActor(world.context, profile, world.offers)
  const aside = new Set([
    ...(await findHiddenOffers(db, actor.id)).keys(),
    ...(await findActorEngagements(db, actor.id)),
  ])
  const view = rankingView(matches, offerId, profile.needs ?? [], (id) => world.offerById.get(id)!.needs, aside)
  return { ...view, match: matches.find((match) => match.offerId === offerId) ?? null }
}

/** Writes that somebody proposed an offer although another was recommended. */
export async function recordAgainstRanking(
  trx: Db,
  context: LoopContext,
  entry: {
    readonly actor: ActorRow
    readonly offerId: string
    readonly view: RankingView
    readonly reason: OverrideReasonInput
    readonly policyVersion: string
    readonly proposalId: string
  },
): Promise<void> {
  await write(trx, context, { ...entry, kind: 'against_ranking' })
}

/**
 * Hides a match of an actor until it is shown again.
 * @returns what is wrong with the reason, or null when it is hidden (also when it was already).
 * @throws Response 401, 403 or 404 for who may not decide about her.
 */
export async function hideMatch(
  context: LoopContext,
  wanted: { readonly actorId: string; readonly offerId: string; readonly reason: OverrideReasonInput },
): Promise<OverrideProblem | null> {
  demand(context.viewer, 'overrides:write')
  const problem = overrideProblem(wanted.reason)
  if (problem) return problem
  await context.db.transaction().execute(async (trx) => {
    const actor = await getActor(trx, wanted.actorId)
    if (!actor || !coversRegency(context.viewer.scope, actor.regency_code)) throw notFound()
    if ((await findHiddenOffers(trx, actor.id)).has(wanted.offerId)) return
    const view = await rankingOf(trx, actor, wanted.offerId, context.today)
    if (!view.match) throw notFound()
    await write(trx, context, {
      kind: 'hide',
      actor,
      offerId: wanted.offerId,
      view: { rank: view.rank, instead: null },
      reason: wanted.reason,
      policyVersion: view.match.policyVersion,
      proposalId: null,
    })
  })
  return null
}

/** Shows a hidden match again. @throws Response 401, 403 or 404 for who may not decide about it. */
export async function showMatchAgain(context: LoopContext, overrideId: string): Promise<void> {
  demand(context.viewer, 'overrides:write')
  await context.db.transaction().execute(async (trx) => {
    const entry = await getOverride(trx, overrideId)
    if (!entry || !coversRegency(context.viewer.scope, entry.regency_code)) throw notFound()
    const by = { accountId: context.viewer.accountId, at: context.now }
    if (!(await liftOverride(trx, entry.id, by))) return
    if (entry.actor_id !== null) await logChanges(trx, 'actors', [entry.actor_id], context.now)
    await audit(trx, context, entry.offer_id, { step: 'lift', entry: entry.id })
  })
}

async function write(
  trx: Db,
  context: LoopContext,
  entry: {
    readonly kind: 'against_ranking' | 'hide'
    readonly actor: ActorRow
    readonly offerId: string
    readonly view: RankingView
    readonly reason: OverrideReasonInput
    readonly policyVersion: string
    readonly proposalId: string | null
  },
): Promise<void> {
  const { actor, view, reason } = entry
  await insertOverride(trx, {
    id: randomUUID(),
    kind: entry.kind,
    actor_id: actor.id,
    offer_id: entry.offerId,
    regency_code: actor.regency_code!,
    reason: reason.reason as OverrideReason,
    reason_text: reason.text.trim(),
    policy_version: entry.policyVersion,
    rules_version: RULES_VERSION,
    recommended_offer_id: view.instead,
    rank: view.rank,
    proposal_id: entry.proposalId,
    account_id: context.viewer.accountId,
    at: context.now,
    lifted_by: null,
    lifted_at: null,
  })
  // why: boards and lists of candidates are kept until something about an actor or an offer changes
  if (entry.kind === 'hide') await logChanges(trx, 'actors', [actor.id], context.now)
  await audit(trx, context, entry.offerId, { step: entry.kind, reason: reason.reason, policy: entry.policyVersion })
}

async function audit(
  trx: Db,
  context: LoopContext,
  offerId: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await appendAudit(trx, auditorOf(context), {
    at: context.now,
    action: 'override:write',
    subject: { type: 'offer', id: offerId },
    because: 'proposal',
    detail,
  })
}
