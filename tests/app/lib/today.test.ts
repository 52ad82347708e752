import { expect, test } from 'vitest'
import { jakartaDay } from '#app/lib/today.ts'

test('the day changes at midnight in Jakarta, seven hours before Greenwich', () => {
  expect(jakartaDay(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23')
  expect(jakartaDay(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
})
