import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { createAxes } from '#app/domain/engine/axes.ts'
import { columnsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import {
  countGaps,
  emptyStates,
  GAP_STATES,
  type GapState,
  gapOf,
  type PlaceState,
} from '#app/domain/gaps/count-gaps.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import { FACT_KINDS, FACT_VALUES, type FactId, type FactValue, factOf } from '#app/domain/values/facts.ts'
import type { FactCondition, Offer } from '#app/domain/values/offer.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { toProfile } from '#db/queries/actors.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { exampleActor, exampleContext, exampleOffer, rule } from '#tests/support/example.ts'

const RANK: readonly GapState[] = [
  'no_offer',
  'out_of_window',
  'hidden',
  'not_eligible',
  'one_change',
  'full',
  'undecided',
  'ask_area',
  'unconfirmed',
  'served',
]
const STRUCTURAL = ['region', 'cluster', 'sector', 'status', 'window', 'capacity', 'need']

/** What a woman, with help, can change (design, section 3); everything else about her is fixed for this purpose. */
const CHANGEABLE: readonly FactId[] = [
  'permits',
  'group_size',
  'bank_account',
  'smartphone',
  'internet',
  'email',
  'has_brand_label',
  'separate_halal_production',
  'product_form',
  'export_ready',
]

/** Values she could come to have of a fact: papers are only ever added, a capability is only ever won. */
function comeToHave(actor: ActorProfile, offer: Offer, fact: FactId): readonly FactValue[] {
  const rules = offer.conditions.filter((one): one is FactCondition => one.fact === fact)
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      return [true]
    case 'integer':
      return rules.map((rule) => Number(rule.value))
    case 'choice':
      return FACT_VALUES[fact] ?? []
    case 'set': {
      const asked = rules.filter((rule) => rule.op !== 'lacks').flatMap((rule) => rule.value as readonly string[])
      return [[...new Set([...((factOf(actor.facts, fact) as readonly string[]) ?? []), ...asked])]]
    }
  }
}

test('every need of every actor stands where a naive loop over all pairs puts it', async () => {
  const client = await demoDb(250)
  const world = await matchWorld(client.db, '2026-11-24')
  const actors = (await client.db.selectFrom('actor').selectAll().execute()).map(toProfile)
  const offers = world.offers
    .filter((offer) => offer.status !== 'historical')
    .map((offer) => ({ ...offer, capacity: { slots: null, taken: 0, unit: null, asOf: null } }))
  // what the reference data have too few of: fixed facts, and facts with no value to come to
  const onlyIf = (id: string, ...conditions: FactCondition[]) =>
    exampleOffer({ id, conditions, clusters: ['IR1', 'IR2', 'IR3'], sectors: ['*'], needs: ['halal', 'capital'] })
  const all = [
    ...offers,
    onlyIf('z1-fixed', rule('credit_active', 'lacks', ['kur'])),
    onlyIf('z2-lost', rule('smartphone', 'is', false)),
    onlyIf('z3-papers', rule('permits', 'lacks', ['nib'])),
    onlyIf('z4-won', rule('internet', 'is', true)),
    onlyIf('z5-between', rule('group_size', 'gte', 5), rule('group_size', 'lte', 3)),
  ]
  const kinds: readonly PlaceState[] = ['open', 'unconfirmed', 'full', 'shut']
  const places = new Map(all.map((offer, at) => [offer.id, kinds[at % 4]!]))
  const { columns, sorted } = columnsOf(world.axes, actors)
  const isHidden = (actor: number, offer: number) => (actor + offer) % 5 === 0
  const hidden = new Map(
    sorted.map((_, a) => [a, new Set(all.filter((_, o) => isHidden(a, o)).map((offer) => offer.id))]),
  )
  const cells = countGaps(
    compileOffers(world.context, world.axes, all),
    columns,
    places,
    { cluster: null, sector: null },
    new Map(),
    hidden,
  )

  const naive = new Map<string, Record<GapState, number>>()
  for (const [a, actor] of sorted.entries()) {
    for (const need of actor.needs ?? []) {
      let best: GapState = 'no_offer'
      for (const [o, offer] of all.entries()) {
        if (!offer.needs.includes(need)) continue
        const { verdict, trace } = evaluateEligibility(actor, offer, '2026-11-24', world.context.policy)
        const bad = trace.filter((line) => line.result !== 'pass' && line.condition !== 'partner_checked')
        if (bad.some((line) => line.result === 'fail' && STRUCTURAL.includes(line.condition))) continue
        const facts = new Set(bad.filter((line) => !STRUCTURAL.includes(line.condition)).map((line) => line.condition))
        const asked = bad.some((line) => line.code === 'region.ask_partner')
        const structural = bad.some((line) => STRUCTURAL.includes(line.condition))
        const place = places.get(offer.id)!
        const opensBy = (fact: FactId) =>
          comeToHave(actor, offer, fact).some((value) => {
            const changed = { ...actor, facts: { ...actor.facts, [fact]: value } }
            return evaluateEligibility(changed, offer, '2026-11-24', world.context.policy).verdict === 'eligible'
          })
        let state: GapState
        if (place === 'shut') state = 'out_of_window'
        else if (isHidden(a, o)) state = 'hidden'
        else if (verdict === 'eligible') state = place === 'open' ? 'served' : place
        else if (verdict === 'undecided')
          state =
            asked && facts.size === 0 && bad.every((line) => line.condition === 'region') ? 'ask_area' : 'undecided'
        else
          state =
            !structural && facts.size === 1 && CHANGEABLE.some((fact) => facts.has(fact) && opensBy(fact))
              ? 'one_change'
              : 'not_eligible'
        if (RANK.indexOf(state) > RANK.indexOf(best)) best = state
      }
      const key = `${actor.regency} ${need}`
      const states = naive.get(key) ?? emptyStates()
      states[best]++
      naive.set(key, states)
    }
  }
  expect(Object.fromEntries(cells.map((cell) => [`${cell.regency} ${cell.need}`, cell.states]))).toEqual(
    Object.fromEntries(naive),
  )
  for (const cell of cells) {
    expect(GAP_STATES.reduce((sum, state) => sum + cell.states[state], 0)).toBe(cell.wanted)
    expect(gapOf(cell)).toBe(cell.wanted - cell.states.served)
  }
})

