import { expect, test } from 'vitest'
import { planRows } from '#db/reference/merge-rows.ts'

test('new and untouched rows are written; edited, removed and foreign rows are kept', () => {
  const incoming = new Map([
    ['new', '1'],
    ['same', '2'],
    ['outdated', '3b'],
    ['edited', '4b'],
    ['removed', '5b'],
    ['foreign', '6'],
  ])
  const stored = new Map([
    ['same', '2'],
    ['outdated', '3a'],
    ['edited', '4x'],
    ['foreign', '6x'],
  ])
  const loaded = { same: '2', outdated: '3a', edited: '4a', removed: '5a' }
  expect(planRows(incoming, stored, loaded)).toEqual({
    write: ['new', 'outdated'],
    kept: ['edited', 'removed', 'foreign'],
  })
})
