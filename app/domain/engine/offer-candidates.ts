import type { Finding } from '../eligibility/finding.ts'
import { nearestChange } from '../eligibility/nearest-change.ts'
import type { Points } from '../matching/fit.ts'
import type { Policy } from '../matching/policy.ts'
import { FACT_VALUES, type FactId, type Facts } from '../values/facts.ts'
import type { FactCondition, Offer } from '../values/offer.ts'
import { NO_REGENCY } from './axes.ts'
import { type ActorColumns, type ActorGroup, groupsOf, SET_FACTS } from './columns.ts'
import { type CompiledOffers, groupState, PASS, UNKNOWN } from './compiled-offers.ts'
import { allocateMasks, type PredicateMasks, predicateEvaluator } from './predicates.ts'
import { type TopActors, topActors } from './top-actors.ts'

export interface Candidate {
  /** Position in the columns. */
  readonly actor: number
  readonly fit: Points
}

/** Whom an offer fits among the actors of some groups. */
export interface OfferCandidates {
  /** Actors looked at. */
  readonly actors: number
  readonly eligible: number
  readonly undecided: number
  /** Undecided, with one question about her left. */
  readonly oneAnswer: number
  /** Undecided, and only the partner can tell: its area or its places are not known. */
  readonly askPartner: number
  /** Ineligible, and eligible once one changeable fact changes. */
  readonly oneChange: number
  /** Eligible, best first; equal fits go to who has waited longest. */
  readonly best: readonly Candidate[]
  /** One answer or one change away, in the same order. */
  readonly near: readonly Candidate[]
  /** Those who wait for the partner's answer alone, in the same order. */
  readonly waiting: readonly Candidate[]
}

/** A fact the offer has rules about, as bits of the masks. */
interface FactBits {
  readonly bits: number
  /** Whether a change of this fact alone can meet its rules, for the actor at a position. */
  readonly attainable: (actor: number) => boolean
}

function attainability(offer: Offer, fact: FactId, policy: Policy, columns: ActorColumns): (actor: number) => boolean {
  const rules = offer.conditions.filter((rule): rule is FactCondition => rule.fact === fact)
  const open: Finding[] = rules.map((rule) => ({
    condition: fact,
    result: 'unknown',
    code: 'fact.unknown',
    actual: null,
    threshold: rule.value,
    op: rule.op,
  }))
  const from = (facts: Facts) => nearestChange(facts, { ...offer, conditions: rules }, open, policy) !== null
  const column = columns.codes[SET_FACTS.indexOf(fact)]
  if (!SET_FACTS.includes(fact) || !column) {
    const always = from({})
    return () => always
  }
  // why: nothing she holds is taken away, so for a set it depends on what she holds; one answer for each combination
  const members = FACT_VALUES[fact]!
  const known = Array.from({ length: 1 << members.length }, (_, code) =>
    from({ [fact]: members.filter((_member, bit) => code & (1 << bit)) }),
  )
  return (actor) => known[column[actor]!] ?? false
}

function factBits({ context, predicates }: CompiledOffers, offer: Offer, columns: ActorColumns): readonly FactBits[] {
  const bits = new Map<FactId, number>()
  predicates.rules.forEach((rule, bit) => {
    bits.set(rule.fact, (bits.get(rule.fact) ?? 0) | (1 << bit))
  })
  return [...bits].map(([fact, all]) => ({
    bits: all,
    attainable: attainability(offer, fact, context.policy, columns),
  }))
}

/** Ranks those for whom one fact alone stands in the way: its rules are taken as met for them, as failed for others. */
function withOnlyOpen(
  compiled: CompiledOffers,
  columns: ActorColumns,
  groups: readonly ActorGroup[],
  masks: PredicateMasks,
  fact: FactBits,
  way: 'unknown' | 'failed',
  limit: number,
): TopActors {
  const { bits, attainable } = fact
  const pass = masks.pass.slice()
  const open = masks.open.slice()
  for (const group of groups) {
    for (let i = group.start; i < group.end; i++) {
      const failed = (bits & ~open[i]!) !== 0
      const missing = (bits & ~pass[i]!) !== 0
      const wanted = way === 'unknown' ? missing && !failed : failed && attainable(i)
      if (wanted) pass[i] = (pass[i]! | bits) >>> 0
      open[i] = wanted ? (open[i]! | bits) >>> 0 : (open[i]! & ~bits) >>> 0
    }
  }
  return topActors(compiled, columns, groups, { pass, open }, 0, limit)
}

/** Ranks those who meet everything but what the partner has not said: area and places are taken as met. */
function whenPartnerAnswers(
  compiled: CompiledOffers,
  columns: ActorColumns,
  groups: readonly ActorGroup[],
  masks: PredicateMasks,
  limit: number,
): TopActors {
  const { level, known } = compiled.offers[0]!.coverage
  const placeMatters = level !== 'national' || !known
  const open = groups.filter(
    (group) =>
      groupState(compiled, group.regency, group.cluster, 0) === UNKNOWN &&
      !(placeMatters && group.regency === NO_REGENCY),
  )
  const answered = { ...compiled, standing: Uint8Array.of(PASS), regionState: compiled.regionState.map(() => PASS) }
  return topActors(answered, columns, open, masks, 0, limit)
}

const candidatesOf = (top: TopActors): readonly Candidate[] =>
  top.actors.map((actor, at) => ({ actor, fit: top.scores[at]! }))

/**
 * The best eligible actors of an offer, those one step away, and how many there are of each. `compiled` holds that offer
 * alone; `within` narrows the groups.
 * @throws RangeError when the offer has more than 31 rules.
 */
export function offerCandidates(
  compiled: CompiledOffers,
  columns: ActorColumns,
  limit: number,
  within: (group: ActorGroup) => boolean = () => true,
): OfferCandidates {
  const offer = compiled.offers[0]!
  if (compiled.predicates.rules.length > 31) throw new RangeError('an offer has at most 31 rules')
  const groups = groupsOf(columns).filter(within)
  const masks = allocateMasks(compiled.predicates, columns.size)
  predicateEvaluator(compiled.predicates, columns)(0, columns.size, masks, 0)
  const best = topActors(compiled, columns, groups, masks, 0, limit)
  let oneAnswer = 0
  let oneChange = 0
  const near: Candidate[] = []
  for (const fact of factBits(compiled, offer, columns)) {
    const asked = withOnlyOpen(compiled, columns, groups, masks, fact, 'unknown', limit)
    oneAnswer += asked.eligible
    near.push(...candidatesOf(asked))
    const changed = withOnlyOpen(compiled, columns, groups, masks, fact, 'failed', limit)
    oneChange += changed.eligible
    near.push(...candidatesOf(changed))
  }
  const partner = whenPartnerAnswers(compiled, columns, groups, masks, limit)
  const waitRank = (candidate: Candidate): number => columns.waitRank[candidate.actor]!
  return {
    actors: groups.reduce((sum, group) => sum + group.end - group.start, 0),
    eligible: best.eligible,
    undecided: best.undecided,
    oneAnswer,
    askPartner: partner.eligible,
    oneChange,
    best: candidatesOf(best),
    near: near.sort((a, b) => b.fit - a.fit || waitRank(a) - waitRank(b)).slice(0, limit),
    waiting: candidatesOf(partner),
  }
}