test.each([
  ['a capability she can win', { internet: false }, [rule('internet', 'is', true)], 'one_change'],
  ['papers she can get', { permits: [] }, [rule('permits', 'has_any', ['nib', 'halal'])], 'one_change'],
  ['members her group can win', { group_size: 3 }, [rule('group_size', 'gte', 5)], 'one_change'],
  ['a credit she has', { credit_active: ['kur'] }, [rule('credit_active', 'lacks', ['kur'])], 'not_eligible'],
  ['her sales', { annual_sales_idr: 1 }, [rule('annual_sales_idr', 'gte', 2)], 'not_eligible'],
  ['who owns it', { woman_owned: false }, [rule('woman_owned', 'is', true)], 'not_eligible'],
  ['a capability she would have to lose', { smartphone: true }, [rule('smartphone', 'is', false)], 'not_eligible'],
  ['papers she would have to give up', { permits: ['nib'] }, [rule('permits', 'lacks', ['nib'])], 'not_eligible'],
  [
    'a size no group has',
    { group_size: 3 },
    [rule('group_size', 'gte', 5), rule('group_size', 'lte', 3)],
    'not_eligible',
  ],
  [
    'two things at once',
    { internet: false, email: false },
    [rule('internet', 'is', true), rule('email', 'is', true)],
    'not_eligible',
  ],
] as const)('%s: how far she is from the offer', (_, facts, conditions, state) => {
  const offers = [exampleOffer({ conditions })]
  const axes = createAxes({ needs: ['capital'], sectors: ['food_snack'], regencies: ['33.24'] })
  const { columns } = columnsOf(axes, [exampleActor({ facts })])
  const compiled = compileOffers(exampleContext(offers), axes, offers)
  const [cell] = countGaps(compiled, columns, new Map(), { cluster: null, sector: null })
  expect(cell!.states).toEqual({ ...emptyStates(), [state]: 1 })
  expect(Object.keys(cell!.unlocks)).toHaveLength(state === 'one_change' ? 1 : 0)
  expect(Object.keys(cell!.blockers).length).toBeGreaterThan(0)
})
