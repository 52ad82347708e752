import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate } from '#app/domain/loop/calibration.ts'
import { answerLikelihoods, orderForSending } from '#app/domain/loop/likelihood.ts'
import { type CountedReferral, loopRates } from '#app/domain/loop/rates.ts'
import { FLAT_PRIOR, fittedPrior, outcomeRecords, smoothedRate } from '#app/domain/loop/record.ts'
import { evaluateLoop } from '#app/domain/loop/simulate.ts'
import { createMatchContext } from '#app/domain/matching/context.ts'
import { recordPoints } from '#app/domain/matching/fit.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import { createRandom } from '#db/seed/random.ts'
import { exampleOffer, TODAY } from '#tests/support/example.ts'

const countArb = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([hits, misses]) => ({ hits, of: hits + misses }))

test('a smoothed rate lies between what was observed and the prior, and comes closer to the former with every outcome', () => {
  fc.assert(
    fc.property(countArb, fc.double({ min: 0, max: 1, noNaN: true }), (count, mean) => {
      const prior = { mean, strength: 10 }
      const value = smoothedRate(count, prior)
      const seen = count.of === 0 ? mean : count.hits / count.of
      expect(value).toBeGreaterThanOrEqual(Math.min(seen, mean) - 1e-12)
      expect(value).toBeLessThanOrEqual(Math.max(seen, mean) + 1e-12)
      const twice = smoothedRate({ hits: count.hits * 2, of: count.of * 2 }, prior)
      expect(Math.abs(twice - seen)).toBeLessThanOrEqual(Math.abs(value - seen) + 1e-12)
    }),
  )
})

test('without history the prior is the stated one; alike partners are shrunk harder than unlike ones', () => {
  expect(fittedPrior([])).toEqual(FLAT_PRIOR)
  const alike = fittedPrior(Array.from({ length: 20 }, () => ({ hits: 10, of: 20 })))
  const unlike = fittedPrior(Array.from({ length: 20 }, (_, at) => ({ hits: at % 2 ? 19 : 1, of: 20 })))
  expect(alike.strength).toBeGreaterThan(unlike.strength)
  expect(alike.mean).toBeCloseTo(unlike.mean, 5)
})

test('helped outcomes of an offer raise its points in fit for the cluster they are of, and never another offer', () => {
  const referral = {
    offerId: 'penawaran-1',
    cluster: 'IR1',
    state: 'helped',
    sentOn: TODAY,
    outcome: 'helped',
  } as const
  const records = outcomeRecords([
    ...Array.from({ length: 12 }, () => referral),
    { ...referral, state: 'declined', outcome: null, cluster: 'IR2' },
    { ...referral, state: 'sent', outcome: null },
    { ...referral, sentOn: null },
  ])
  expect(records.get('penawaran-1')).toEqual([
    { cluster: 'IR1', helped: 12, closed: 12 },
    { cluster: 'IR2', helped: 0, closed: 1 },
  ])
  const good = exampleOffer({ record: records.get('penawaran-1')! })
  const fresh = exampleOffer({ id: 'penawaran-2' })
  const context = createMatchContext({ policy: DEFAULT_POLICY, today: TODAY, offers: [good, fresh] })
  expect(recordPoints(context, 'IR1', good)).toBeGreaterThan(recordPoints(context, 'IR1', fresh))
  expect(recordPoints(context, 'IR2', good)).toBeLessThan(recordPoints(context, 'IR2', fresh))
})

test('silence lowers the likelihood of an answer, a refusal does not, and what is on the way says nothing', () => {
  const one = (partnerId: string, state: 'expired' | 'declined' | 'sent') => ({ partnerId, state, sentOn: TODAY })
  const found = answerLikelihoods([
    ...Array.from({ length: 8 }, () => one('silent', 'expired')),
    ...Array.from({ length: 8 }, () => one('honest', 'declined')),
    ...Array.from({ length: 8 }, () => one('fresh', 'sent')),
  ])
  expect(found.of('silent').value).toBeLessThan(found.of('fresh').value)
  expect(found.of('honest').value).toBeGreaterThan(found.of('fresh').value)
  expect(found.of('fresh')).toMatchObject({ answered: 0, of: 0, value: found.prior.mean })
  const order = orderForSending([
    { offerId: 'a', fit: 9000, answer: 0.2, helped: 0.5 },
    { offerId: 'b', fit: 5000, answer: 0.9, helped: 0.5 },
  ])
  expect(order.map((entry) => entry.offerId)).toEqual(['b', 'a'])
})

test('an office that left a question unanswered is no silence of the partner', () => {
  const expired = { partnerId: 'asked', state: 'expired', sentOn: TODAY } as const
  const found = answerLikelihoods([
    { ...expired, expiredFrom: 'clarification' },
    { ...expired, expiredFrom: 'seen' },
  ])
  expect(found.of('asked')).toMatchObject({ answered: 0, of: 1 })
})

const referralArb: fc.Arbitrary<CountedReferral> = fc.oneof(
  fc.record({
    state: fc.constantFrom('draft', 'sent', 'seen', 'clarification', 'accepted', 'declined', 'withdrawn', 'expired'),
    sentOn: fc.option(fc.constant(TODAY)),
    outcome: fc.constant(null),
  }),
  fc.record({
    state: fc.constantFrom('helped', 'not_helped'),
    sentOn: fc.constant(TODAY),
    outcome: fc.constantFrom('helped', 'not_helped'),
  }),
)

test('rates never exceed their denominators, and all that were sent are open, closed, withdrawn or expired', () => {
  fc.assert(
    fc.property(fc.array(referralArb, { maxLength: 40 }), (referrals) => {
      const rates = loopRates(referrals)
      for (const rate of [rates.answered, rates.closedLoop, rates.helped, rates.helpedOfSent]) {
        expect(rate.part).toBeLessThanOrEqual(rate.of)
        expect(rate.value === null).toBe(rate.of === 0)
      }
      const sent = referrals.filter((one) => one.sentOn !== null)
      const silent = sent.filter((one) => one.state === 'withdrawn' || one.state === 'expired').length
      expect(rates.open + rates.closedLoop.part + silent).toBe(sent.length)
      expect(rates.helped.of).toBe(rates.closedLoop.part)
      expect(rates.helpedOfSent.of).toBe(rates.sent)
    }),
  )
})

test('a forecaster who states what happens has no calibration error, one who always says never has all of it', () => {
  const sure = [0, 1, 1, 0].map((hit) => ({ stated: hit, happened: hit === 1 }))
  expect(calibrate(sure).expectedError).toBe(0)
  expect(calibrate(sure.map((one) => ({ stated: 0, happened: one.happened }))).expectedError).toBe(0.5)
})

test('on simulated histories the figures are calibrated within 0.05 and help more women than fit alone, whatever the seed', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const found = evaluateLoop(createRandom(seed))
    expect(found.answers.expectedError).toBeLessThanOrEqual(0.05)
    expect(found.helped.expectedError).toBeLessThanOrEqual(0.05)
    expect(found.helpedPer100.expected).toBeGreaterThan(found.helpedPer100.fit)
    expect(found.helpedPer100.expected).toBeGreaterThan(found.helpedPer100.fit_with_record)
  }
})
