import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignRows } from '#app/domain/planning/assignment.ts'
import { OUTSIDE } from '#app/domain/planning/network.ts'
import { networkBuilder } from '#app/domain/planning/network-builder.ts'
import { networkSimplex } from '#tests/support/network-simplex.ts'

/** The known optimum by another algorithm: rows and columns as a network. */
function byNetwork(values: readonly (readonly number[])[], capacities: readonly number[], bonus: number): number {
  const build = networkBuilder(['value'])
  const columns = capacities.map(() => build.node())
  for (const [c, capacity] of capacities.entries()) build.arc(columns[c]!, OUTSIDE, capacity)
  for (const row of values) {
    const node = build.node()
    build.arc(OUTSIDE, node, 1)
    for (const [c, value] of row.entries()) build.arc(node, columns[c]!, 1, { value: bonus + value })
  }
  const network = build.finish()
  return networkSimplex(network, network.goals[0]!.value).objective
}

const matrix = (rows: number, columns: number, low: number, high: number) =>
  fc.tuple(
    fc.array(fc.array(fc.integer({ min: low, max: high }), { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: rows,
    }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
  )

test('the largest sum is that of a network simplex, also where staying out is worth more', () => {
  fc.assert(
    fc.property(matrix(8, 5, -20, 50), ([values, capacities]) => {
      const found = assignRows(values, capacities)
      expect(found.objective).toBe(byNetwork(values, capacities, 0))
      found.columns.forEach((column, row) => {
        if (column !== null) expect(values[row]![column]).toBeGreaterThanOrEqual(0)
      })
      capacities.forEach((capacity, c) => {
        expect(found.columns.filter((column) => column === c).length).toBeLessThanOrEqual(capacity)
      })
    }),
    { numRuns: 200 },
  )
})

test('the smallest sum places as many rows as fit', () => {
  fc.assert(
    fc.property(matrix(8, 5, 0, 50), ([values, capacities]) => {
      const found = assignRows(values, capacities, 'min')
      const placed = found.columns.filter((column) => column !== null).length
      const room = capacities.reduce((sum, capacity) => sum + capacity, 0)
      expect(placed).toBe(Math.min(values.length, room))
      const bonus = 10_000
      const negated = values.map((row) => row.map((value) => -value))
      expect(found.objective).toBe(placed * bonus - byNetwork(negated, capacities, bonus))
    }),
    { numRuns: 200 },
  )
})
