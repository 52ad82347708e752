import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { complementarySet, needCoverage } from '#app/domain/matching/complementary.ts'
import { createMatchContext } from '#app/domain/matching/context.ts'
import { decisionInput, replayDecision } from '#app/domain/matching/decision.ts'
import { FULL_POINTS, scoreFit } from '#app/domain/matching/fit.ts'
import { matchActor, matchPair } from '#app/domain/matching/match.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import { policyProblems } from '#app/domain/matching/policy-problems.ts'
import type { FactId, FactValue } from '#app/domain/values/facts.ts'
import { actorArb, factValueArb, offersArb, WORLD } from '#tests/support/arbitraries.ts'
import { exampleActor, exampleContext, exampleOffer, rule, TODAY } from '#tests/support/example.ts'

const worldContext = (offers: Parameters<typeof createMatchContext>[0]['offers']) =>
  createMatchContext({
    policy: DEFAULT_POLICY,
    today: WORLD.today,
    offers,
    places: new Map([['33.24', { lat: -6.92, lng: 110.2 }]]),
  })

test('the default policy can be used, and a policy whose weights miss 100 cannot', () => {
  expect(policyProblems(DEFAULT_POLICY)).toEqual([])
  const weights = { ...DEFAULT_POLICY.weights, need: 41 }
  expect(policyProblems({ ...DEFAULT_POLICY, weights })).toEqual([{ code: 'total', at: 'weights' }])
})

test('the parts of a fit total its points and stay within their weights', () => {
  fc.assert(
    fc.property(actorArb, offersArb(5), (actor, offers) => {
      for (const offer of offers) {
        const { points, parts } = scoreFit(worldContext(offers), actor, offer)
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points)
        expect(points).toBeLessThanOrEqual(FULL_POINTS)
        for (const part of parts) {
          expect(part.points).toBeGreaterThanOrEqual(0)
          expect(part.points).toBeLessThanOrEqual(part.of)
        }
      }
    }),
  )
})

test('a need ranked first weighs more than one ranked last', () => {
  const actor = exampleActor({ needs: ['capital', 'training', 'packaging'] })
  const score = (need: string) => scoreFit(exampleContext(), actor, exampleOffer({ needs: [need] })).points
  expect(score('capital')).toBeGreaterThan(score('training'))
  expect(score('training')).toBeGreaterThan(score('packaging'))
})

test('a named sector beats all sectors, a regency beats a province beats the nation, one cluster beats three', () => {
  const points = (over: Parameters<typeof exampleOffer>[0]) =>
    scoreFit(exampleContext(), exampleActor(), exampleOffer(over)).points
  expect(points({ sectors: ['food_snack'] })).toBeGreaterThan(points({}))
  const regency = points({ coverage: { level: 'regency', regions: ['33.24'], known: true } })
  const province = points({ coverage: { level: 'province', regions: ['33'], known: true } })
  expect(regency).toBeGreaterThan(province)
  expect(province).toBeGreaterThan(points({}))
  expect(points({ clusters: ['IR1'] })).toBeGreaterThan(points({ clusters: ['IR1', 'IR2'] }))
})

test('a nearer service point lifts the region part', () => {
  const offer = exampleOffer({ servicePoints: [{ lat: -6.92, lng: 110.2 }] })
  const places = new Map([['33.24', { lat: -6.92, lng: 110.21 }]])
  const context = createMatchContext({ policy: DEFAULT_POLICY, today: TODAY, offers: [offer], places })
  expect(scoreFit(context, exampleActor(), offer).points).toBeGreaterThan(
    scoreFit(exampleContext(), exampleActor(), offer).points,
  )
})

test('one good outcome does not outweigh a long record: few outcomes shrink to the mean of all', () => {
  const lucky = exampleOffer({ id: 'a', record: [{ cluster: 'IR1', helped: 1, closed: 1 }] })
  const proven = exampleOffer({ id: 'b', record: [{ cluster: 'IR1', helped: 80, closed: 100 }] })
  const poor = exampleOffer({ id: 'c', record: [{ cluster: 'IR1', helped: 10, closed: 100 }] })
  const context = exampleContext([lucky, proven, poor])
  const points = (offer: typeof lucky) => scoreFit(context, exampleActor(), offer).points
  expect(points(proven)).toBeGreaterThan(points(lucky))
  expect(points(lucky)).toBeGreaterThan(points(poor))
})

