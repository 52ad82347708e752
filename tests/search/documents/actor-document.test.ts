import { expect, test } from 'vitest'
import { actorDocument } from '#search/documents/actor-document.ts'
import { fieldText } from '#search/documents/value-words.ts'
import { withoutPersonalData } from '#search/documents/without-personal-data.ts'
import { INDEXES } from '#search/indexes.ts'

const actor = {
  id: 'a-1',
  regency: '33.24',
  village: 'Desa Rahasia',
  sectors: ['food_snack'],
  cluster: 'IR2',
  needs: ['packaging', 'halal'],
  products: 'keripik pisang, pesan ke 0812-3456-7890 atau ibu@contoh.id',
  facts: { permits: ['nib'], smartphone: true, internet: false, annual_sales_idr: 123_456_789, group_size: 17 },
  factsAsOf: '2026-10-01',
} as const

test('an actor is indexed by what she makes, needs and may do, and where', () => {
  const document = actorDocument(actor)
  expect(document.facets).toEqual({
    need: ['packaging', 'halal'],
    sector: ['food_snack'],
    province: ['33'],
    regency: ['33.24'],
    cluster: ['IR2'],
    permit: ['nib'],
    capability: ['smartphone'],
    freshness: ['2026'],
  })
  const place = INDEXES.actors.fields.find((field) => field.key === 'place')!
  expect(fieldText(place, document)).toBe('Kabupaten Kendal; Jawa Tengah')
})

test('nothing that names her, no village, no exact amount and no number to call her enters the document', () => {
  const everything = JSON.stringify(actorDocument({ ...actor, name: 'Rahayu Rahasia' } as typeof actor))
  for (const secret of ['Rahasia', '0812', '7890', 'contoh.id', '123456789', '17'])
    expect(everything).not.toContain(secret)
})

test('what nobody has asked is a value of its own', () => {
  const document = actorDocument({
    ...actor,
    regency: null,
    sectors: null,
    cluster: null,
    needs: null,
    products: null,
    facts: {},
    factsAsOf: null,
  })
  expect(document.facets).toMatchObject({
    need: ['unknown'],
    province: ['unknown'],
    permit: ['unknown'],
    freshness: ['unknown'],
  })
})

test.each([
  ['WA +62 812 3456 7890 ya', 'WA ya'],
  ['NIK 3324012345678901', 'NIK'],
  ['IG @kripikbu.sari', 'IG .sari'],
  ['www.tokosari.id/katalog keripik', 'keripik'],
  ['keripik 250 gram, isi 12', 'keripik 250 gram, isi 12'],
])('free text is cleaned: %s', (given, kept) => {
  expect(withoutPersonalData(given)).toBe(kept)
})
