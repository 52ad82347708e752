import { expect, test } from 'vitest'
import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import groups from '#search/text/synonyms.json' with { type: 'json' }
import { synonymsOf } from '#search/text/synonyms.ts'
import { indexText } from '#search/text/tokens.ts'

test('there are at least three hundred groups, and some for every sector', () => {
  expect(groups.length).toBeGreaterThanOrEqual(300)
  const sectors = vocabulary.sectors.map((sector) => sector.id).filter((id) => id !== '*')
  for (const sector of sectors)
    expect(groups.filter((group) => group.sector === sector).length, sector).toBeGreaterThan(4)
  for (const { sector } of groups) expect(['general', ...sectors]).toContain(sector)
})

test('each group has at least two terms, none twice, none that the index would read as another of them', () => {
  for (const { terms } of groups) {
    const read = terms.map(indexText)
    expect(new Set(read).size, terms.join()).toBe(terms.length)
    expect(terms.length).toBeGreaterThan(1)
  }
})

test('a synonym works in every direction, phrases included', () => {
  expect(synonymsOf(['kripik'])).toContainEqual(['keripik'])
  expect(synonymsOf(['keripik'])).toContainEqual(['kripik'])
  expect(synonymsOf(['gula', 'jawa'])).toContainEqual(['gula', 'merah'])
  expect(synonymsOf(['jilbab'])).toContainEqual(['hijab'])
  expect(synonymsOf(['constructor'])).toEqual([])
})