test('the same input gives the same order whatever the order of the offers', () => {
  fc.assert(
    fc.property(actorArb, offersArb(12), (actor, offers) => {
      const context = worldContext(offers)
      const ids = (list: typeof offers) => matchActor(context, actor, list).matches.map((match) => match.offerId)
      expect(ids([...offers].reverse())).toEqual(ids(offers))
    }),
  )
})

test('the complementary set takes what adds most, not the five best lenders', () => {
  const lenders = ['a', 'b', 'c'].map((id) => exampleOffer({ id, needs: ['capital'], clusters: ['IR1'] }))
  const trainer = exampleOffer({ id: 'z', needs: ['training'] })
  const actor = exampleActor({ needs: ['capital', 'training'] })
  const { complementary } = matchActor(exampleContext(), actor, [...lenders, trainer])
  expect(complementary).toEqual(['a', 'z'])
})

test('each member of the complementary set is eligible and adds to the coverage', () => {
  fc.assert(
    fc.property(actorArb, offersArb(10), (actor, offers) => {
      const context = worldContext(offers)
      const byId = new Map(offers.map((offer) => [offer.id, offer]))
      const matches = offers.map((offer) => matchPair(context, actor, offer))
      const chosen = complementarySet(DEFAULT_POLICY, actor, matches, byId).map((id) => byId.get(id)!)
      chosen.forEach((offer, index) => {
        expect(matches.find((match) => match.offerId === offer.id)!.verdict).toBe('eligible')
        const before = needCoverage(DEFAULT_POLICY, actor.needs ?? [], chosen.slice(0, index))
        expect(needCoverage(DEFAULT_POLICY, actor.needs ?? [], chosen.slice(0, index + 1))).toBeGreaterThan(before)
      })
    }),
  )
})

test('whatever the answer, asking next settles at least the pairs it promises', () => {
  let asked = 0
  fc.assert(
    fc.property(actorArb, offersArb(10), (actor, offers) => {
      const context = worldContext(offers)
      const undecided = (facts: typeof actor.facts) =>
        matchActor(context, { ...actor, facts }, offers).matches.filter((match) => match.verdict === 'undecided').length
      const ask = matchActor(context, actor, offers).askNext
      if (!ask) return
      asked++
      expect(actor.facts[ask.fact] ?? null).toBeNull()
      for (const value of fc.sample(factValueArb(ask.fact as FactId), 5) as FactValue[])
        expect(undecided({ ...actor.facts, [ask.fact]: value })).toBeLessThanOrEqual(
          undecided(actor.facts) - ask.settles,
        )
    }),
  )
  expect(asked).toBeGreaterThan(10)
})

test('the question that settles most comes first', () => {
  const offers = [
    exampleOffer({ id: 'a', conditions: [rule('internet', 'is', true)] }),
    exampleOffer({ id: 'b', conditions: [rule('internet', 'is', true)] }),
    exampleOffer({ id: 'c', conditions: [rule('email', 'is', true)] }),
  ]
  expect(matchActor(exampleContext(), exampleActor(), offers).askNext).toEqual({
    fact: 'internet',
    settles: 2,
    touches: 2,
  })
})

test('confidence falls with what is unknown and with age, and does not touch fit', () => {
  const offer = exampleOffer({ conditions: [rule('internet', 'is', true)] })
  const known = matchPair(exampleContext(), exampleActor({ facts: { internet: true } }), offer)
  const unknown = matchPair(exampleContext(), exampleActor(), offer)
  const old = matchPair(exampleContext(), exampleActor({ facts: { internet: true }, factsAsOf: '2023-01-01' }), offer)
  expect(unknown.confidence).toBeLessThan(known.confidence)
  expect(old.confidence).toBeLessThan(known.confidence)
  expect(new Set([known.fit, unknown.fit, old.fit]).size).toBe(1)
})

test('law 5: replaying a stored decision with its policy, rules and facts gives the stored result', () => {
  fc.assert(
    fc.property(actorArb, offersArb(3), (actor, offers) => {
      const context = worldContext(offers)
      for (const offer of offers) {
        const stored = JSON.stringify({
          input: decisionInput(context, actor, offer),
          result: matchPair(context, actor, offer),
        })
        const { input, result } = JSON.parse(stored)
        expect(JSON.parse(JSON.stringify(replayDecision(input)))).toEqual(result)
      }
    }),
  )
})

test('a verdict in a match is the verdict of its trace', () => {
  fc.assert(
    fc.property(actorArb, offersArb(3), (actor, offers) => {
      for (const offer of offers)
        expect(matchPair(worldContext(offers), actor, offer).verdict).toBe(
          evaluateEligibility(actor, offer, WORLD.today, DEFAULT_POLICY).verdict,
        )
    }),
  )
})
