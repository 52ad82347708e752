import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isValueOf } from '#app/domain/values/fact-value.ts'
import type { FactId, FactValue } from '#app/domain/values/facts.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { Cell } from '#app/intake/read/cell.ts'
import { intakeRegions } from '#app/intake/regions.server.ts'
import { locatedProblem } from '#app/intake/sentences.ts'
import { findHeader } from '#app/intake/understand/find-header.ts'
import { headingMeaning } from '#app/intake/understand/headings.ts'
import { holdsIdentityNumber } from '#app/intake/understand/problem.ts'
import { understandRow } from '#app/intake/understand/understand-row.ts'

const HEADINGS = [
  'Nama Pelaku',
  'Nama Usaha',
  'Provinsi',
  'Kab/Kota',
  'Desa/Kel.',
  'Jenis Usaha',
  'Produk',
  'Klaster IR',
  'Kebutuhan',
  'Butuh modal',
  'Izin yang dimiliki',
  'NIB',
  'Lama usaha',
  'Tahun berdiri',
  'Jumlah anggota kelompok',
  'Kredit berjalan',
  'HP Android',
  'Internet',
  'Rekening bank',
  'Email',
  'L/P',
  'Pernah menerima bantuan',
  'Merek',
  'Bentuk produk',
  'Omzet/thn',
  'Kepemilikan',
  'Tgl Pendataan',
]
const PLAUSIBLE = [
  'Contoh Sari',
  'Kab. Kendal',
  'Semarang',
  'Jawa Tengah',
  'keripik',
  'makanan',
  'IR 1',
  '1',
  'modal, pelatihan',
  'tidak ada',
  'NIB, P-IRT',
  '2 tahun',
  '2019',
  '15 orang',
  'ya',
  'tidak',
  '✓',
  '25 juta',
  '-',
  '',
  'perorangan',
  'P',
  '24-11-2026',
  '3324010101010001',
  '=1+1',
  '1.250.000,-',
  'dan / & ; ,',
  '9'.repeat(40),
  '0',
  '{}',
  '__proto__',
  'constructor',
]

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PLAUSIBLE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.double(),
  fc.boolean(),
  fc.constantFrom<Cell>(
    null,
    { kind: 'formula' },
    { kind: 'error', text: '#N/A' },
    { kind: 'date', day: '2025-02-30' },
  ),
)
const header = findHeader([{ number: 1, cells: HEADINGS }])!
const context = { header, regions: intakeRegions(), asOf: '2026-11-24', today: '2026-11-24' }

test('any row is taken whole, skipped, or rejected with a sentence in both languages; never a fact no fact can be', () => {
  const states = new Set<string>()
  fc.assert(
    fc.property(fc.array(cell, { minLength: HEADINGS.length, maxLength: HEADINGS.length }), (cells) => {
      const reading = understandRow({ number: 7, cells }, context)
      states.add(reading.kind)
      if (reading.kind === 'actor') {
        for (const [fact, value] of Object.entries(reading.actor.facts)) {
          expect([fact, isValueOf(fact as FactId, value as FactValue)]).toEqual([fact, true])
        }
        expect(reading.actor.regency).toMatch(/^\d\d\.\d\d$/)
        expect(holdsIdentityNumber(JSON.stringify([reading.actor.name, reading.actor.products]))).toBe(false)
      }
      if (reading.kind === 'rejected') {
        expect(reading.problems.length).toBeGreaterThan(0)
        for (const problem of reading.problems) {
          for (const locale of ['id', 'en'] as const) {
            const sentence = locatedProblem(locale, 7, problem)
            expect(sentence).toMatch(locale === 'id' ? /^Baris 7/ : /^Row 7/)
            expect(sentence).not.toMatch(/undefined|null|\[object/)
          }
          expect(holdsIdentityNumber(problem.value)).toBe(false)
        }
      }
    }),
    { numRuns: 1500 },
  )
  expect([...states].sort()).toEqual(expect.arrayContaining(['rejected']))
})

test('any heading has a meaning, and the same one every time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...HEADINGS, ...PLAUSIBLE)), (heading) => {
      expect(headingMeaning(heading)).toEqual(headingMeaning(heading))
    }),
    { numRuns: 500 },
  )
})

test('every problem and every refusal of a file has its sentence in both languages', () => {
  const id = messagesFor('id').intake
  const en = messagesFor('en').intake
  const words = { value: 'v', item: 'i', choices: '', row: '2', kind: 'k', office: 'o' }
  for (const code of Object.keys(id.problems) as (keyof typeof id.problems)[]) {
    expect(id.problems[code](words)).not.toBe(en.problems[code](words))
  }
  expect(Object.keys(id.fileErrors)).toEqual(Object.keys(en.fileErrors))
})
