import { expect, test } from 'vitest'
import { type ActorFacts, gradeActor, parseActorRule, productsIn } from '#search/evaluation/actor-rule.ts'

const actor: ActorFacts = {
  id: 'demo-1',
  products: productsIn('keripik singkong, otak-otak'),
  sectors: ['food_snack', 'food_fish'],
  needs: ['halal'],
  permits: ['nib'],
  cluster: 'IR1',
  regency: '33.24',
}

test.each([
  ['3 product=keripik singkong', 3],
  ['3 product=singkong keripik', 3],
  ['3 product=otak', 3],
  ['3 product=keripik otak', 0],
  ['3 product=kerip', 0],
  ['3 product=keripik & regency=33.17; 1 sector=food_snack', 1],
  ['3 product=keripik & regency=33.17|33.24', 3],
  ['2 province=33 & need=halal & permit=nib & cluster=IR1', 2],
  ['2 province=33 & need=capital', 0],
  ['1 sector=food_fish; 2 sector=food_snack', 2],
] as const)('"%s" grades her %i', (rule, grade) => {
  expect(gradeActor(parseActorRule(rule), actor)).toBe(grade)
})

test.each(['product=keripik', '4 product=keripik', '3 name=sari', '3 product=', ''])('"%s" is no rule', (rule) => {
  expect(() => parseActorRule(rule)).toThrow(/^no (rule|test)/)
})
