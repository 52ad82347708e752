import fc from 'fast-check'
import { type ActorProfile, CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { FACT_IDS, FACT_KINDS, FACT_VALUES, type FactId, type Facts, type FactValue } from '#app/domain/values/facts.ts'
import type { Condition, FactCondition, Offer, Operator } from '#app/domain/values/offer.ts'

/** A small world, so that generated actors and offers meet often enough to matter. */
export const WORLD = {
  needs: [
    'capital',
    'training',
    'packaging',
    'halal',
    'market_access',
    'bookkeeping',
    'equipment',
    'export',
    'savings',
    'payments',
  ],
  sectors: ['food_snack', 'food_fish', 'textile_batik', 'garment', 'woven_fibre', 'soap_cosmetic'],
  regencies: ['33.24', '33.17', '33.74', '36.72', '82.71'],
  villages: ['Desa A', 'Desa B', 'Desa C'],
  today: '2026-11-24',
} as const

const OPERATORS: Record<(typeof FACT_KINDS)[FactId], readonly Operator[]> = {
  boolean: ['is'],
  integer: ['gte', 'lte'],
  set: ['has_any', 'has_all', 'lacks'],
  choice: ['in', 'not_in'],
}

export function factValueArb(fact: FactId): fc.Arbitrary<FactValue> {
  const members = FACT_VALUES[fact] ?? []
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.constantFrom(0, 1, 2, 3, 6, 9, 10, 12, 25, 30, 500)
    case 'set':
      return fc.subarray([...members])
    case 'choice':
      return fc.constantFrom(...members)
  }
}

/** Facts in which each is unknown about a third of the time. */
export const factsArb: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(FACT_IDS.map((fact) => [fact, fc.option(factValueArb(fact), { freq: 2, nil: undefined })])),
) as fc.Arbitrary<Facts>

const orNull = <T>(arb: fc.Arbitrary<T>, freq = 9): fc.Arbitrary<T | null> => fc.option(arb, { freq, nil: null })
const dayArb = fc.constantFrom('2024-01-15', '2025-06-01', '2026-10-30', '2026-11-20')

export const actorArb: fc.Arbitrary<ActorProfile> = fc.record({
  id: fc.uuid(),
  regency: orNull(fc.constantFrom(...WORLD.regencies)),
  village: orNull(fc.constantFrom(...WORLD.villages)),
  sectors: orNull(fc.subarray([...WORLD.sectors], { minLength: 1, maxLength: 3 })),
  cluster: orNull(fc.constantFrom(...CLUSTER_IDS)),
  needs: orNull(fc.shuffledSubarray([...WORLD.needs], { maxLength: 10 })),
  facts: factsArb,
  factsAsOf: orNull(dayArb),
})

export const factConditionArb: fc.Arbitrary<FactCondition> = fc.constantFrom(...FACT_IDS).chain((fact) =>
  fc.record({
    fact: fc.constant(fact),
    op: fc.constantFrom(...OPERATORS[FACT_KINDS[fact]]),
    value:
      FACT_KINDS[fact] === 'set' || FACT_KINDS[fact] === 'choice'
        ? fc.subarray([...FACT_VALUES[fact]!], { minLength: 1, maxLength: 3 })
        : factValueArb(fact),
    textId: fc.constant('Syarat rekaan'),
    textEn: fc.constant('Invented condition'),
    confidence: fc.constantFrom('high', 'medium', 'low'),
  }),
) as fc.Arbitrary<FactCondition>

const partnerCheck: Condition = {
  fact: 'partner_checked',
  op: 'none',
  value: null,
  textId: 'Diperiksa mitra (rekaan)',
  textEn: 'Checked by the partner (invented)',
  confidence: 'medium',
}

const coverageArb: fc.Arbitrary<Offer['coverage']> = fc.oneof(
  fc.constant({ level: 'national' as const, regions: [], known: true }),
  fc.record({ level: fc.constant('province' as const), regions: fc.subarray(['33', '36', '82']), known: fc.boolean() }),
  fc.record({
    level: fc.constant('regency' as const),
    regions: fc.subarray([...WORLD.regencies]),
    known: fc.boolean(),
  }),
)

const capacityArb: fc.Arbitrary<Offer['capacity']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ slots: null, taken: 0, unit: null, asOf: null }) },
  {
    weight: 1,
    arbitrary: fc.record({
      slots: fc.integer({ min: 0, max: 5 }),
      taken: fc.integer({ min: 0, max: 3 }),
      unit: fc.constant('actor' as const),
      asOf: fc.constantFrom('2026-11-01', '2026-01-01', '2024', null),
    }),
  },
)

const windowArb: fc.Arbitrary<Offer['window']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ opens: null, closes: null }) },
  {
    weight: 1,
    arbitrary: fc.record({
      opens: orNull(fc.constantFrom('2026-01-01', '2027-01-01'), 1),
      closes: orNull(fc.constantFrom('2026-06-01', '2026-12-31'), 1),
    }),
  },
)

export const offerArb: fc.Arbitrary<Offer> = fc.record({
  id: fc.uuid(),
  partnerId: fc.constant('mitra-rekaan'),
  tie: fc.constant('training' as const),
  status: fc.constantFrom('current', 'current', 'current', 'unverified', 'historical'),
  needs: fc.subarray([...WORLD.needs], { minLength: 1, maxLength: 5 }),
  sectors: fc.oneof(
    fc.constant(['*']),
    fc.subarray([...WORLD.sectors], { minLength: 1 }),
    fc.constant(['*', 'food_snack']),
  ),
  clusters: fc.subarray([...CLUSTER_IDS], { minLength: 1 }),
  coverage: coverageArb,
  conditions: fc
    .array(fc.oneof({ weight: 4, arbitrary: factConditionArb }, { weight: 1, arbitrary: fc.constant(partnerCheck) }), {
      maxLength: 4,
    })
    .map((conditions) => conditions as readonly Condition[]),
  capacity: capacityArb,
  window: windowArb,
  confidence: fc.constantFrom('high', 'medium', 'low'),
  asOf: orNull(fc.constantFrom('2026-10', '2025', '2022-01')),
  servicePoints: fc.option(fc.constant([{ lat: -7, lng: 110.2 }]), { nil: undefined }),
  record: fc.option(
    fc.array(
      fc.record({
        cluster: fc.constantFrom(...CLUSTER_IDS),
        helped: fc.integer({ min: 0, max: 5 }),
        closed: fc.integer({ min: 5, max: 20 }),
      }),
      { maxLength: 2 },
    ),
    { nil: undefined },
  ),
}) as fc.Arbitrary<Offer>

export const actorsArb = (maxLength: number): fc.Arbitrary<ActorProfile[]> =>
  fc.uniqueArray(actorArb, { selector: (actor) => actor.id, maxLength })
export const offersArb = (maxLength: number): fc.Arbitrary<Offer[]> =>
  fc.uniqueArray(offerArb, { selector: (offer) => offer.id, minLength: 1, maxLength })
