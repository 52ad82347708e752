import { expect, test } from 'vitest'
import { readPhone, spokenPhone } from '#app/domain/values/phone.ts'

test.each([
  ['0812-0000-0000', '+6281200000000', '0812-0000-0000'],
  ['+62 812 0000 0000', '+6281200000000', '0812-0000-0000'],
  ['6281200000000', '+6281200000000', '0812-0000-0000'],
  ['(0294) 000-000', '+62294000000', '0294-0000-00'],
])('%s is a number and is read out in groups', (typed, stored, spoken) => {
  expect(readPhone(typed)).toBe(stored)
  expect(spokenPhone(stored)).toBe(spoken)
})

test.each([
  '',
  'tidak ada',
  '0812',
  '3324019911775311',
  '+1 202 555 0100',
  '0812000000000000',
  '00812000000',
])('%j is no number', (typed) => expect(readPhone(typed)).toBeNull())
