import { expect, test } from 'vitest'
import { CLEAR, NONE, readAnswer } from '#app/features/actors/read-answer.ts'

test('a yes-or-no fact takes its two buttons and nothing else', () => {
  expect(readAnswer('internet', ['yes'])).toEqual({ ok: true, value: true })
  expect(readAnswer('internet', ['no'])).toEqual({ ok: true, value: false })
  expect(readAnswer('internet', ['maybe'])).toEqual({ ok: false, problem: 'nothing_chosen' })
  expect(readAnswer('internet', [])).toEqual({ ok: false, problem: 'nothing_chosen' })
})

test('a whole number is read with thousands dots, and never by leaving out a decimal', () => {
  expect(readAnswer('group_size', ['12'])).toEqual({ ok: true, value: 12 })
  expect(readAnswer('group_size', [' 1.200 '])).toEqual({ ok: true, value: 1200 })
  expect(readAnswer('group_size', ['0'])).toEqual({ ok: true, value: 0 })
  for (const text of ['1.5', '1,5', '-3', 'sepuluh', '1e3', '12.00'])
    expect(readAnswer('group_size', [text])).toEqual({ ok: false, problem: 'not_whole' })
  expect(readAnswer('operating_months', ['1201'])).toEqual({ ok: false, problem: 'too_large' })
  expect(readAnswer('operating_months', [''])).toEqual({ ok: false, problem: 'nothing_chosen' })
})

test('a set keeps the order of the vocabulary, and "none" is an answer of its own', () => {
  expect(readAnswer('permits', ['halal', 'nib'])).toEqual({ ok: true, value: ['nib', 'halal'] })
  expect(readAnswer('permits', [NONE])).toEqual({ ok: true, value: [] })
  expect(readAnswer('permits', [NONE, 'nib'])).toEqual({ ok: false, problem: 'none_and_some' })
  expect(readAnswer('permits', [])).toEqual({ ok: false, problem: 'nothing_chosen' })
  expect(readAnswer('permits', ['nib', 'paspor'])).toEqual({ ok: false, problem: 'not_offered' })
})

test('a choice takes one of its values', () => {
  expect(readAnswer('product_form', ['fresh'])).toEqual({ ok: true, value: 'fresh' })
  expect(readAnswer('product_form', ['frozen'])).toEqual({ ok: false, problem: 'not_offered' })
  expect(readAnswer('product_form', [''])).toEqual({ ok: false, problem: 'nothing_chosen' })
})

test('every fact can be set back to not known', () => {
  expect(readAnswer('permits', [CLEAR])).toEqual({ ok: true, value: null })
  expect(readAnswer('annual_sales_idr', [CLEAR])).toEqual({ ok: true, value: null })
})
