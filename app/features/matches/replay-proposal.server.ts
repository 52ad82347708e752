import { isDeepStrictEqual } from 'node:util'
import { replayDecision } from '#app/domain/matching/decision.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { RULES_VERSION } from '#app/domain/matching/policy.ts'
import type { Db } from '#db/client.ts'
import { findDecisions } from '#db/queries/match-decisions.ts'
import { findProposalActors } from '#db/queries/proposals.ts'

/** A stored decision beside what its own policy and facts give under the rules of today. */
export interface ReplayedDecision {
  readonly offer: string
  readonly actor: string
  readonly decidedOn: string
  readonly policy: string
  /** Version of the rules it was made with, and the one it is made again with. */
  readonly rules: { readonly then: string; readonly now: string }
  readonly stored: Pick<Match, 'verdict' | 'fit' | 'confidence'>
  readonly replayed: Pick<Match, 'verdict' | 'fit' | 'confidence'>
  /** The whole result is the same, its trace included. */
  readonly same: boolean
}

const short = ({ verdict, fit, confidence }: Match): ReplayedDecision['stored'] => ({ verdict, fit, confidence })

/** Makes the decisions of a proposal again, in the order of its actors; those of actors who were erased are gone. */
export async function replayProposal(db: Db, proposalId: string): Promise<readonly ReplayedDecision[]> {
  const actors = await findProposalActors(db, [proposalId])
  const decisions = await findDecisions(
    db,
    actors.flatMap((actor) => actor.decision_id ?? []),
  )
  return actors
    .flatMap((actor) => decisions.get(actor.decision_id ?? '') ?? [])
    .map((decision) => {
      const { result } = decision
      // why: stored as JSON, in which what is undefined is not there
      const replayed: Match = { ...JSON.parse(JSON.stringify(replayDecision(decision.input))) }
      const then = result.rulesVersion
      return {
        offer: decision.offerId,
        actor: decision.actorId,
        decidedOn: decision.decidedOn,
        policy: result.policyVersion,
        rules: { then, now: RULES_VERSION },
        stored: short(result),
        replayed: short(replayed),
        same: isDeepStrictEqual({ ...replayed, rulesVersion: then }, result),
      }
    })
}
