import type { ConsentPurpose } from '#app/domain/consent/receipt.ts'
import {
  matchProblem,
  needsConfirmation,
  profileInGroup,
  type SendingProblem,
  togetherProblems,
} from '#app/domain/loop/sending.ts'
import type { Origin } from '#app/domain/loop/states.ts'
import { type DecisionInput, decisionInput } from '#app/domain/matching/decision.ts'
import { type Match, matchPair } from '#app/domain/matching/match.ts'
import type { Day } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { Db } from '#db/client.ts'
import { toProfile } from '#db/queries/actors.ts'
import { askConsent } from '#db/queries/consents.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { findHiddenActors } from '#db/queries/overrides.ts'
import { findEngagements } from '#db/queries/proposals.ts'
import type { ActorRow } from '#db/schema/actor.ts'

/** One actor of a proposal as things stand today. */
export interface CheckedActor {
  readonly row: ActorRow
  readonly match: Match
  readonly input: DecisionInput
  /** Those of her needs the offer serves, most urgent first. */
  readonly needs: readonly string[]
}

export interface SendingCheck {
  readonly offer: OfferDetail
  readonly actors: readonly CheckedActor[]
  readonly problems: readonly SendingProblem[]
  /** The figure of places left is old: the partner is asked to confirm it first. */
  readonly confirmCapacity: boolean
}

/**
 * Whether a proposal can go out today: verdict, capacity and window of each actor, her consent to be proposed to this
 * partner and no objection of hers to profiling, whether she is engaged with the offer already or the match is hidden, and
 * what binds a group.
 * @returns null when the offer is unknown.
 */
export async function checkSending(
  db: Db,
  wanted: {
    readonly offerId: string
    readonly actorIds: readonly string[]
    readonly isGroup: boolean
    readonly today: Day
    /** Which side began; a partner chose her by her card, which she has to allow it to see. Otherwise an office. */
    readonly origin?: Origin
    /** The proposal itself, which is no engagement of its own. */
    readonly proposalId?: string
  },
): Promise<SendingCheck | null> {
  const { today, actorIds, isGroup } = wanted
  const world = await matchWorld(db as Parameters<typeof matchWorld>[0], today)
  const offer = world.offerById.get(wanted.offerId)
  if (!offer) return null
  const rows =
    actorIds.length === 0 ? [] : await db.selectFrom('actor').selectAll().where('id', 'in', actorIds).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const hidden = await findHiddenActors(db, offer.id, actorIds)
  const engaged = new Set(
    (await findEngagements(db, offer.id, actorIds))
      .filter((one) => one.proposalId !== wanted.proposalId)
      .map((one) => one.actorId),
  )
  const problems: SendingProblem[] = []
  const actors: CheckedActor[] = []
  const size = isGroup ? actorIds.length : null
  for (const actorId of actorIds) {
    const problem = (code: SendingProblem['code']) => problems.push({ code, actorId, findings: [] })
    const row = byId.get(actorId)
    if (!row) {
      problem('gone')
      continue
    }
    const profile = profileInGroup(toProfile(row), size)
    const match = matchPair(world.context, profile, offer)
    const inTheWay = matchProblem(match)
    if (inTheWay) problems.push(inTheWay)
    if (engaged.has(actorId)) problem('engaged')
    if (hidden.has(actorId)) problem('hidden')
    if (row.no_profiling === 1) problem('objects')
    const allows = async (purpose: ConsentPurpose) => {
      const asked = { actorId, partnerId: offer.partnerId, purpose, fields: [], on: today }
      return (await askConsent(db, asked)).answer === 'granted'
    }
    if (!(await allows('referral')) || (wanted.origin === 'partner' && !(await allows('browse')))) problem('no_consent')
    actors.push({
      row,
      match,
      input: decisionInput(world.context, profile, offer),
      needs: (profile.needs ?? []).filter((need) => offer.needs.includes(need)),
    })
  }
  problems.push(
    ...togetherProblems(
      offer,
      actors.map((one) => toProfile(one.row)),
      isGroup,
    ),
  )
  return { offer, actors, problems, confirmCapacity: actors.some((one) => needsConfirmation(one.match)) }
}
