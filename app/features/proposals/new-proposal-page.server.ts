import { can } from '#app/domain/access/permissions.ts'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { answerLikelihoods } from '#app/domain/loop/likelihood.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { type MatchView, matchView } from '#app/features/matches/match-view.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findAnswerHistory } from '#db/queries/loop-record.ts'
import { checkSending } from './check-sending.server.ts'
import { MOST_ACTORS } from './create-proposal.server.ts'
import { rankingOf } from './overrides.server.ts'
import { unseenText } from './paper-actor.ts'
import { knownToPartner } from './partner-may-know.server.ts'
import { recordProposalReading, tellsSales } from './record-proposal-reading.server.ts'
import { problemSentences } from './refusal-words.ts'

export interface Likelihood {
  readonly value: number
  readonly answered: number
  readonly of: number
}

export interface NewProposalPage {
  readonly offerId: string
  readonly offerName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly isGroup: boolean
  readonly requestId: string | null
  readonly actors: readonly { readonly id: string; readonly code: string; readonly match: MatchView }[]
  readonly problems: readonly string[]
  /** What the partner will not read of each actor, because she does not allow it. */
  readonly unseen: readonly string[]
  readonly confirmCapacity: boolean
  readonly likelihood: Likelihood
  /** Where another offer is recommended: for whom, and which. */
  readonly against: readonly { readonly code: string; readonly offerName: string }[]
  readonly mayHide: boolean
}

export interface NewProposalQuery {
  readonly offerId: string
  readonly actorIds: readonly string[]
  readonly isGroup: boolean
  readonly requestId: string | null
}

/** What is to be proposed, from the address or the form. */
export function readNewProposal(values: URLSearchParams | FormData): NewProposalQuery {
  const all = values.getAll('pelaku').filter((value): value is string => typeof value === 'string' && value !== '')
  return {
    offerId: String(values.get('penawaran') ?? ''),
    actorIds: [...new Set(all.flatMap((value) => value.split(',')))].slice(0, MOST_ACTORS),
    isGroup: values.get('kelompok') === '1',
    requestId: String(values.get('permintaan') ?? '') || null,
  }
}

/**
 * A partner names no actors, whose ids it is never told: it asks for cards. @throws Response 401, 403; 404 for a partner.
 */
export function demandOffice(viewer: RequestContext['viewer']): void {
  demand(viewer, 'proposals:create')
  if (viewer.role === 'partner') throw notFound()
}

/**
 * A proposal before it exists: who, why it fits, and what would stand in its way; recorded as read of each.
 * @throws Response 401, 403 or 404.
 */
export async function loadNewProposal(
  context: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'now' | 'locale'>,
  query: NewProposalQuery,
): Promise<NewProposalPage> {
  const { db, viewer, today, locale } = context
  demandOffice(viewer)
  const check = await checkSending(db, { ...query, today })
  if (!check) throw notFound()
  const { offer, actors } = check
  if (actors.some(({ row }) => !coversRegency(viewer.scope, row.regency_code))) throw notFound()
  const world = await matchWorld(db, today)
  const against: { code: string; offerName: string }[] = []
  for (const { row } of actors) {
    const { instead } = await rankingOf(db, row, offer.id, today)
    if (instead) against.push({ code: actorCode(row.id), offerName: world.offerById.get(instead)!.name })
  }
  const allowed = await knownToPartner(
    db,
    { partner_id: offer.partnerId },
    actors.map(({ row }) => ({ actor_id: row.id })),
    today,
  )
  await recordProposalReading(
    context,
    { offer: offer.id },
    actors.map(({ row, match }) => ({
      actorId: row.id,
      identity: [],
      sensitive: tellsSales(match) ? (['sales_band'] as const) : [],
    })),
  )
  return {
    offerId: offer.id,
    offerName: offer.name,
    partnerId: offer.partnerId,
    partnerName: offer.partnerName,
    isGroup: query.isGroup,
    requestId: query.requestId,
    actors: actors.map(({ row, match }) => ({
      id: row.id,
      code: actorCode(row.id),
      match: matchView(locale, match, offer, world.regionName),
    })),
    problems: problemSentences(locale, check.problems, world.regionName),
    unseen: actors.flatMap(({ row, match, needs }) => {
      const fields = allowed.get(row.id)
      return (fields && unseenText(locale, { code: actorCode(row.id), match, needs }, fields)) ?? []
    }),
    confirmCapacity: check.confirmCapacity,
    likelihood: answerLikelihoods(await findAnswerHistory(db)).of(offer.partnerId),
    against,
    mayHide: can(viewer, 'overrides:write') && actors.length === 1,
  }
}
