import { expect, test } from 'vitest'
import { compareContent, type StoredContent } from '#app/intake/load/compare.ts'
import type { UnderstoodActor } from '#app/intake/understand/understood.ts'

const stored: StoredContent = {
  sectors: ['food_snack'],
  needs: ['capital', 'training'],
  cluster: 'IR1',
  products: 'keripik',
  facts: { permits: ['nib', 'halal'], group_size: 10, smartphone: true },
  factsAsOf: '2026-06-01',
}

function row(said: Partial<UnderstoodActor>): UnderstoodActor {
  return {
    name: 'Contoh',
    businessName: null,
    regency: '33.24',
    village: null,
    sectors: null,
    sectorsFromProducts: false,
    products: null,
    cluster: null,
    needs: null,
    facts: {},
    permitsAsked: null,
    asOf: null,
    naturalKey: 'k',
    ...said,
  }
}

test('an empty row erases nothing', () => {
  expect(compareContent(stored, row({}), '2026-11-24')).toEqual({ content: stored, changes: [], changed: false })
})

test('the same content in another order of a set is the same; needs keep their order', () => {
  const same = row({ sectors: ['food_snack'], facts: { permits: ['halal', 'nib'], group_size: 10 } })
  expect(compareContent(stored, same, '2026-11-24').changed).toBe(false)
  const reordered = compareContent(stored, row({ needs: ['training', 'capital'] }), '2026-11-24')
  expect(reordered.changes).toEqual([{ fact: 'needs', from: ['capital', 'training'], to: ['training', 'capital'] }])
})

test('known facts are replaced, unknown ones filled, and the day moves', () => {
  const result = compareContent(
    stored,
    row({ cluster: 'IR2', facts: { group_size: 12, internet: false } }),
    '2026-11-24',
  )
  expect(result.changes).toEqual([
    { fact: 'cluster', from: 'IR1', to: 'IR2' },
    { fact: 'group_size', from: 10, to: 12 },
    { fact: 'internet', from: null, to: false },
  ])
  expect(result.content).toMatchObject({
    cluster: 'IR2',
    facts: { permits: ['nib', 'halal'], group_size: 12, smartphone: true, internet: false },
    factsAsOf: '2026-11-24',
  })
})

test('a file older than the last answer fills gaps only', () => {
  const result = compareContent(
    stored,
    row({ facts: { group_size: 3, internet: true }, products: 'kue' }),
    '2026-01-01',
  )
  expect(result.changes).toEqual([{ fact: 'internet', from: null, to: true }])
  expect(result.content).toMatchObject({ facts: { group_size: 10 }, products: 'keripik', factsAsOf: '2026-06-01' })
})

test('a business that only grew older is the same', () => {
  const young = { ...stored, facts: { operating_months: 70 } }
  expect(compareContent(young, row({ facts: { operating_months: 75 } }), '2026-11-01').changed).toBe(false)
  expect(compareContent(young, row({ facts: { operating_months: 70 } }), '2026-11-01').changed).toBe(false)
  expect(compareContent(young, row({ facts: { operating_months: 24 } }), '2026-11-01').changed).toBe(true)
})

test('sectors read from products do not replace known ones', () => {
  const guessed = row({ sectors: ['beverage'], sectorsFromProducts: true })
  expect(compareContent(stored, guessed, '2026-11-24').changes).toEqual([])
  expect(compareContent({ ...stored, sectors: null }, guessed, '2026-11-24').content.sectors).toEqual(['beverage'])
})

test('a day given by the row confirms unchanged facts', () => {
  const confirmed = compareContent(stored, row({ facts: { group_size: 10 }, asOf: '2026-10-01' }), '2026-10-01')
  expect(confirmed).toMatchObject({ changes: [], changed: true, content: { factsAsOf: '2026-10-01' } })
  expect(compareContent(confirmed.content, row({ asOf: '2026-10-01' }), '2026-10-01').changed).toBe(false)
})

test('answers to single permits change these alone; without a known list they are one only where the NIB was asked for', () => {
  const permits = (known: readonly string[] | null, asked: readonly string[] | null, held: readonly string[]) => {
    const facts = known === null ? {} : { permits: known }
    const said = row({ facts: { permits: held }, permitsAsked: asked })
    return compareContent({ ...stored, facts }, said, '2026-11-24').content.facts.permits ?? null
  }
  expect(permits(['nib', 'halal'], ['spp_irt'], ['spp_irt'])).toEqual(['nib', 'spp_irt', 'halal'])
  expect(permits(['nib', 'halal'], ['nib', 'halal'], ['nib'])).toEqual(['nib'])
  expect(permits(['nib', 'halal'], null, ['spp_irt'])).toEqual(['spp_irt'])
  expect(permits(null, ['spp_irt'], ['spp_irt'])).toBeNull()
  expect(permits(null, ['nib', 'spp_irt'], ['spp_irt'])).toEqual(['spp_irt'])
})
