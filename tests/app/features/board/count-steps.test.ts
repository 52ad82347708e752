import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSteps } from '#app/features/board/count-steps.ts'

test('each region is in one step or empty, and steps follow each other without overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }), (counts) => {
      const { steps, empty, stepOf } = countSteps(counts)
      expect(steps.length).toBeLessThanOrEqual(5)
      expect(steps.length).toBe(Math.min(5, new Set(counts.filter((count) => count > 0)).size))
      expect(steps.reduce((sum, step) => sum + step.regions, 0) + empty).toBe(counts.length)
      for (const count of counts) {
        const step = steps[stepOf(count) - 1]
        if (count === 0) expect(step).toBeUndefined()
        else expect(count >= step!.from && count <= step!.to).toBe(true)
      }
      steps.slice(1).forEach((step, at) => {
        expect(step.from).toBeGreaterThan(steps[at]!.to)
      })
    }),
  )
})

test('far-off counts get a step of their own', () => {
  const { steps } = countSteps([1, 1, 2, 2, 3, 3, 3, 5, 99, 104, 105, 0, 0])
  expect(steps.at(-1)).toEqual({ from: 99, to: 105, regions: 3 })
  expect(steps.at(0)).toMatchObject({ from: 1 })
})

test('nobody anywhere has no steps', () => {
  const { steps, empty, stepOf } = countSteps([0, 0])
  expect([steps, empty, stepOf(0)]).toEqual([[], 2, 0])
})
