import { can } from '#app/domain/access/permissions.ts'
import type { AskNext } from '#app/domain/matching/ask-next.ts'
import { needCoverage } from '#app/domain/matching/complementary.ts'
import { type ActorMatches, type Match, matchActor } from '#app/domain/matching/match.ts'
import { type ActorProfile, type ClusterId, type NeedId, provinceOf } from '#app/domain/values/actor.ts'
import { type FactId, type Facts, type FactValue, isFactId } from '#app/domain/values/facts.ts'
import { countHidden } from '#app/features/matches/count-hidden.ts'
import { type HiddenNote, hiddenNote } from '#app/features/matches/hidden-names.server.ts'
import { type MatchView, matchView } from '#app/features/matches/match-view.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { getActorIdentity } from '#db/queries/actor-identity.ts'
import { getReachedActor, toProfile } from '#db/queries/actors.ts'
import { FACTS_DAY, type FactChangeRow, findFactChanges } from '#db/queries/fact-changes.ts'
import { findHiddenOffers } from '#db/queries/overrides.ts'
import { findActorEngagements } from '#db/queries/proposals.ts'
import { withoutPersonalData } from '#search/documents/without-personal-data.ts'
import { type FactLine, factLines, recordedOn } from './fact-lines.ts'
import { type NeedGroup, needGroups } from './need-groups.ts'
import { type VerdictChange, verdictChanges } from './verdict-changes.ts'
import { type Opening, openings, type WhyNotGroup, whyNotGroups } from './why-not.ts'

/** An answer just stored, with what it did. */
export interface StoredAnswer {
  readonly changeId: string
  readonly fact: FactId
  readonly from: FactValue | null
  readonly to: FactValue | null
  readonly undone: boolean
  readonly verdicts: readonly (VerdictChange & { readonly offerName: string })[]
}

/** One step of the complementary set: an offer and the needs it adds to those before it. */
export interface PackageStep {
  readonly offerId: string
  readonly offerName: string
  readonly partnerName: string
  readonly adds: readonly NeedId[]
}

export interface ActorPage {
  readonly id: string
  readonly isDemo: boolean
  /** What names her, village included: null for who sees profiles under their codes only. */
  readonly name: string | null
  readonly businessName: string | null
  readonly village: string | null
  readonly regency: { readonly code: string; readonly name: string; readonly province: string } | null
  readonly cluster: ClusterId | null
  readonly sectors: readonly string[] | null
  readonly products: string | null
  /** Most urgent first; null when nobody has asked. */
  readonly needs: readonly { readonly id: NeedId; readonly state: 'covered' | 'possible' | 'open' }[] | null
  readonly facts: readonly FactLine[]
  readonly recordedOn: string | null
  readonly counts: Readonly<Record<Match['verdict'], number>>
  readonly askNext: AskNext | null
  readonly steps: readonly PackageStep[]
  /** Share of her weighted needs that the steps meet together. */
  readonly coverage: number
  readonly groups: readonly NeedGroup[]
  /** Undecided offers while her needs are not known. */
  readonly withoutNeed: readonly MatchView[]
  readonly whyNot: readonly WhyNotGroup[]
  readonly openings: readonly Opening[]
  readonly answer: StoredAnswer | null
  readonly today: string
  readonly showAll: boolean
  readonly policy: string
  readonly mayAnswer: boolean
  readonly mayPropose: boolean
  /** Matches of hers that somebody hides: in none of the lists. */
  readonly hidden: HiddenNote
  /** Which pages about her the viewer may open beside this one. */
  readonly desk: {
    readonly consents: boolean
    readonly contact: boolean
    readonly rights: boolean
    readonly trail: boolean
  }
  /** State of the record as shown; the forms send it back. */
  readonly version: string
}

const CARDS_PER_NEED = 20
const CLOSED_PER_CONDITION = 40

export interface ActorPageQuery {
  /** Id of the answer the reader has just given. */
  readonly change: string | null
  readonly showAll: boolean
}

/**
 * Everything the profile shows, worked out from one reading of her record; null when there is no such actor within the
 * viewer's scope. Who sees no identity reads it under her code.
 * @throws Response 401 or 403 for who may not read profiles.
 */
