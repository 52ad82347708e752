import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES } from '#app/domain/access/viewer.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { PROPOSAL_STATES } from '#app/domain/loop/states.ts'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { BATCH_SIZE, cutBatches, ENTRY_STATES, type PlannedPlace } from '#app/domain/programmes/entries.ts'
import { planOutdated } from '#app/domain/programmes/outdated-plan.ts'
import {
  addCounts,
  type CountedEntry,
  countEntries,
  LOST_AFTER_DAYS,
  programmeRates,
} from '#app/domain/programmes/programme-rates.ts'
import { publicCount, publicCounts } from '#app/domain/programmes/public-counts.ts'
import { PROGRAMME_STATES } from '#app/domain/programmes/states.ts'
import {
  nextProgrammeState,
  PROGRAMME_STEPS,
  programmeLacks,
  programmeSteps,
} from '#app/domain/programmes/transitions.ts'

const TODAY = '2026-11-24'

const entry: fc.Arbitrary<CountedEntry> = fc
  .record({
    person: fc.constantFrom(...'abcdefgh'),
    state: fc.constantFrom(...ENTRY_STATES),
    proposal: fc.record({
      state: fc.constantFrom(...PROPOSAL_STATES),
      ago: fc.integer({ min: 0, max: 200 }),
      outcome: fc.constantFrom('helped' as const, 'not_helped' as const, null),
    }),
  })
  .map(({ person, state, proposal }) => ({
    person,
    state,
    proposal:
      state === 'sent'
        ? { state: proposal.state, movedOn: addDays(TODAY, -proposal.ago), outcome: proposal.outcome }
        : null,
  }))

test('what was planned adds up of what became of it, what was sent of how it ended, and districts to the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.array(entry, { maxLength: 30 }), { maxLength: 5 }), (districts) => {
      // a programme has each woman in one district
      const apart = districts.map((entries, at) => entries.map((one) => ({ ...one, person: `${at}${one.person}` })))
      const counts = apart.map((entries) => countEntries(entries, TODAY))
      for (const one of counts) {
        expect(one.untried + one.waitingConsent + one.blocked + one.sent).toBe(one.planned)
        expect(one.open + one.declined + one.helped + one.notHelped + one.lost).toBe(one.sent)
        expect(one.accepted).toBeLessThanOrEqual(one.sent)
        const rates = programmeRates(one, 10)
        expect(rates.closedLoop.part + rates.lost.part + one.open).toBe(one.sent)
        expect(rates.closedLoop.of).toBe(one.sent)
        expect(rates.helped.of).toBe(rates.closedLoop.part)
        expect(rates.accepted.of).toBe(one.sent)
        expect(rates.ofTarget).toEqual({ part: one.helpedWomen, of: 10, value: one.helpedWomen / 10 })
        expect(one.helpedWomen).toBeLessThanOrEqual(Math.min(one.helped, 8))
        expect(one.helpedWomen > 0).toBe(one.helped > 0)
      }
      expect(addCounts(counts)).toEqual(countEntries(apart.flat(), TODAY))
    }),
    { numRuns: 60 },
  )
})

test('a woman helped by three offers is one woman towards the target, and three ends of a collaboration', () => {
  const helped = { state: 'helped', movedOn: TODAY, outcome: 'helped' } as const
  const entries = [1, 2, 3].map((): CountedEntry => ({ person: 'a', state: 'sent', proposal: helped }))
  const counts = countEntries(entries, TODAY)
  expect(counts).toMatchObject({ helped: 3, helpedWomen: 1 })
  expect(programmeRates(counts, 1).ofTarget).toEqual({ part: 1, of: 1, value: 1 })
})

test('a woman without an outcome is lost only once the last reminder has gone out', () => {
  const waiting = (days: number): CountedEntry => ({
    person: 'a',
    state: 'sent',
    proposal: { state: 'referred', movedOn: addDays(TODAY, -days), outcome: null },
  })
  expect(countEntries([waiting(LOST_AFTER_DAYS - 1)], TODAY)).toMatchObject({ open: 1, lost: 0 })
  expect(countEntries([waiting(LOST_AFTER_DAYS)], TODAY)).toMatchObject({ open: 0, lost: 1 })
})

