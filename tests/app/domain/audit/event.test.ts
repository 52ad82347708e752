import { expect, test } from 'vitest'
import { checkedDetail } from '#app/domain/audit/event.ts'

test('codes, ids and figures may stand in the log', () => {
  const detail = {
    fields: ['name', 'phone'],
    receipt: 'b1946ac9-2492-4d23-8c1e-123456789012',
    regency: '33.24',
    rows: 120,
    demo: true,
    old: null,
  }
  expect(checkedDetail(detail)).toBe(detail)
})

test.each([
  ['a name', 'Siti Aminah'],
  ['a telephone number', '081234567890'],
  ['a NIK', '3324019911775311'],
  ['a sentence', 'dia minta dihapus'],
  ['nothing', ''],
])('%s may not', (_what, value) => {
  expect(() => checkedDetail({ note: value })).toThrow('audit detail note')
  expect(() => checkedDetail({ notes: ['ok', value] })).toThrow('audit detail notes')
})
