import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/loop/calendar.ts'
import { type ClockedProposal, dueActions, expiresOn } from '#app/domain/loop/clocks.ts'
import { PROPOSAL_STATES } from '#app/domain/loop/states.ts'
import { daysBetween } from '#app/domain/values/day.ts'

const START = '2026-11-24'
const sent = (over: Partial<ClockedProposal> = {}): ClockedProposal => ({
  id: 'u1',
  state: 'sent',
  round: 1,
  askedOn: START,
  responseDays: 7,
  movedOn: START,
  ...over,
})
const kindsOn = (proposal: ClockedProposal, day: number) =>
  dueActions(proposal, addDays(START, day)).map((action) => action.kind)

test('seven days: reminded on the fourth and sixth, escalated on the eighth, expired on the fifteenth', () => {
  expect(kindsOn(sent(), 3)).toEqual([])
  expect(kindsOn(sent(), 4)).toEqual(['remind_answer'])
  expect(kindsOn(sent(), 6)).toEqual(['remind_answer'])
  expect(kindsOn(sent(), 7)).toEqual(['remind_answer'])
  expect(kindsOn(sent(), 8)).toEqual(['escalate'])
  expect(kindsOn(sent(), 14)).toEqual(['escalate'])
  expect(kindsOn(sent(), 15)).toEqual(['expire'])
  expect(expiresOn(START, 7)).toBe(addDays(START, 15))
  expect(kindsOn(sent({ state: 'clarification' }), 4)).toEqual(['remind_question'])
})

test('an outcome is asked for after 30 and 60 days and told to the district after 90', () => {
  const referred = sent({ state: 'referred' })
  expect(kindsOn(referred, 29)).toEqual([])
  expect(kindsOn(referred, 30)).toEqual(['remind_outcome'])
  expect(kindsOn(referred, 89)).toEqual(['remind_outcome'])
  expect(kindsOn(referred, 400)).toEqual(['escalate_outcome'])
})

const proposalArb: fc.Arbitrary<ClockedProposal> = fc.record({
  id: fc.constantFrom('a', 'b'),
  state: fc.constantFrom(...PROPOSAL_STATES),
  round: fc.integer({ min: 1, max: 4 }),
  askedOn: fc.option(fc.constant(START)),
  responseDays: fc.integer({ min: 2, max: 60 }),
  movedOn: fc.constant(START),
})

test('whatever path the clock takes, forward or back, no key is done twice and nothing is due before it began', () => {
  fc.assert(
    fc.property(proposalArb, fc.array(fc.integer({ min: -40, max: 400 }), { maxLength: 30 }), (proposal, days) => {
      const done = new Map<string, string>()
      for (const day of days) {
        for (const action of dueActions(proposal, addDays(START, day))) {
          expect(day).toBeGreaterThan(0)
          expect(daysBetween(action.since, addDays(START, day))).toBeGreaterThanOrEqual(0)
          expect(done.get(action.key) ?? action.kind).toBe(action.kind)
          done.set(action.key, action.kind)
        }
      }
      const kinds = [...done.values()]
      expect(kinds.filter((kind) => kind === 'expire').length).toBeLessThanOrEqual(1)
      expect(kinds.filter((kind) => kind === 'escalate').length).toBeLessThanOrEqual(1)
      expect(kinds.filter((kind) => kind.startsWith('remind')).length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 200 },
  )
})

test('a new round has keys of its own', () => {
  const [first] = dueActions(sent(), addDays(START, 8))
  const [second] = dueActions(sent({ round: 2 }), addDays(START, 8))
  expect(first!.key).not.toBe(second!.key)
})

test('days are added across months, years and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      expect(daysBetween(START, addDays(START, days))).toBe(days)
    }),
  )
})
