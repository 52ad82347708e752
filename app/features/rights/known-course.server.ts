import { type Mentions, mentionsOf } from '#app/domain/privacy/mentions.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { Db } from '#db/client.ts'
import { getActorIdentity } from '#db/queries/actor-identity.ts'
import { findAttachments } from '#db/queries/attachments.ts'
import { findEvidence } from '#db/queries/consent-evidence.ts'
import { findDecisions } from '#db/queries/match-decisions.ts'
import { findProposalActors, findProposalEvents, findProposalMessages } from '#db/queries/proposals.ts'

/** Her name as far as it is known, by which words about her are told from words about others. */
interface Her {
  readonly id: string
  readonly name: string | null
  readonly businessName: string | null
}

/** A text somebody wrote, with where it stands. */
export interface Said {
  readonly where: 'note' | 'reason' | 'message' | 'outcome'
  readonly at: string | null
  readonly text: string
}

/**
 * What was proposed of her and what became of it, with the words that were written. Where a proposal concerns others as
 * well, only words that mention her and none of the others are hers to be handed; names of attachments likewise.
 */
export async function knownProposals(db: Db, her: Her) {
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .innerJoin('offer', 'offer.id', 'proposal.offer_id')
    .innerJoin('partner', 'partner.id', 'proposal.partner_id')
    .select(['offer.name as offer', 'partner.name as partner'])
    .select(['proposal.id', 'proposal.state', 'proposal.origin', 'proposal.sent_on', 'proposal.referred_on'])
    .select(['proposal.note', 'proposal.end_reason', 'proposal.end_text'])
    .select(['proposal_actor.outcome', 'proposal_actor.outcome_reason', 'proposal_actor.outcome_text'])
    .select(['proposal_actor.needs', 'proposal_actor.decision_id'])
    .where('proposal_actor.actor_id', '=', her.id)
    .orderBy('proposal.created_at')
    .orderBy('proposal.id')
    .execute()
  const decisions = await findDecisions(
    db,
    rows.flatMap((row) => row.decision_id ?? []),
  )
  const mentions = mentionsOf({ name: her.name, businessName: her.businessName, code: actorCode(her.id) })
  const found = []
  for (const row of rows) {
    const others = await othersIn(db, row.id, her.id)
    const isHers = (text: string | null): text is string =>
      text !== null &&
      text.trim() !== '' &&
      (others.length === 0 || (mentions.near(text) && !others.some((other) => other.near(text))))
    const said: Said[] = [
      { where: 'note' as const, at: null, text: row.note },
      { where: 'outcome' as const, at: null, text: row.outcome_text },
      { where: 'reason' as const, at: null, text: row.end_text },
      ...(await findProposalEvents(db, row.id)).map((one) => ({
        where: 'reason' as const,
        at: one.at,
        text: one.reason_text,
      })),
      ...(await findProposalMessages(db, row.id)).map((one) => ({
        where: 'message' as const,
        at: one.at,
        text: one.body,
      })),
    ].flatMap(({ where, at, text }) =>
      (where === 'outcome' ? text !== null : isHers(text)) ? [{ where, at, text: text! }] : [],
    )
    const decision = decisions.get(row.decision_id ?? '')
    found.push({
      id: row.id,
      offer: row.offer,
      partner: row.partner,
      state: row.state,
      askedBy: row.origin,
      sentOn: row.sent_on,
      referredOn: row.referred_on,
      needs: JSON.parse(row.needs) as string[],
      outcome: row.outcome,
      reason: row.outcome_reason ?? row.end_reason,
      said,
      files: (await findAttachments(db, row.id))
        .filter(({ name }) => isHers(name))
        .map(({ name, at }) => ({ name, at })),
      decision: decision
        ? {
            on: decision.decidedOn,
            policy: decision.result.policyVersion,
            verdict: decision.result.verdict,
            fit: decision.result.fit,
            confidence: decision.result.confidence,
          }
        : null,
    })
  }
  return found
}

/** Tests for texts that speak of the other actors of a proposal. */
async function othersIn(db: Db, proposalId: string, herId: string): Promise<Mentions[]> {
  const ids = (await findProposalActors(db, [proposalId])).flatMap(({ actor_id }) => actor_id ?? [])
  const found: Mentions[] = []
  for (const id of ids.filter((one) => one !== herId)) {
    const identity = await getActorIdentity(db, id)
    const { name = null, businessName = null } = identity ?? {}
    found.push(mentionsOf({ name, businessName, code: actorCode(id) }))
  }
  return found
}

/** Where people decided about her against the ranking, or keep a match from being shown. */
export async function knownOverrides(db: Db, actorId: string) {
  return db
    .selectFrom('override_entry')
    .innerJoin('offer', 'offer.id', 'override_entry.offer_id')
    .select([
      'override_entry.kind',
      'offer.name as offer',
      'override_entry.reason',
      'override_entry.reason_text as text',
    ])
    .select(['override_entry.at', 'override_entry.lifted_at as liftedAt'])
    .where('override_entry.actor_id', '=', actorId)
    .orderBy('override_entry.at')
    .execute()
}

/** Programmes that gave her a place, and requests of partners that chose her card. */
export async function knownChoices(db: Db, actorId: string) {
  const programmes = await db
    .selectFrom('programme_entry')
    .innerJoin('programme', 'programme.id', 'programme_entry.programme_id')
    .innerJoin('offer', 'offer.id', 'programme_entry.offer_id')
    .select(['programme.title', 'offer.name as offer', 'programme_entry.state', 'programme_entry.problem'])
    .where('programme_entry.actor_id', '=', actorId)
    .orderBy('programme_entry.id')
    .execute()
  const requests = await db
    .selectFrom('partner_request_actor')
    .innerJoin('partner_request', 'partner_request.id', 'partner_request_actor.request_id')
    .innerJoin('offer', 'offer.id', 'partner_request.offer_id')
    .innerJoin('partner', 'partner.id', 'offer.partner_id')
    .select(['offer.name as offer', 'partner.name as partner', 'partner_request_actor.card'])
    .select(['partner_request.state', 'partner_request.created_at as at'])
    .where('partner_request_actor.actor_id', '=', actorId)
    .orderBy('partner_request.created_at')
    .execute()
  return { programmes, requests }
}

/** Scans and recordings of her consents, by receipt; the files themselves are on the page of her consents. */
export async function knownEvidence(db: Db, actorId: string) {
  const rows = await findEvidence(db, actorId)
  return new Map(
    [...new Set(rows.map((row) => row.receipt_id))].map((receipt) => [
      receipt,
      rows
        .filter((row) => row.receipt_id === receipt)
        .map((row) => ({ kind: row.kind, mediaType: row.media_type, bytes: row.bytes, addedAt: row.added_at })),
    ]),
  )
}
