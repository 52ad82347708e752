import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clearBit, countBits, setBit, slotsOf, wordsFor } from '#search/embedded/bits.ts'
import { radixOrder } from '#search/embedded/radix-order.ts'
import { SortedOrder } from '#search/embedded/sorted-order.ts'

const SLOTS = 6000

test('the radix sort orders as comparing does, down and up, for numbers up to 2^53', () => {
  const values = Float64Array.from({ length: SLOTS }, (_, at) =>
    at % 5 === 0 ? Number.MAX_SAFE_INTEGER - at : (at * 7919 * 104_729) % 2 ** 52,
  )
  const few = Float64Array.from({ length: SLOTS }, (_, at) => at % 3)
  const columns = [
    { values: few, descending: true },
    { values, descending: false },
  ]
  const slots = Uint32Array.from({ length: SLOTS }, (_, at) => at)
  const expected = Array.from(slots).sort((a, b) => few[b]! - few[a]! || values[a]! - values[b]! || a - b)
  expect(Array.from(radixOrder(slots, columns))).toEqual(expected)
})

test('windows over any subset are right while slots change, come and go', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ slot: fc.nat(199), key: fc.nat(9), live: fc.boolean() }), { maxLength: 60 }),
      fc.array(fc.nat(199), { maxLength: 200 }),
      fc.nat(50),
      (changes, chosen, offset) => {
        const keys = Float64Array.from({ length: 200 }, (_, at) => (at * 13) % 10)
        const live = new Uint32Array(wordsFor(200))
        for (let slot = 0; slot < 150; slot++) setBit(live, slot)
        const order = new SortedOrder([{ values: keys, descending: true }])
        order.prepare(() => slotsOf(live), 200)
        for (const { slot, key, live: stays } of changes) {
          keys[slot] = key
          if (stays) setBit(live, slot)
          else clearBit(live, slot)
          order.touch(slot)
        }
        const subset = new Uint32Array(wordsFor(200))
        for (const slot of chosen) if (Array.from(slotsOf(live)).includes(slot)) setBit(subset, slot)
        const expected = Array.from(slotsOf(subset)).sort((a, b) => keys[b]! - keys[a]! || a - b)
        order.prepare(() => slotsOf(live), 200)
        expect([...order.walk(subset)]).toEqual(expected)
        expect(order.window(subset, countBits(subset), () => slotsOf(subset), offset, 20)).toEqual(
          expected.slice(offset, offset + 20),
        )
      },
    ),
  )
})
