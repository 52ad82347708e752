import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import type { StructuralCondition } from '#app/domain/eligibility/finding.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { exampleActor, exampleOffer, rule, TODAY } from '#tests/support/example.ts'

const evaluate = (actor: ActorProfile, offer: Offer) => evaluateEligibility(actor, offer, TODAY, DEFAULT_POLICY)

function resultOf(condition: StructuralCondition, actor: Partial<ActorProfile>, offer: Partial<Offer>) {
  const { trace } = evaluate(exampleActor(actor), exampleOffer(offer))
  const { result, code } = trace.find((finding) => finding.condition === condition)!
  return `${result} ${code}`
}

test.each<[string, StructuralCondition, Partial<ActorProfile>, Partial<Offer>, string]>([
  ['a national offer reaches every region', 'region', {}, {}, 'pass region.national'],
  [
    'a named regency is covered',
    'region',
    {},
    { coverage: { level: 'regency', regions: ['33.24'], known: true } },
    'pass region.regency',
  ],
  [
    'a province covers its regencies',
    'region',
    {},
    { coverage: { level: 'province', regions: ['33'], known: true } },
    'pass region.province',
  ],
  [
    'another regency is outside',
    'region',
    {},
    { coverage: { level: 'regency', regions: ['33.17'], known: true } },
    'fail region.outside',
  ],
  [
    'a limited area whose list is not known asks the partner',
    'region',
    {},
    { coverage: { level: 'regency', regions: [], known: false } },
    'unknown region.ask_partner',
  ],
  [
    'a named place of such an area is covered',
    'region',
    {},
    { coverage: { level: 'regency', regions: ['33.24'], known: false } },
    'pass region.regency',
  ],
  [
    'an actor without a region asks',
    'region',
    { regency: null },
    { coverage: { level: 'regency', regions: ['33.24'], known: true } },
    'unknown region.actor_unknown',
  ],
  ['a cluster that is not served fails', 'cluster', {}, { clusters: ['IR3'] }, 'fail cluster.not_served'],
  ['an unknown cluster asks', 'cluster', { cluster: null }, {}, 'unknown cluster.unknown'],
  ['a sector that is not served fails', 'sector', {}, { sectors: ['garment'] }, 'fail sector.not_served'],
  [
    'a sector of the same family is not served either',
    'sector',
    {},
    { sectors: ['food_fish'] },
    'fail sector.not_served',
  ],
  [
    'unknown sectors ask unless all are served',
    'sector',
    { sectors: null },
    { sectors: ['garment'] },
    'unknown sector.unknown',
  ],
  ['no need in common fails', 'need', {}, { needs: ['export'] }, 'fail need.none_shared'],
  ['needs nobody asked about are unknown', 'need', { needs: null }, {}, 'unknown need.unknown'],
  ['a programme of the past fails', 'status', {}, { status: 'historical' }, 'fail status.historical'],
  ['an unverified programme passes with its mark', 'status', {}, { status: 'unverified' }, 'pass status.unverified'],
  [
    'a window not yet open fails',
    'window',
    {},
    { window: { opens: '2027-01-01', closes: null } },
    'fail window.not_yet',
  ],
  ['a window is open on its last day', 'window', {}, { window: { opens: null, closes: TODAY } }, 'pass window.open'],
  ['a closed window fails', 'window', {}, { window: { opens: null, closes: '2026-11-23' } }, 'fail window.closed'],
  ['no stated capacity does not limit', 'capacity', {}, {}, 'pass capacity.not_stated'],
  [
    'fresh places pass',
    'capacity',
    {},
    { capacity: { slots: 5, taken: 4, unit: 'actor', asOf: '2026-10-25' } },
    'pass capacity.places_left',
  ],
  [
    'no places left fails',
    'capacity',
    {},
    { capacity: { slots: 5, taken: 5, unit: 'actor', asOf: '2026-11-01' } },
    'fail capacity.full',
  ],
  [
    'a capacity figure over 30 days old is unknown',
    'capacity',
    {},
    { capacity: { slots: 5, taken: 0, unit: 'actor', asOf: '2026-10-24' } },
    'unknown capacity.stale',
  ],
  [
    'a collaboration that exists is not proposed again',
    'collaboration',
    { collaborations: ['penawaran-1'] },
    {},
    'fail collaboration.existing',
  ],
])('%s', (_, condition, actor, offer, expected) => {
  expect(resultOf(condition, actor, offer)).toBe(expected)
})

test('unknown group size asks, it does not exclude', () => {
  const offer = exampleOffer({ conditions: [rule('group_size', 'gte', 10)] })
  expect(evaluate(exampleActor(), offer).verdict).toBe('undecided')
  expect(evaluate(exampleActor({ facts: { group_size: 0 } }), offer).verdict).toBe('ineligible')
  expect(evaluate(exampleActor({ facts: { group_size: 10 } }), offer).verdict).toBe('eligible')
})

test('a rule only the partner can check is shown and never lowers the verdict', () => {
  const check = {
    fact: 'partner_checked',
    op: 'none',
    value: null,
    textId: 'Lolos survei',
    textEn: 'Passes a survey',
    confidence: 'high',
  } as const
  const { verdict, trace } = evaluate(exampleActor(), exampleOffer({ conditions: [check] }))
  expect(verdict).toBe('eligible')
  expect(trace.at(-1)).toMatchObject({
    condition: 'partner_checked',
    code: 'partner.to_check',
    text: { id: 'Lolos survei' },
  })
})

test('a trace lists every condition, also after the first that fails', () => {
  const offer = exampleOffer({
    clusters: ['IR3'],
    conditions: [rule('permits', 'has_any', ['nib']), rule('internet', 'is', true)],
  })
  const { trace } = evaluate(exampleActor(), offer)
  expect(trace.map((finding) => finding.condition)).toEqual([
    'status',
    'region',
    'cluster',
    'sector',
    'need',
    'window',
    'capacity',
    'permits',
    'internet',
  ])
})
