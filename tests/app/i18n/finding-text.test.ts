import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { Facts } from '#app/domain/values/facts.ts'
import type { Offer } from '#app/domain/values/offer.ts'
import { changesText, findingText } from '#app/i18n/finding-text.ts'
import { exampleActor, exampleOffer, rule, TODAY } from '#tests/support/example.ts'

function sentence(locale: 'id' | 'en', condition: string, facts: Facts, over: Partial<Offer>): string {
  const { trace } = evaluateEligibility(exampleActor({ facts }), exampleOffer(over), TODAY, DEFAULT_POLICY)
  const text = findingText(locale, trace.find((line) => line.condition === condition)!, (code) => `Daerah ${code}`)
  return text.measure ? `${text.sentence} (${text.measure})` : text.sentence
}

test.each<[string, Facts, Partial<Offer>, string, string]>([
  [
    'group_size',
    { group_size: 4 },
    { conditions: [rule('group_size', 'gte', 10)] },
    'Syarat (tercatat 4 orang; syarat paling sedikit 10 orang)',
    'Condition (recorded 4 people; required at least 10 people)',
  ],
  [
    'annual_sales_idr',
    { annual_sales_idr: 50_000_000 },
    { conditions: [rule('annual_sales_idr', 'lte', 500_000_000)] },
    'Syarat (tercatat sampai Rp50 juta; syarat paling banyak Rp500 juta)',
    'Condition (recorded up to Rp50 million; required at most Rp500 million)',
  ],
  [
    'internet',
    {},
    { conditions: [rule('internet', 'is', true)] },
    'Syarat (belum tercatat)',
    'Condition (not recorded)',
  ],
  ['internet', { internet: true }, { conditions: [rule('internet', 'is', true)] }, 'Syarat', 'Condition'],
  [
    'region',
    {},
    { coverage: { level: 'regency', regions: ['33.17'], known: true } },
    'Belum melayani Daerah 33.24; wilayahnya Daerah 33.17',
    'Does not serve Daerah 33.24 yet; its area is Daerah 33.17',
  ],
  [
    'window',
    {},
    { window: { opens: '2027-01-01', closes: null } },
    'Pendaftaran belum dibuka; waktunya mulai 1 Januari 2027',
    'Applications are not open yet; the period is from 1 January 2027',
  ],
  [
    'need',
    {},
    { needs: ['capital', 'packaging'] },
    'Menjawab kebutuhan: Modal usaha',
    'Meets the need: Business capital',
  ],
])('%s is told with its values in both languages', (condition, facts, over, id, en) => {
  expect(sentence('id', condition, facts, over)).toBe(id)
  expect(sentence('en', condition, facts, over)).toBe(en)
})

test('a nearest change reads as advice', () => {
  const changes = [
    { fact: 'permits', from: ['sku'], to: ['sku', 'nib'] },
    { fact: 'group_size', from: 8, to: 10 },
  ] as const
  expect(changesText('id', changes)).toBe('urus NIB dan tambah 2 anggota kelompok')
  expect(changesText('en', changes)).toBe('get NIB and add 2 group members')
})
