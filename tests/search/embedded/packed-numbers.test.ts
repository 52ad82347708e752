import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packNumbers, unpackInto } from '#search/embedded/packed-numbers.ts'

const column = fc.oneof(
  fc.array(fc.nat(255)),
  fc.array(fc.nat(65_535)),
  fc.array(fc.nat(2 ** 32 - 1)),
  fc.array(fc.maxSafeNat()),
)

test('columns of any width come back as they were, one after another, from a part of a larger buffer', () => {
  fc.assert(
    fc.property(fc.array(column, { maxLength: 5 }), (columns) => {
      const packed = Buffer.concat([
        Buffer.from('x'),
        ...columns.map((values) => packNumbers(Float64Array.from(values))),
      ]).subarray(1)
      let at = 0
      for (const values of columns) {
        const read = new Float64Array(values.length + 2)
        at = unpackInto(read, 1, values.length, packed, at)
        expect(Array.from(read)).toEqual([0, ...values, 0])
      }
      expect(at).toBe(packed.length)
    }),
  )
})

test('small numbers take one byte each', () => {
  expect(packNumbers(Float64Array.from([0, 255]))).toHaveLength(3)
  expect(packNumbers(Uint32Array.from([0, 256]))).toHaveLength(5)
  expect(packNumbers(Float64Array.from([2 ** 53 - 1]))).toHaveLength(9)
})
