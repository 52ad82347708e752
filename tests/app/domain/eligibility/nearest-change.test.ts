import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { nearestChange } from '#app/domain/eligibility/nearest-change.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { Facts } from '#app/domain/values/facts.ts'
import type { FactCondition } from '#app/domain/values/offer.ts'
import { exampleActor, exampleOffer, rule, TODAY } from '#tests/support/example.ts'

function changes(facts: Facts, ...conditions: FactCondition[]) {
  const offer = exampleOffer({ conditions })
  const { trace } = evaluateEligibility(exampleActor({ facts }), offer, TODAY, DEFAULT_POLICY)
  return nearestChange(facts, offer, trace, DEFAULT_POLICY)
}

test('a permit and two more members are proposed together', () => {
  expect(
    changes({ permits: [], group_size: 8 }, rule('permits', 'has_any', ['nib', 'sku']), rule('group_size', 'gte', 10)),
  ).toEqual([
    { fact: 'permits', from: [], to: ['nib'] },
    { fact: 'group_size', from: 8, to: 10 },
  ])
})

test('the cheapest alternative is proposed: NIB before NPWP, and before papers no longer issued', () => {
  expect(changes({ permits: [] }, rule('permits', 'has_any', ['npwp', 'nib']))).toEqual([
    { fact: 'permits', from: [], to: ['nib'] },
  ])
  expect(changes({ permits: ['npwp'] }, rule('permits', 'has_any', ['sku', 'nib']))).toEqual([
    { fact: 'permits', from: ['npwp'], to: ['npwp', 'nib'] },
  ])
})

test('a group that is too large shrinks to the bound', () => {
  expect(changes({ group_size: 30 }, rule('group_size', 'gte', 10), rule('group_size', 'lte', 25))).toEqual([
    { fact: 'group_size', from: 30, to: 25 },
  ])
})

test('what cannot change gives no advice', () => {
  expect(changes({ credit_active: ['kur'] }, rule('credit_active', 'lacks', ['kur']))).toBeNull()
  expect(
    changes({ woman_owned: false, internet: false }, rule('woman_owned', 'is', true), rule('internet', 'is', true)),
  ).toBeNull()
})

test('an unknown fact is a change from nothing known', () => {
  expect(changes({}, rule('internet', 'is', true))).toEqual([{ fact: 'internet', from: null, to: true }])
})
