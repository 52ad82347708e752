import type { Scope } from '#app/domain/access/viewer.ts'
import { capacityFinding, regionFinding, windowFinding } from '#app/domain/eligibility/structural.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { inRegions, mouState } from '#app/domain/loop/commitments.ts'
import { AWAITING_ANSWER } from '#app/domain/loop/states.ts'
import type { CriterionId, ReadinessCriteria } from '#app/domain/readiness/criteria.ts'
import type { ReadinessRecord } from '#app/domain/readiness/judge-readiness.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { MatchWorld } from '#app/features/matches/match-world.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { Db } from '#db/client.ts'
import { findDistrictTeams } from '#db/queries/district-teams.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { countActorData, findAskedPartners, findMouRegions, findWorkingCompanions } from '#db/queries/readiness.ts'

type Draft = {
  -readonly [Key in keyof ReadinessRecord]: {
    -readonly [Part in keyof ReadinessRecord[Key]]: ReadinessRecord[Key][Part]
  }
}

const perCriterion = <Value>(value: Value): Record<CriterionId, Value> => ({
  mou: value,
  team: value,
  companions: value,
  fresh_data: value,
  answers: value,
  open_places: value,
})

const nothing = (): Draft => ({
  mou: { recorded: 0, inForce: 0, termUnknown: 0 },
  team: { recorded: 0 },
  companions: { accounts: 0, accompanying: 0 },
  actors: { recorded: 0, dated: 0, fresh: 0 },
  answers: { due: 0, inTime: 0 },
  offers: { current: 0, open: 0, unconfirmed: 0 },
  asOf: perCriterion<Day | null>(null),
  demo: perCriterion(0),
})

/** Counts a record for a criterion: its day if it is the latest, and whether it is invented. */
function note(draft: Draft, criterion: CriterionId, day: Day | null, demo: boolean): void {
  const known = draft.asOf[criterion]
  if (day !== null && (known === null || day > known)) draft.asOf[criterion] = day
  if (demo) draft.demo[criterion] += 1
}

const dayOf = (instant: string): Day => jakartaDay(new Date(instant))

/** Whether an offer has places: surely, perhaps (the partner has to say), or none. */
function placesOf(offer: OfferDetail, { context }: MatchWorld, today: Day): 'open' | 'unconfirmed' | 'none' {
  const window = windowFinding(offer, today).result
  const { result, code } = capacityFinding(offer, today, context.policy)
  if (window === 'fail' || result === 'fail') return 'none'
  return window === 'pass' && result === 'pass' && code === 'capacity.places_left' ? 'open' : 'unconfirmed'
}

function addOffers(drafts: ReadonlyMap<string, Draft>, world: MatchWorld, today: Day): void {
  for (const offer of world.offers) {
    if (offer.status !== 'current') continue
    const places = placesOf(offer, world, today)
    for (const [regency, draft] of drafts) {
      if (regionFinding({ regency }, offer).result !== 'pass') continue
      draft.offers.current += 1
      if (places !== 'none') draft.offers[places] += 1
      note(draft, 'open_places', offer.capacity.asOf, false)
    }
  }
}

async function addMous(drafts: ReadonlyMap<string, Draft>, db: Db, today: Day): Promise<void> {
  for (const mou of await findMouRegions(db)) {
    const state = mouState(mou, today)
    for (const [regency, draft] of drafts) {
      if (!inRegions(regency, mou.regions)) continue
      draft.mou.recorded += 1
      if (state === 'in_force') draft.mou.inForce += 1
      if (state === 'unknown') draft.mou.termUnknown += 1
      note(draft, 'mou', dayOf(mou.at), mou.demo)
    }
  }
}

async function addAnswers(drafts: ReadonlyMap<string, Draft>, db: Db, today: Day, since: Day): Promise<void> {
  for (const asked of await findAskedPartners(db, since)) {
    const draft = drafts.get(asked.regency)
    // why: while a question of the partner waits, the office is the one who owes an answer
    const officeOwed = asked.state === 'clarification' || asked.expiredFrom === 'clarification'
    if (!draft || asked.askedOn === null || officeOwed) continue
    const due = addDays(asked.askedOn, asked.responseDays)
    const answered = asked.answeredAt === null ? null : dayOf(asked.answeredAt)
    const late = asked.state === 'expired' || (AWAITING_ANSWER.includes(asked.state) && today > due)
    if (answered === null && !late) continue
    draft.answers.due += 1
    if (answered !== null && answered <= due) draft.answers.inTime += 1
    note(draft, 'answers', answered ?? due, asked.demo)
  }
}

/**
 * What is on record about each of these kabupaten and kota, all of them within the scope.
 * @returns a record for every code given, empty where nothing is known.
 */
export async function readinessRecords(
  db: Db,
  world: MatchWorld,
  asked: {
    readonly regencies: readonly string[]
    readonly scope: Scope
    readonly criteria: ReadinessCriteria
    readonly today: Day
  },
): Promise<ReadonlyMap<string, ReadinessRecord>> {
  const { criteria, today } = asked
  const drafts = new Map(asked.regencies.map((code) => [code, nothing()]))
  const freshFrom = addDays(today, -criteria.fresh_data.withinDays)
  for (const { regency, last, demo, ...actors } of await countActorData(db, asked.scope, freshFrom)) {
    const draft = drafts.get(regency)
    if (!draft) continue
    draft.actors = actors
    note(draft, 'fresh_data', last, false)
    draft.demo.fresh_data = demo
  }
  for (const companion of await findWorkingCompanions(db)) {
    const draft = drafts.get(companion.regency)
    if (!draft) continue
    draft.companions.accounts += 1
    if (companion.accompanies) draft.companions.accompanying += 1
    note(draft, 'companions', dayOf(companion.at), companion.demo)
  }
  await addMous(drafts, db, today)
  for (const team of await findDistrictTeams(db)) {
    const draft = drafts.get(team.regency_code)
    if (!draft) continue
    draft.team.recorded = 1
    note(draft, 'team', team.named_on, false)
  }
  await addAnswers(drafts, db, today, addDays(today, -criteria.answers.withinDays))
  addOffers(drafts, world, today)
  return drafts
}
