import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concernedActors } from '#app/domain/board/concerned-actors.ts'
import { districtBoard } from '#app/domain/board/district-board.ts'
import { createAxes } from '#app/domain/engine/axes.ts'
import { matchActor } from '#app/domain/matching/match.ts'
import { actorsArb, offersArb, WORLD } from '#tests/support/arbitraries.ts'
import { exampleActor, exampleContext, exampleOffer, rule } from '#tests/support/example.ts'

const axes = createAxes({ ...WORLD, needs: [...WORLD.needs] })

test('every question and unlock of the board names exactly as many actors as it counts', () => {
  fc.assert(
    fc.property(actorsArb(12), offersArb(12), (actors, offers) => {
      const context = exampleContext(offers)
      const board = districtBoard(context, axes, actors, offers)
      for (const question of board.questions) {
        const found = concernedActors(context, axes, actors, offers, { ask: question.fact })
        expect(found).toHaveLength(question.actors)
        expect(found.reduce((sum, one) => sum + one.offers.length, 0)).toBe(question.settles)
      }
      for (const unlock of board.unlocks) {
        const found = concernedActors(context, axes, actors, offers, { change: unlock })
        expect(found).toHaveLength(unlock.actors)
        expect([...new Set(found.flatMap((one) => one.offers))].sort()).toEqual(unlock.offers)
      }
    }),
    { numRuns: 60 },
  )
})

test('an answer to the question decides each pair it names, whatever the answer', () => {
  const offer = exampleOffer({ conditions: [rule('smartphone', 'is', true)] })
  const asked = exampleActor({ id: 'belum-ditanya' })
  const actors = [asked, exampleActor({ id: 'punya', facts: { smartphone: true } })]
  const context = exampleContext([offer])
  const found = concernedActors(context, axes, actors, [offer], { ask: 'smartphone' })
  expect(found.map(({ actor, offers }) => [actor.id, offers])).toEqual([['belum-ditanya', ['penawaran-1']]])
  const verdictFor = (smartphone: boolean) =>
    matchActor(context, { ...asked, facts: { smartphone } }, [offer]).matches[0]!.verdict
  expect([verdictFor(true), verdictFor(false)]).toEqual(['eligible', 'ineligible'])
})

test('who gains most comes first', () => {
  const offers = [
    exampleOffer({ id: 'a', conditions: [rule('permits', 'has_all', ['nib'])] }),
    exampleOffer({ id: 'b', clusters: ['IR1'], conditions: [rule('permits', 'has_all', ['nib'])] }),
  ]
  const actors = [
    exampleActor({ id: 'p1', cluster: 'IR2', facts: { permits: [] } }),
    exampleActor({ id: 'p2', cluster: 'IR1', facts: { permits: [] } }),
  ]
  const change = { fact: 'permits' as const, to: ['nib'] }
  const found = concernedActors(exampleContext(offers), axes, actors, offers, { change })
  expect(found.map(({ actor, offers: opened }) => [actor.id, opened])).toEqual([
    ['p2', ['a', 'b']],
    ['p1', ['a']],
  ])
})
