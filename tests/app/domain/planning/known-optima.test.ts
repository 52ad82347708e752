import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignRows } from '#app/domain/planning/assignment.ts'

/** Assignment problems whose optimum is known without solving them; each says where from. */
const ones = (size: number): number[] => new Array<number>(size).fill(1)
const square = (size: number, cost: (row: number, column: number) => number): number[][] =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => cost(row, column)))

test('costs (i - 1)(j - 1), on which the Hungarian method is slowest, have their known optimum', () => {
  // R. E. Machol and M. Wien, "A 'hard' assignment problem", Operations Research 24 (1976) 190-192: the sum of products is
  // smallest where one factor falls as the other rises, so the optimum is n(n - 1)(n - 2) / 6
  for (const size of [2, 3, 4, 5, 10, 40, 90]) {
    const costs = square(size, (row, column) => row * column)
    const { objective, columns } = assignRows(costs, ones(size), 'min')
    expect(objective).toBe((size * (size - 1) * (size - 2)) / 6)
    expect(new Set(columns).size).toBe(size)
    const most = size * size
    const values = costs.map((row) => row.map((cost) => most - cost))
    expect(assignRows(values, ones(size)).objective).toBe(size * most - objective)
  }
})

test('the largest sum of products pairs like with like', () => {
  // the rearrangement inequality (Hardy, Littlewood and Polya, "Inequalities", 1934, theorem 368)
  for (const size of [2, 7, 60]) {
    const values = square(size, (row, column) => (row + 1) * (column + 1))
    expect(assignRows(values, ones(size)).objective).toBe((size * (size + 1) * (2 * size + 1)) / 6)
  }
})

test('costs built around a hidden assignment have the optimum that duality gives them', () => {
  // Kuhn 1955: costs u(i) + v(j) + slack with no slack on one assignment have the optimum sum of u and v
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 25 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 25 * 27, maxLength: 25 * 27 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })),
      (size, numbers, draws) => {
        const at = (offset: number) => numbers[offset % numbers.length]!
        const hidden = Array.from({ length: size }, (_, row) => ({ row, key: draws.next().value! }))
          .sort((a, b) => a.key - b.key || a.row - b.row)
          .map(({ row }) => row)
        const costs = square(size, (row, column) => {
          const slack = hidden[row] === column ? 0 : at(2 * size + row * size + column)
          return at(row) + at(size + column) + slack
        })
        let optimum = 0
        for (let i = 0; i < size; i++) optimum += at(i) + at(size + i)
        expect(assignRows(costs, ones(size), 'min').objective).toBe(optimum)
      },
    ),
    { numRuns: 60 },
  )
})
