import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CardRecord, cardGroups, K, roundedDown } from '#app/domain/privacy/suppress-counts.ts'

const value = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null, freq: 6 })
const records = fc
  .array(fc.tuple(value, value, value), { maxLength: 60 })
  .map((rows) => rows.map((values, at): CardRecord => ({ id: `r${at}`, values })))

test('every group has at least k cards, nobody stands twice, and all are shown once there are k', () => {
  fc.assert(
    fc.property(records, (all) => {
      const groups = cardGroups(all)
      const ids = groups.flatMap((group) => group.ids)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBe(all.length < K ? 0 : all.length)
      expect(groups.every((group) => group.ids.length >= K)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a value that is shown is true of everybody in the group', () => {
  fc.assert(
    fc.property(records, (all) => {
      const byId = new Map(all.map((record) => [record.id, record.values]))
      for (const { shown, ids } of cardGroups(all)) {
        for (const [at, one] of shown.entries()) {
          if (one !== null) expect(ids.every((id) => byId.get(id)![at] === one)).toBe(true)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('groups that look alike are one group for who counts, so any combination of values counts nobody or k and more', () => {
  fc.assert(
    fc.property(records, (all) => {
      const groups = cardGroups(all)
      const options = [null, 'a', 'b', 'c', 'd', undefined] as const
      const counts: { readonly ids: ReadonlySet<string> }[] = []
      for (const x of options)
        for (const y of options)
          for (const z of options) {
            const wanted = [x, y, z]
            const found = groups.filter(({ shown }) =>
              wanted.every((one, at) => one === undefined || shown[at] === one),
            )
            counts.push({ ids: new Set(found.flatMap((group) => group.ids)) })
          }
      for (const { ids } of counts) expect(ids.size === 0 || ids.size >= K).toBe(true)
      const whole = counts.at(-1)!.ids
      for (const { ids } of counts) {
        const rest = whole.size - ids.size
        expect(rest === 0 || rest >= K).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})

test('the order of the records has no say', () => {
  fc.assert(
    fc.property(records, (all) => {
      const sorted = (list: readonly CardRecord[]) =>
        cardGroups(list)
          .map((group) => JSON.stringify(group))
          .sort()
      expect(sorted([...all].reverse())).toEqual(sorted(all))
    }),
    { numRuns: 100 },
  )
})

test('a rare value takes a common one with it rather than be found by subtraction', () => {
  const rows = [...Array(6).fill('Kendal'), ...Array(9).fill('Demak'), 'Blora']
  const groups = cardGroups(rows.map((place, at) => ({ id: `r${at}`, values: [place] })))
  expect(groups.map(({ shown, ids }) => [shown[0], ids.length])).toEqual([
    ['Demak', 9],
    [null, 7],
  ])
})

test('public counts are rounded down to tens', () => {
  expect([0, 4, 9, 10, 19, 200].map(roundedDown)).toEqual([0, 0, 0, 10, 10, 200])
})
