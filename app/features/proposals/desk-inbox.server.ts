import { fieldOfCondition } from '#app/domain/consent/field-of-condition.ts'
import type { Finding } from '#app/domain/eligibility/finding.ts'
import { answerDueOn } from '#app/domain/loop/clocks.ts'
import { placesLeft } from '#app/domain/loop/sending.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { partnerCheckTexts } from '#app/features/matches/match-view.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { findDecisions } from '#db/queries/match-decisions.ts'
import { countProposals, findProposalActors, findProposals, type ProposalFilter } from '#db/queries/proposals.ts'
import { everyoneAllows, knownToPartner } from './partner-may-know.server.ts'

/** A proposal that waits for the partner's answer, with what it needs to answer at once. */
export interface InboxLine {
  readonly id: string
  readonly isDemo: boolean
  readonly offerId: string
  readonly offerName: string
  /** Null unless everybody in it whom the partner knows allows her place. */
  readonly regencyName: string | null
  readonly actors: number
  readonly isGroup: boolean
  readonly note: string | null
  readonly dueOn: string
  /** Negative when it is overdue. */
  readonly daysLeft: number
  /** Conditions the partner may read that were met when it was sent, of the actor it knows who meets the fewest. */
  readonly checked: number
  /** What only the partner can check, in words. */
  readonly partnerChecks: readonly string[]
  readonly placesLeft: number | null
  /** The places have to be confirmed first. */
  readonly confirmPlaces: boolean
}

export interface Inbox {
  readonly total: number
  readonly lines: readonly InboxLine[]
}

/** Proposals an inbox shows; the others stand in the list. */
const MOST_LINES = 20
const WAITING: ProposalFilter = { cases: [{ origin: 'office', states: ['sent', 'seen'] }] }

/** The proposals that wait for the viewer's answer, the most urgent first. */
export async function loadInbox({
  db,
  viewer,
  today,
  locale,
}: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'locale'>): Promise<Inbox> {
  const world = await matchWorld(db, today)
  const total = await countProposals(db, viewer.scope, WAITING)
  const due = (row: { readonly asked_on: string | null; readonly response_days: number }) =>
    answerDueOn(row.asked_on ?? today, row.response_days)
  const rows = (await findProposals(db, viewer.scope, WAITING, { limit: 1000 }))
    .sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, MOST_LINES)
  const actors = await findProposalActors(
    db,
    rows.map((row) => row.id),
  )
  const decisions = await findDecisions(
    db,
    actors.flatMap((row) => row.decision_id ?? []),
  )
  const lines: InboxLine[] = []
  for (const row of rows) {
    const own = actors.filter((actor) => actor.proposal_id === row.id)
    const fields = await knownToPartner(db, row, own, today)
    const known = own.filter((actor) => actor.actor_id !== null && fields.has(actor.actor_id))
    const traces = known.map((actor) => decisions.get(actor.decision_id ?? '')?.result.trace ?? [])
    // why: a number that counts what she does not allow to be read would tell it all the same
    const met = known.map((actor, at) => {
      const readable = (condition: Finding['condition']) => {
        const field = fieldOfCondition(condition)
        return field === null || fields.get(actor.actor_id!)!.includes(field)
      }
      return traces[at]!.filter(({ condition, result }) => result === 'pass' && readable(condition)).length
    })
    const offer = world.offerById.get(row.offer_id)
    lines.push({
      id: row.id,
      isDemo: row.is_demo === 1,
      offerId: row.offer_id,
      offerName: offer?.name ?? row.offer_id,
      regencyName: everyoneAllows(fields, 'place') ? world.regionName(row.regency_code) : null,
      actors: own.length,
      isGroup: row.is_group === 1,
      note: fields.size > 0 ? row.note : null,
      dueOn: due(row),
      daysLeft: daysBetween(today, due(row))!,
      checked: met.length === 0 ? 0 : Math.min(...met),
      partnerChecks: [...new Set(partnerCheckTexts(locale, traces.flat()))],
      placesLeft: offer ? placesLeft(offer) : null,
      confirmPlaces: row.confirm_capacity === 1,
    })
  }
  return { total, lines }
}
