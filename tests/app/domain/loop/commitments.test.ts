import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/loop/calendar.ts'
import {
  allocate,
  allocateAmong,
  balanceOn,
  burnDown,
  type Clause,
  clauseBalances,
  type Delivery,
  type Mou,
  mouState,
  mouWarning,
  placesPromised,
} from '#app/domain/loop/commitments.ts'

const START = '2026-01-01'
const mou = (clauses: readonly Clause[], over: Partial<Mou> = {}): Mou => ({
  id: 'mou-1',
  partnerId: 'mitra-1',
  regions: ['33'],
  startsOn: START,
  endsOn: '2026-12-31',
  clauses,
  ...over,
})
const clause = (over: Partial<Clause> = {}): Clause => ({
  id: 'k1',
  quantity: 2,
  need: null,
  regions: [],
  by: null,
  ...over,
})
const delivery = (id: string, over: Partial<Delivery> = {}): Delivery => ({
  id,
  on: '2026-03-01',
  regency: '33.24',
  needs: ['capital'],
  ...over,
})

test('two promised, three referred: the third is over-delivery and the balance goes below zero', () => {
  const one = mou([clause()])
  const found = allocate(one, [delivery('a'), delivery('b'), delivery('c', { on: '2026-03-02' })])
  expect(found.map((entry) => entry.over)).toEqual([false, false, true])
  expect(balanceOn(one, found, '2026-03-01')).toEqual({ on: '2026-03-01', committed: 2, delivered: 2, balance: 0 })
  expect(balanceOn(one, found, '2026-03-02').balance).toBe(-1)
})

test('referrals outside the region, before the start, after the end and for another need count for nothing and say why', () => {
  const one = mou([clause({ need: 'capital', regions: ['33.24'] })])
  const found = allocate(one, [
    delivery('area', { regency: '32.01' }),
    delivery('clause-area', { regency: '33.17' }),
    delivery('early', { on: '2025-12-31' }),
    delivery('late', { on: '2027-01-01' }),
    delivery('need', { needs: ['halal'] }),
  ])
  expect(Object.fromEntries(found.map((entry) => [entry.deliveryId, entry.misfit]))).toEqual({
    area: 'out_of_area',
    'clause-area': 'out_of_area',
    early: 'before_start',
    late: 'after_end',
    need: 'no_clause',
  })
  expect(clauseBalances(one, found, '2026-12-31')[0]).toMatchObject({ delivered: 0, balance: 2, late: false })
  expect(clauseBalances(one, found, '2027-01-01')[0]!.late).toBe(true)
})

test('a referral counts once among the MoUs of a partner: for the one that ends first, for the other when that is fulfilled', () => {
  const first = mou([clause({ quantity: 1 })], { id: 'awal', endsOn: '2026-06-30' })
  const second = mou([clause({ id: 'k2', quantity: 1 })], { id: 'akhir' })
  const found = allocateAmong(
    [second, first],
    [delivery('a'), delivery('b'), delivery('c'), delivery('luar', { regency: '32.01' })],
  )
  const counted = (id: string) => found.get(id)!.map((one) => [one.deliveryId, one.clauseId, one.over, one.misfit])
  expect(counted('awal')).toEqual([
    ['a', 'k1', false, null],
    ['c', 'k1', true, null],
    ['luar', null, false, 'out_of_area'],
  ])
  expect(counted('akhir')).toEqual([
    ['b', 'k2', false, null],
    ['luar', null, false, 'out_of_area'],
  ])
})

test('an MoU warns at 180, 90 and 30 days, and an expired one frees no capacity', () => {
  const one = mou([clause({ quantity: 10 })])
  const warning = (left: number) => mouWarning(one, addDays('2026-12-31', -left))
  expect([181, 180, 91, 90, 31, 30, 0, -1].map(warning)).toEqual([null, 180, 180, 90, 90, 30, 30, null])
  expect(placesPromised(one, [], '2026-12-31')).toBe(10)
  expect(placesPromised(one, [], '2027-01-01')).toBe(0)
  expect(mouState({ startsOn: null, endsOn: null }, START)).toBe('unknown')
  expect(placesPromised(mou([clause()], { startsOn: null, endsOn: null }), [], START)).toBe(0)
})

const regionsArb = fc.subarray(['33', '33.24', '33.17', '32'])
const dayArb = fc.integer({ min: -60, max: 500 }).map((days) => addDays(START, days))
const clausesArb = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 4 }),
      need: fc.option(fc.constantFrom('capital', 'halal')),
      regions: regionsArb,
      by: fc.option(dayArb),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map((one, at): Clause => ({ ...one, id: `k${at}` })))
const deliveriesArb = fc
  .array(
    fc.record({
      on: dayArb,
      regency: fc.option(fc.constantFrom('33.24', '33.17', '32.01')),
      needs: fc.subarray(['capital', 'halal', 'packaging']),
    }),
    { maxLength: 25 },
  )
  .map((list) => list.map((one, at): Delivery => ({ ...one, id: `d${at}` })))

test('committed less delivered is the balance on every date, clause by clause and together', () => {
  fc.assert(
    fc.property(clausesArb, regionsArb, deliveriesArb, dayArb, (clauses, regions, deliveries, on) => {
      const one = mou(clauses, { regions })
      const found = allocate(one, deliveries)
      expect(found).toHaveLength(deliveries.length)
      expect(new Set(found.map((entry) => entry.deliveryId)).size).toBe(deliveries.length)
      for (const point of burnDown(one, found, on)) expect(point.balance).toBe(point.committed - point.delivered)
      const balances = clauseBalances(one, found, on)
      const together = balanceOn(one, found, on)
      expect(balances.reduce((sum, entry) => sum + entry.delivered, 0)).toBe(together.delivered)
      for (const entry of balances) expect(entry.balance).toBe(entry.clause.quantity - entry.delivered)
      for (const entry of found) expect(entry.clauseId === null).toBe(entry.misfit !== null)
      for (const { clause: its } of balances) {
        const counted = found.filter((entry) => entry.clauseId === its.id)
        expect(counted.filter((entry) => !entry.over).length).toBeLessThanOrEqual(its.quantity)
        if (counted.some((entry) => entry.over))
          expect(counted.filter((entry) => !entry.over).length).toBe(its.quantity)
      }
    }),
    { numRuns: 200 },
  )
})

test('however many MoUs overlap, no referral burns down two of them', () => {
  fc.assert(
    fc.property(
      fc.array(clausesArb, { minLength: 1, maxLength: 3 }),
      regionsArb,
      deliveriesArb,
      (lists, regions, all) => {
        const mous = lists.map((clauses, at) =>
          mou(
            clauses.map((one) => ({ ...one, id: `${at}-${one.id}` })),
            { id: `mou-${at}`, regions },
          ),
        )
        const counted = [...allocateAmong(mous, all).values()].flat().filter((one) => one.clauseId !== null)
        expect(new Set(counted.map((one) => one.deliveryId)).size).toBe(counted.length)
      },
    ),
    { numRuns: 100 },
  )
})
