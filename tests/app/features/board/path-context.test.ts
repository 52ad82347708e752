import { expect, test } from 'vitest'
import { compactPath } from '#app/features/board/path-context.ts'

test('a ring becomes relative whole numbers without repeated points', () => {
  const context = compactPath()
  context.moveTo(10.2, 20)
  context.lineTo(15, 19.6)
  context.lineTo(15.1, 20.4)
  context.lineTo(8, 30)
  context.lineTo(10.2, 20)
  context.closePath()
  expect(context.take()).toBe('m10 20 5 0-7 10z')
})

test('the second ring starts from where the first one did', () => {
  const context = compactPath()
  for (const [x, y] of [
    [0, 0],
    [100, 100],
  ] as const) {
    context.moveTo(x, y)
    context.lineTo(x + 5, y)
    context.lineTo(x, y + 5)
    context.closePath()
  }
  expect(context.take()).toBe('m0 0 5 0-5 5zm100 100 5 0-5 5z')
  expect(context.take()).toBe('')
})

test('a ring too small to see leaves nothing', () => {
  const context = compactPath()
  context.moveTo(1, 1)
  context.lineTo(1.2, 1.1)
  context.lineTo(1.1, 1.3)
  context.closePath()
  expect(context.take()).toBe('')
})
