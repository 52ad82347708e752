import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedFields, consentFor } from '#app/domain/consent/consent-for.ts'
import { CONSENT_FIELDS, CONSENT_PURPOSES, type Receipt, receiptState } from '#app/domain/consent/receipt.ts'

const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  id: 'r1',
  actorId: 'a1',
  partnerId: 'p1',
  purpose: 'referral',
  fields: ['name', 'place'],
  givenOn: '2026-03-01',
  expiresOn: '2027-02-28',
  withdrawnOn: null,
  ...changes,
})
const ask = { partnerId: 'p1', purpose: 'referral', fields: ['name'], on: '2026-11-24' } as const

test.each([
  ['2026-02-28', 'not_yet'],
  ['2026-03-01', 'valid'],
  ['2027-02-28', 'valid'],
  ['2027-03-01', 'expired'],
])('on %s the receipt is %s', (on, state) => {
  expect(receiptState(receipt(), on)).toBe(state)
})

test('a withdrawal counts from its own day on, also after the expiry', () => {
  const taken = receipt({ withdrawnOn: '2026-06-10' })
  expect(receiptState(taken, '2026-06-09')).toBe('valid')
  expect(receiptState(taken, '2026-06-10')).toBe('withdrawn')
  expect(receiptState(taken, '2028-01-01')).toBe('withdrawn')
})

test('a day nobody can read never makes a receipt valid', () => {
  expect(receiptState(receipt({ expiresOn: 'kapan-kapan' }), '2026-11-24')).toBe('expired')
  expect(receiptState(receipt({ givenOn: '' }), '2026-11-24')).toBe('not_yet')
})

test('another partner, another purpose or no receipt at all is a refusal', () => {
  const refused = { answer: 'refused', reason: 'none' }
  expect(consentFor([], ask)).toEqual(refused)
  expect(consentFor([receipt({ partnerId: 'p2' })], ask)).toEqual(refused)
  expect(consentFor([receipt({ purpose: 'browse' })], ask)).toEqual(refused)
})

test('what she did not allow is named, and receipts add up', () => {
  const asked = { ...ask, fields: ['name', 'phone'] } as const
  expect(consentFor([receipt()], asked)).toEqual({ answer: 'partial', receiptIds: ['r1'], missing: ['phone'] })
  const more = receipt({ id: 'r0', fields: ['phone'] })
  expect(consentFor([receipt(), more], asked)).toEqual({ answer: 'granted', receiptIds: ['r0', 'r1'] })
})

test('an expired consent behaves as a withdrawn one, and the reason is told', () => {
  expect(consentFor([receipt({ expiresOn: '2026-11-23' })], ask)).toEqual({ answer: 'refused', reason: 'expired' })
  expect(consentFor([receipt({ withdrawnOn: '2026-11-24' })], ask)).toEqual({ answer: 'refused', reason: 'withdrawn' })
  const both = [receipt({ expiresOn: '2026-01-01' }), receipt({ id: 'r2', withdrawnOn: '2026-05-05' })]
  expect(consentFor(both, ask)).toEqual({ answer: 'refused', reason: 'withdrawn' })
})

const days = fc.constantFrom('2026-01-01', '2026-05-01', '2026-11-23', '2026-11-24', '2026-11-25', '2027-04-01')
const receipts = fc.array(
  fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    actorId: fc.constant('a1'),
    partnerId: fc.constantFrom('p1', 'p2'),
    purpose: fc.constantFrom(...CONSENT_PURPOSES),
    fields: fc.subarray([...CONSENT_FIELDS]),
    givenOn: days,
    expiresOn: days,
    withdrawnOn: fc.option(days),
  }),
  { maxLength: 6 },
)

test('nothing is granted without a valid receipt that says it, and no receipt more can take anything away', () => {
  fc.assert(
    fc.property(receipts, fc.subarray([...CONSENT_FIELDS]), days, (all, fields, on) => {
      const question = { partnerId: 'p1', purpose: 'referral', fields, on } as const
      const answer = consentFor(all, question)
      const valid = all.filter(
        (one) => one.partnerId === 'p1' && one.purpose === 'referral' && receiptState(one, on) === 'valid',
      )
      const allowed = allowedFields(all, question)
      expect(answer.answer === 'granted').toBe(
        valid.length > 0 && fields.every((field) => valid.some((one) => one.fields.includes(field))),
      )
      if (answer.answer === 'partial') {
        expect([...answer.missing, ...allowed.filter((field) => fields.includes(field))].sort()).toEqual(
          [...fields].sort(),
        )
      }
      if (answer.answer === 'granted') {
        expect(consentFor([...all, receipt({ withdrawnOn: '2026-01-01' })], question).answer).toBe('granted')
      }
    }),
    { numRuns: 200 },
  )
})
