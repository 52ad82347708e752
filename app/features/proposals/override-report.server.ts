import { can } from '#app/domain/access/permissions.ts'
import { countOutcomes, type OverrideOutcome } from '#app/domain/loop/overrides.ts'
import type { ProposalState } from '#app/domain/loop/states.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { findSentReferrals } from '#db/queries/loop-record.ts'
import { findOverriddenProposals, findOverrides } from '#db/queries/overrides.ts'
import type { OverrideEntryRow } from '#db/schema/proposal.ts'
import { accountNames } from './account-names.server.ts'

export interface OverrideReport {
  readonly followed: ReturnType<typeof countOutcomes>
  readonly against: ReturnType<typeof countOutcomes>
  /** The latest of the ledger; the counts above are of all of it. */
  readonly entries: readonly {
    readonly row: OverrideEntryRow
    readonly code: string | null
    readonly offerName: string
    readonly recommended: string | null
    readonly who: string | null
  }[]
  readonly mayWrite: boolean
}

function outcomeOf(state: ProposalState, outcome: 'helped' | 'not_helped' | null): OverrideOutcome {
  if (outcome !== null) return { outcome }
  return { outcome: state === 'declined' || state === 'expired' ? state : 'open' }
}

/** The ledger within the viewer's scope, and how proposals ended that followed the ranking or did not. @throws 401, 403. */
export async function loadOverrideReport(
  context: Pick<RequestContext, 'db' | 'viewer' | 'today'>,
): Promise<OverrideReport> {
  const { db, viewer, today } = context
  demand(viewer, 'overrides:read')
  const rows = await findOverrides(db, viewer.scope)
  const world = await matchWorld(db, today)
  const names = await accountNames(
    db,
    rows.map((row) => row.account_id),
  )
  const overridden = await findOverriddenProposals(db, viewer.scope)
  const sent = (await findSentReferrals(db, { scope: viewer.scope })).filter(
    (one) => !one.isDemo && one.state !== 'withdrawn',
  )
  const ended = (against: boolean) =>
    countOutcomes(
      sent.filter((one) => overridden.has(one.proposalId) === against).map((one) => outcomeOf(one.state, one.outcome)),
    )
  const offerName = (id: string) => world.offerById.get(id)?.name ?? id
  return {
    followed: ended(false),
    against: ended(true),
    entries: rows.map((row) => ({
      row,
      code: row.actor_id === null ? null : actorCode(row.actor_id),
      offerName: offerName(row.offer_id),
      recommended: row.recommended_offer_id === null ? null : offerName(row.recommended_offer_id),
      who: names.get(row.account_id ?? '') ?? null,
    })),
    mayWrite: can(viewer, 'overrides:write'),
  }
}
