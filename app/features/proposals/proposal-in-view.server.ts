import { answerDueOn } from '#app/domain/loop/clocks.ts'
import { AWAITING_ANSWER } from '#app/domain/loop/states.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { proposedCodes } from '#app/features/cards/partner-codes.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findDecisions } from '#db/queries/match-decisions.ts'
import { findProposalActors, getReachedProposal } from '#db/queries/proposals.ts'
import type { ProposalActorRow, ProposalRow } from '#db/schema/proposal.ts'
import { checkSending, type SendingCheck } from './check-sending.server.ts'
import { type PaperActor, paperActor, silentActor } from './paper-actor.ts'
import { everyoneAllows, knownToPartner, type Sight, sightOf } from './partner-may-know.server.ts'

export type ProposalContext = Pick<RequestContext, 'db' | 'viewer' | 'today' | 'now' | 'locale'>

/** Of a proposal's own row what pages draw. */
export type ShownProposal = Pick<
  ProposalRow,
  'id' | 'origin' | 'state' | 'is_demo' | 'offer_id' | 'sent_on' | 'referred_on' | 'policy_version' | 'note'
>

/** A proposal as it may go to its partner on paper or in a message, whoever prints it. */
export interface ProposalPaper {
  readonly proposal: Pick<ShownProposal, 'id' | 'state'>
  readonly offerName: string
  readonly partnerName: string
  /** Null unless everybody in it whom the partner knows allows her place. */
  readonly regencyName: string | null
  readonly actors: readonly PaperActor[]
  readonly decided: { readonly on: string; readonly policy: string } | null
  readonly dueOn: string | null
}

/** A proposal within the viewer's reach, with what its pages are made of. */
export interface ProposalInView {
  readonly row: ProposalRow
  readonly rows: readonly ProposalActorRow[]
  readonly world: MatchWorld
  /** Of a draft: whether it could go out today. */
  readonly check: SendingCheck | null
  readonly sight: Sight
  /** What each actor allows the partner; who allows nothing is left out. */
  readonly fields: Awaited<ReturnType<typeof knownToPartner>>
  readonly codeForPartner: (actorId: string) => string
  matchOf(row: ProposalActorRow): Match | undefined
  readonly paper: ProposalPaper
}

/** @throws Response 401, 403; 404 for a proposal out of reach. */
export async function proposalInView(context: ProposalContext, id: string): Promise<ProposalInView> {
  const { db, viewer, today, locale } = context
  demand(viewer, 'proposals:read')
  const row = await getReachedProposal(db, viewer.scope, id)
  if (!row) throw notFound()
  const world = await matchWorld(db, today)
  const rows = await findProposalActors(db, [id])
  const check =
    row.state === 'draft'
      ? await checkSending(db, {
          offerId: row.offer_id,
          actorIds: rows.flatMap((one) => one.actor_id ?? []),
          isGroup: row.is_group === 1,
          today,
          origin: row.origin,
          proposalId: id,
        })
      : null
  const decisions = await findDecisions(
    db,
    rows.flatMap((one) => one.decision_id ?? []),
  )
  const matchOf = (one: ProposalActorRow): Match | undefined =>
    (one.decision_id !== null ? decisions.get(one.decision_id)?.result : undefined) ??
    check?.actors.find((checked) => checked.row.id === one.actor_id)?.match
  const fields = await knownToPartner(db, row, rows, today)
  const sight = await sightOf(db, viewer, row, rows, today)
  const codeForPartner = proposedCodes(row.partner_id)
  const [decision] = decisions.values()
  const owed = AWAITING_ANSWER.includes(row.state) && row.asked_on !== null
  const offer = world.offerById.get(row.offer_id)
  const paperOf = (one: ProposalActorRow): PaperActor => {
    const allowed = one.actor_id === null ? undefined : fields.get(one.actor_id)
    if (one.actor_id === null || !allowed || !sight.known.has(one.actor_id))
      return silentActor(one, one.actor_id !== null)
    const told = { code: codeForPartner(one.actor_id), fields: allowed }
    return paperActor({ locale, region: world.regionName }, one, matchOf(one), told)
  }
  return {
    row,
    rows,
    world,
    check,
    sight,
    fields,
    codeForPartner,
    matchOf,
    paper: {
      proposal: { id: row.id, state: row.state },
      offerName: offer?.name ?? row.offer_id,
      partnerName: offer?.partnerName ?? row.partner_id,
      regencyName: everyoneAllows(fields, 'place') ? world.regionName(row.regency_code) : null,
      actors: rows.map(paperOf),
      decided: decision ? { on: decision.decidedOn, policy: decision.result.policyVersion } : null,
      dueOn: owed ? answerDueOn(row.asked_on!, row.response_days) : null,
    },
  }
}
