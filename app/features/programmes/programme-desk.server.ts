import { can } from '#app/domain/access/permissions.ts'
import { spendablePlaces, type UnconfirmedReason } from '#app/domain/planning/spendable-places.ts'
import type { EntryProblem } from '#app/domain/programmes/entries.ts'
import { OPEN_TO_CHANGE, type ProgrammeState } from '#app/domain/programmes/states.ts'
import {
  PROGRAMME_TRANSITIONS,
  type ProgrammeLack,
  type ProgrammeStep,
  programmeLacks,
  programmeSteps,
} from '#app/domain/programmes/transitions.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { type LivePlan, planRunner } from '#app/features/plans/plan-runner.server.ts'
import { readPlan, type StoredPlan } from '#app/features/plans/store-plan.server.ts'
import { accountNames } from '#app/features/proposals/account-names.server.ts'
import { findPromisedPlaces } from '#db/queries/engagements.ts'
import type { EntryWithCourse } from '#db/queries/programme-entries.ts'
import { findProgrammeEvents } from '#db/queries/programmes.ts'
import { factsOf, type ProgrammeContext, type ProgrammeRecord, placesOfPlan } from './programme-records.server.ts'
import { mayRecheck } from './recheck-unsent.server.ts'
import { type SendingProgress, sendingProgress } from './send-programme.server.ts'

export interface ProgrammeDesk {
  readonly version: number
  readonly steps: readonly {
    readonly step: ProgrammeStep
    /** What is missing before it can be taken, the words of the form left out. */
    readonly lacks: readonly ProgrammeLack[]
    readonly words: boolean
  }[]
  readonly mayEdit: boolean
  /** For who may have plans made, while it is open to change. */
  readonly planning: {
    readonly plan: {
      readonly id: string
      readonly places: number | null
      readonly made: string
      readonly outdated: boolean
    } | null
    /** The planner is at work on this one, or on another. */
    readonly live: LivePlan | null
    readonly busy: boolean
    readonly offers: readonly {
      readonly id: string
      readonly name: string
      /** Places the partner has confirmed that can be spent; null where there are none, and why. */
      readonly places: number | null
      readonly reason: UnconfirmedReason | null
      /** Set by hand in the plan it has. */
      readonly set: number | null
    }[]
    readonly reason: string
  } | null
  readonly sending: SendingProgress | null
  /** Why actors were not sent, most first. */
  readonly unsent: readonly { readonly problem: EntryProblem; readonly actors: number }[]
  readonly mayRecheck: boolean
  readonly mayReplicate: boolean
  readonly consultation: string | null
  readonly closingNote: string | null
  readonly events: readonly {
    readonly deed: string
    readonly toState: ProgrammeState
    readonly who: string | null
    readonly at: string
  }[]
}

/** The desk of a programme, for who drafts or curates it. The caller has made sure of that. */
export async function loadProgrammeDesk(
  context: ProgrammeContext,
  record: ProgrammeRecord,
  entries: readonly EntryWithCourse[],
): Promise<ProgrammeDesk> {
  const { db, viewer, today } = context
  const { row } = record
  const open = OPEN_TO_CHANGE.includes(row.state)
  const plan = open && row.plan_result_id !== null ? await readPlan(db, row.plan_result_id) : null
  const places = plan && placesOfPlan(plan)
  const facts = factsOf(record, places, entries.filter((entry) => entry.state === 'planned').length)
  const events = await findProgrammeEvents(db, row.id)
  const names = await accountNames(
    db,
    events.map((event) => event.account_id),
  )
  return {
    version: row.version,
    steps: programmeSteps(row.state, viewer.role).map((step) => ({
      step,
      lacks: programmeLacks(step, facts, 'words', today),
      words: PROGRAMME_TRANSITIONS[step].requires.includes('words'),
    })),
    mayEdit: open,
    planning: open && can(viewer, 'plans:write') ? await planningOf(context, record, plan, facts.planOutdated) : null,
    sending: row.published_at === null ? null : await sendingProgress(db, row.id),
    unsent: countProblems(entries),
    mayRecheck: mayRecheck(viewer, record) && entries.some((entry) => entry.problem !== null),
    mayReplicate: row.published_at !== null && can(viewer, 'programmes:write'),
    consultation: row.consultation,
    closingNote: row.closing_note,
    events: events.map((event) => ({
      deed: event.deed,
      toState: event.to_state,
      who: event.account_id === null ? null : (names.get(event.account_id) ?? null),
      at: event.at,
    })),
  }
}

function countProblems(entries: readonly EntryWithCourse[]): ProgrammeDesk['unsent'] {
  const counts = new Map<EntryProblem, number>()
  for (const { problem } of entries) if (problem !== null) counts.set(problem, (counts.get(problem) ?? 0) + 1)
  return [...counts]
    .map(([problem, actors]) => ({ problem, actors }))
    .sort((a, b) => b.actors - a.actors || (a.problem < b.problem ? -1 : 1))
}

async function planningOf(
  { client, db, today }: ProgrammeContext,
  { row, parts }: ProgrammeRecord,
  plan: StoredPlan | null,
  outdated: boolean,
): Promise<ProgrammeDesk['planning']> {
  const world = await matchWorld(db, today)
  const live = planRunner(client).current()
  const promised = await findPromisedPlaces(db)
  const set = plan?.scenario.capacities ?? {}
  return {
    plan: plan && { id: plan.id, places: placesOfPlan(plan)?.length ?? null, made: plan.at, outdated },
    live: live?.programmeId === row.id ? live : null,
    busy: live !== null && live.programmeId !== row.id,
    offers: parts.offers.flatMap(({ offer_id }) => {
      const offer = world.offerById.get(offer_id)
      if (!offer) return []
      const found = spendablePlaces(offer, today, world.context.policy, {}, promised.get(offer_id))
      return {
        id: offer_id,
        name: `${offer.partnerName}: ${offer.name}`,
        places: found.spendable ? found.places : null,
        reason: found.spendable ? null : found.reason,
        set: set[offer_id]?.places ?? null,
      }
    }),
    reason: Object.values(set)[0]?.reason ?? '',
  }
}