export async function loadActorPage(
  context: Pick<RequestContext, 'db' | 'locale' | 'today' | 'viewer'>,
  actorId: string,
  query: ActorPageQuery,
): Promise<ActorPage | null> {
  const { db, locale, today, viewer } = context
  demand(viewer, 'actors:read')
  const row = await getReachedActor(db, viewer.scope, actorId)
  if (!row) return null
  const world = await matchWorld(db, today)
  const seesIdentity = can(viewer, 'actors:identity')
  const identity = seesIdentity ? await getActorIdentity(db, actorId) : undefined
  const changes = await findFactChanges(db, actorId)
  const collaborations = await findActorEngagements(db, row.id)
  const actor = { ...toProfile(row), collaborations }
  const hidden = await findHiddenOffers(db, row.id)
  const shown = world.offers.filter((offer) => !hidden.has(offer.id))
  const found = matchActor(world.context, actor, shown)
  const recorded = recordedOn(actor.factsAsOf, changes, FACTS_DAY)
  const view = (match: Match, underNeed?: NeedId): MatchView => {
    const nearest = found.nearestChanges.get(match.offerId)
    return matchView(locale, match, world.offerById.get(match.offerId)!, world.regionName, {
      ...(nearest ? { changes: nearest } : {}),
      ...(underNeed === undefined ? {} : { underNeed }),
    })
  }
  const needsOf = (offerId: string) => world.offerById.get(offerId)!.needs
  const whyNot = whyNotGroups(found.matches, view, query.showAll ? Number.POSITIVE_INFINITY : CLOSED_PER_CONDITION)
  const limit = query.showAll ? Number.POSITIVE_INFINITY : CARDS_PER_NEED
  const answer = storedAnswer(world, actor, found.matches, changes, query.change)
  const spokenOf = new Set([...found.complementary, ...(answer?.verdicts ?? []).map((change) => change.offerId)])
  const set = found.complementary.map((id) => world.offerById.get(id)!)
  return {
    id: row.id,
    isDemo: row.is_demo === 1,
    name: identity?.name ?? null,
    businessName: identity?.businessName ?? null,
    village: seesIdentity ? row.village : null,
    regency:
      actor.regency === null
        ? null
        : {
            code: actor.regency,
            name: world.regionName(actor.regency),
            province: world.regionName(provinceOf(actor.regency)),
          },
    cluster: actor.cluster,
    sectors: actor.sectors,
    products: seesIdentity ? row.products : withoutPersonalData(row.products ?? '') || null,
    needs: needStates(actor, found, needsOf),
    facts: factLines(locale, actor.facts, recorded, changes),
    recordedOn: recorded,
    counts: countVerdicts(found.matches),
    askNext: found.askNext,
    steps: packageSteps(actor.needs ?? [], found.complementary, world),
    coverage: needCoverage(world.context.policy, actor.needs ?? [], set),
    groups: needGroups(actor.needs ?? [], found.matches, needsOf, view, limit, spokenOf),
    withoutNeed:
      actor.needs === null
        ? found.matches
            .filter((match) => match.verdict === 'undecided')
            .slice(0, limit)
            .map((match) => view(match))
        : [],
    whyNot,
    openings: openings(whyNot),
    answer,
    today,
    showAll: query.showAll,
    policy: world.context.policy.version,
    mayAnswer: can(viewer, 'actors:answer'),
    mayPropose: can(viewer, 'proposals:create'),
    hidden: await hiddenNote(db, countHidden([...hidden.values()].map((entry) => ({ accountId: entry.account_id })))),
    desk: {
      consents: can(viewer, 'consents:read'),
      rights: can(viewer, 'rights:serve'),
      contact: can(viewer, 'actors:identity'),
      trail: can(viewer, 'audit:actor'),
    },
    version: row.updated_at,
  }
}

function countVerdicts(matches: readonly Match[]): Record<Match['verdict'], number> {
  const counts = { eligible: 0, undecided: 0, ineligible: 0 }
  for (const match of matches) counts[match.verdict]++
  return counts
}

function needStates(
  actor: ActorProfile,
  found: ActorMatches,
  needsOf: (offerId: string) => readonly NeedId[],
): ActorPage['needs'] {
  const covered = new Set(found.complementary.flatMap(needsOf))
  const possible = new Set(
    found.matches.flatMap((match) => (match.verdict === 'ineligible' ? [] : needsOf(match.offerId))),
  )
  return (
    actor.needs?.map((id) => ({ id, state: covered.has(id) ? 'covered' : possible.has(id) ? 'possible' : 'open' })) ??
    null
  )
}

function packageSteps(needs: readonly NeedId[], chosen: readonly string[], world: MatchWorld): PackageStep[] {
  const open = new Set(needs)
  return chosen.map((id) => {
    const offer = world.offerById.get(id)!
    const adds = needs.filter((need) => open.has(need) && offer.needs.includes(need))
    for (const need of adds) open.delete(need)
    return { offerId: id, offerName: offer.name, partnerName: offer.partnerName, adds }
  })
}

const parsed = (json: string | null): FactValue | null => (json === null ? null : JSON.parse(json))

function storedAnswer(
  world: MatchWorld,
  actor: ActorProfile,
  matches: readonly Match[],
  changes: readonly FactChangeRow[],
  changeId: string | null,
): StoredAnswer | null {
  const change = changes.find((one) => one.id === changeId)
  // why: an older answer of the same fact is history; saying what it did would compare with a record that is gone
  if (!change || !isFactId(change.fact) || changes.find((one) => one.fact === change.fact) !== change) return null
  const from = parsed(change.old_value)
  const before: Facts = { ...actor.facts, [change.fact]: from }
  const verdicts = verdictChanges(world.context, { ...actor, facts: before }, matches, world.offerById)
  return {
    changeId: change.id,
    fact: change.fact,
    from,
    to: parsed(change.new_value),
    undone: change.source === 'undo',
    verdicts: verdicts.map((one) => ({ ...one, offerName: world.offerById.get(one.offerId)!.name })),
  }
}