test('no public count tells of fewer than K, nor of exactly how many more', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), fc.option(fc.integer({ min: 1, max: 50 })), (entries, target) => {
      const counts = countEntries(entries, TODAY)
      const told = publicCounts(counts, target)
      for (const value of [told.sent, told.accepted, told.closed, told.helped, told.lost])
        if (value !== null) expect(value >= K && value % K === 0).toBe(true)
      for (const rate of [...Object.values(told.rates), told.ofTarget])
        if (rate !== null) expect(rate.value).toBe(rate.part / rate.of)
      if (told.sent !== null) expect(counts.sent - told.sent).toBeLessThan(K)
    }),
    { numRuns: 60 },
  )
  // Every count that is told stands for K true counts, and nought is not told apart from a few.
  const byTold = new Map<number | null, number>()
  for (let count = 0; count < 10 * K; count++) byTold.set(publicCount(count), (byTold.get(publicCount(count)) ?? 0) + 1)
  expect([...byTold.values()].every((counts) => counts === K)).toBe(true)
})

const place = fc.record({
  actor: fc.constantFrom(...Array.from({ length: 25 }, (_, n) => `a${n}`)),
  offer: fc.constantFrom('x', 'y'),
  need: fc.constantFrom('capital', 'market'),
  regency: fc.constantFrom('33.24', '33.25'),
})

test('batches hold each actor once for an offer and district, one offer and district each, none too large', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 120 }), (places) => {
      const batches = cutBatches(places)
      const key = (one: PlannedPlace) => `${one.actor} ${one.offer} ${one.regency}`
      const all = batches.flat().map(key)
      expect(new Set(all).size).toBe(all.length)
      expect(new Set(all)).toEqual(new Set(places.map(key)))
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0)
        expect(batch.length).toBeLessThanOrEqual(BATCH_SIZE)
        expect(new Set(batch.map((one) => `${one.offer} ${one.regency}`)).size).toBe(1)
      }
    }),
    { numRuns: 60 },
  )
})

test('only the ministry publishes, starts and closes; a province drafts and consults; nobody else takes a step', () => {
  for (const role of ROLES)
    for (const state of PROGRAMME_STATES) {
      const steps = programmeSteps(state, role)
      if (role === 'ministry') continue
      const allowed = role === 'province' ? ['consult', 'revise'] : []
      expect(steps.every((step) => allowed.includes(step))).toBe(true)
    }
  expect(PROGRAMME_STATES.map((state) => programmeSteps(state, 'ministry'))).toEqual([
    ['consult', 'close'],
    ['revise', 'publish', 'close'],
    ['start', 'close'],
    ['close'],
    [],
  ])
})

test('nothing leads back from a published programme, and nothing out of a closed one', () => {
  for (const step of PROGRAMME_STEPS) {
    expect(nextProgrammeState('closed', step, 'ministry')).toEqual({ ok: false, why: 'state' })
    for (const state of ['published', 'running'] as const) {
      const next = nextProgrammeState(state, step, 'ministry')
      if (next.ok) expect(['running', 'closed']).toContain(next.to)
    }
  }
})

test('publishing names everything that is missing', () => {
  const empty = {
    aim: ' ',
    offers: 0,
    regencies: 0,
    startsOn: null,
    endsOn: '2026-11-01',
    placesPlanned: null,
    planOutdated: false,
    entriesUntried: 0,
  }
  expect(programmeLacks('publish', empty, '', TODAY)).toEqual([
    'aim',
    'offers',
    'regencies',
    'dates',
    'over',
    'no_plan',
  ])
  const whole = { ...empty, aim: 'a', offers: 1, regencies: 1, startsOn: TODAY, endsOn: TODAY, placesPlanned: 3 }
  expect(programmeLacks('publish', whole, '', TODAY)).toEqual([])
  expect(programmeLacks('publish', { ...whole, placesPlanned: 0 }, '', TODAY)).toEqual(['empty_plan'])
  expect(programmeLacks('publish', { ...whole, planOutdated: true }, '', TODAY)).toEqual(['old_plan'])
  expect(programmeLacks('consult', whole, ' ', TODAY)).toEqual(['words'])
  expect(programmeLacks('start', { ...whole, startsOn: '2026-12-01', entriesUntried: 1 }, '', TODAY)).toEqual([
    'not_begun',
    'sending',
  ])
})

test('a plan is outdated by what the programme gave up, not by what it added', () => {
  const programme = { offers: ['x', 'y'], regencies: ['33.24'] }
  expect(planOutdated({ offers: ['x', 'x'], regencies: ['33.24'] }, programme)).toBe(false)
  expect(planOutdated({ offers: ['z'], regencies: ['33.24'] }, programme)).toBe(true)
  expect(planOutdated({ offers: ['x'], regencies: ['33.25'] }, programme)).toBe(true)
})
