import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, anyOf, EVERY, isOneOf, NONE, not, quote, startsWith } from '#search/meilisearch/filter.ts'
import { readFilter } from './support/read-filter.ts'

/** The two passes in which Meilisearch 1.50 reads a quoted value: first its quote, then backslash escapes. */
function readByServer(quoted: string): { value: string; rest: string } {
  let end = 1
  while (end < quoted.length && quoted[end] !== '"') end += quoted[end] === '\\' ? 2 : 1
  const raw = quoted.slice(1, end)
  return { value: raw.replaceAll('\\"', '"').replace(/\\(.)/gsu, '$1'), rest: quoted.slice(end + 1) }
}

test('a quoted value is read back as it was, and nothing after it becomes part of the filter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', 'a', ' ', 'OR', "'", ')', ']', '\n') }), (value) => {
      expect(readByServer(`${quote(value)} AND x`)).toEqual({ value, rest: ' AND x' })
    }),
  )
})

test('no value closes its quotes', () => {
  const values = ['capital" or words_1 in ["x', "a' or 1=1", 'x\\', 'x\\" or y', '] or (words_1 starts with "a"']
  for (const value of values) {
    const passes = readFilter(allOf([isOneOf('facet_need', [value]), isOneOf('facet_sector', ['s'])]))
    expect(passes({ facet_need: [value], facet_sector: ['s'] })).toBe(true)
    expect(passes({ facet_need: ['capital'], facet_sector: ['s'], words_1: ['x', 'a'] })).toBe(false)
    expect(passes({ facet_need: [value], facet_sector: [] })).toBe(false)
  }
})

test('halves of surrogate pairs and control characters never reach the server', () => {
  expect(quote('a\ud800')).toBe('"a\ufffd"')
  expect(isOneOf('facet_need', ['a\u0000b', ''])).toBe(NONE)
  expect(startsWith('words_1', 'a\u0007')).toBe(NONE)
})

test('a value that the server would fold is asked for in vain, as in the embedded engine', () => {
  expect(isOneOf('words_1', ['Modal', 'é', ' x'])).toBe(NONE)
})

test('a word too long for the store of the server is asked for in vain instead of being an error', () => {
  expect(isOneOf('words_1', ['日'.repeat(156)])).not.toBe(NONE)
  expect(isOneOf('words_1', ['日'.repeat(157)])).toBe(NONE)
  expect(startsWith('words_1', 'a'.repeat(469))).toBe(NONE)
})

test('fields are named by the program only', () => {
  expect(() => isOneOf('x" OR "y', ['a'])).toThrow(TypeError)
})

test('everything and nothing are taken out of what is combined', () => {
  const a = isOneOf('facet_need', ['a'])
  expect(allOf([EVERY, a])).toBe(a)
  expect(allOf([a, NONE])).toBe(NONE)
  expect(allOf([])).toBe(EVERY)
  expect(anyOf([NONE, a])).toBe(a)
  expect(anyOf([a, EVERY])).toBe(EVERY)
  expect(anyOf([])).toBe(NONE)
  expect([not(EVERY), not(NONE)]).toEqual([NONE, EVERY])
  expect(allOf([a, not(startsWith('words_1', 'mo'))])).toBe(
    '(facet_need IN ["a"]) AND (NOT (words_1 STARTS WITH "mo"))',
  )
})
