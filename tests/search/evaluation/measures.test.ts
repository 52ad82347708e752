import { expect, test } from 'vitest'
import { type Grade, mean, ndcgAt, recallAt } from '#search/evaluation/measures.ts'

const grades = new Map<string, Grade>([
  ['a', 3],
  ['b', 2],
  ['c', 1],
])

test('the best order has nDCG 1', () => {
  expect(ndcgAt(10, ['a', 'b', 'c', 'x'], grades)).toBe(1)
})

test('nDCG as computed by hand: gains 7, 3, 1; discounts 1, log2 3, 2', () => {
  const best = 7 + 3 / Math.log2(3) + 1 / 2
  expect(ndcgAt(10, ['c', 'x', 'a'], grades)).toBeCloseTo((1 + 7 / 2) / best, 12)
  expect(ndcgAt(10, ['x', 'a'], grades)).toBeCloseTo(7 / Math.log2(3) / best, 12)
  expect(ndcgAt(10, ['x', 'a'], grades)).toBeCloseTo(0.4702, 4)
})

test('only the first results count, for the best order too', () => {
  expect(ndcgAt(1, ['b', 'a'], grades)).toBeCloseTo(3 / 7, 12)
  expect(ndcgAt(2, ['x', 'y', 'a'], grades)).toBe(0)
})

test('recall counts what is relevant, from grade 2 on', () => {
  expect(recallAt(10, ['a', 'c', 'x'], grades)).toBe(0.5)
  expect(recallAt(10, ['b', 'a'], grades)).toBe(1)
  expect(recallAt(10, ['c'], grades)).toBe(0)
})

test('recall of more relevant documents than fit is of those that fit', () => {
  expect(recallAt(1, ['a', 'b'], grades)).toBe(1)
  expect(recallAt(1, ['x', 'a'], grades)).toBe(0)
})

test('where nothing is relevant both are 0, and so is the mean of nothing', () => {
  expect(ndcgAt(10, ['a'], new Map())).toBe(0)
  expect(recallAt(10, ['a'], new Map([['c', 1]]))).toBe(0)
  expect(mean([])).toBe(0)
  expect(mean([1, 0, 0.5])).toBe(0.5)
})
