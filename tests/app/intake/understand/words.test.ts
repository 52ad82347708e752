import { expect, test } from 'vitest'
import { saysNone, saysNothing } from '#app/intake/understand/known-none.ts'
import { readNeeds } from '#app/intake/understand/need-words.ts'
import { readCluster } from '#app/intake/understand/read-cluster.ts'
import { readDay } from '#app/intake/understand/read-date.ts'
import { readSectors } from '#app/intake/understand/read-sector.ts'
import { readHolds, readIsWoman, readYesNo } from '#app/intake/understand/read-yes-no.ts'
import { readChoice, readSet } from '#app/intake/understand/set-words.ts'
import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }

test.each([
  ['IR 1', 'IR1'],
  ['IR-I', 'IR1'],
  ['ir2', 'IR2'],
  ['IR III', 'IR3'],
  ['Berkembang', 'IR2'],
  ['Pemula', 'IR1'],
  ['IR Maju', 'IR3'],
  ['1', 'IR1'],
  ['Klaster 2', 'IR2'],
  ['IR 1 (Pemula)', 'IR1'],
  ['kluster III', 'IR3'],
  ['4', null],
  ['IR 1 / IR 2', null],
  ['IR 1 (Maju)', null],
  ['mikro', null],
  ['constructor', null],
])('the cluster %s', (text, cluster) => {
  expect(readCluster(text)).toBe(cluster)
})

test('every sector and need is known by its id and its labels in both languages', () => {
  for (const sector of vocabulary.sectors.filter(({ id }) => id !== '*')) {
    for (const text of [sector.id, sector.id_label, sector.en_label]) {
      expect([text, readSectors(text)]).toEqual([text, { sectors: [sector.id], unknown: [], broad: [] }])
    }
  }
  for (const need of vocabulary.needs) {
    for (const text of [need.id, need.id_label, need.en_label]) {
      expect([text, readNeeds(text)]).toEqual([text, { ids: [need.id], unknown: [] }])
    }
  }
  for (const permit of vocabulary.permits) {
    expect(readSet('permits', permit.id_label).ids, permit.id_label).toEqual([permit.id])
  }
})

test('every KBLI code of the vocabulary leads to its sector or the nearest one', () => {
  for (const { code, sector, nearest_sector } of vocabulary.kbli) {
    expect([code, readSectors(`KBLI ${code}`).sectors]).toEqual([code, [sector ?? nearest_sector]])
  }
  expect(readSectors('10307').sectors).toEqual(['food_soy'])
  expect(readSectors('99999').unknown).toHaveLength(1)
})

test.each([
  ['keripik', ['food_snack']],
  ['Keripik Tempe', ['food_snack']],
  ['Membuat keripik singkong', ['food_snack']],
  ['kerupuk ikan', ['food_snack']],
  ['Abon ikan', ['food_fish']],
  ['Bandeng presto', ['food_fish']],
  ['kue kering, jamu', ['food_bakery', 'herbal']],
  ['Roti & kue', ['food_bakery']],
  ['katering', ['food_meal']],
  ['tahu dan tempe', ['food_soy']],
  ['Gula aren', ['food_sugar_sweets']],
  ['kopi bubuk', ['beverage']],
  ['sabun cuci piring', ['soap_cosmetic']],
  ['Batik tulis', ['textile_batik']],
  ['tenun ikat', ['textile_weaving']],
  ['bordir', ['embroidery']],
  ['Konveksi/Jahit', ['garment']],
  ['sprei dan bed cover', ['bedding_household_textile']],
  ['anyaman bambu', ['woven_fibre']],
  ['tas anyaman pandan', ['woven_fibre']],
  ['ukiran kayu', ['wood_craft']],
  ['sepatu kulit', ['leather_footwear']],
  ['gerabah', ['ceramics']],
  ['souvenir', ['other_craft']],
  ['baju batik', ['textile_batik', 'garment']],
  ['10794', ['food_snack']],
  ['1. keripik 2. kopi', ['food_snack', 'beverage']],
])('the sector words %s', (text, sectors) => {
  expect(readSectors(text)).toEqual({ sectors, unknown: [], broad: [] })
})

test('words too wide for one sector are told with what they may mean, unknown ones with the nearest word', () => {
  expect(readSectors('Makanan').broad).toMatchObject([
    { item: 'Makanan', candidates: expect.arrayContaining(['food_snack', 'food_fish']) },
  ])
  expect(readSectors('makanan dan minuman').broad[0]!.candidates).toContain('beverage')
  expect(readSectors('Kerajinan').broad).toHaveLength(1)
  expect(readSectors('kerpik').unknown).toEqual([{ item: 'kerpik', nearest: 'keripik' }])
  expect(readSectors('bengkel las').unknown).toEqual([{ item: 'bengkel las', nearest: null }])
})

test.each([
  ['modal, pelatihan', ['capital', 'training']],
  ['pelatihan; modal usaha', ['training', 'capital']],
  ['1. Modal\n2. Kemasan\n3. Pemasaran', ['capital', 'packaging', 'market_access']],
  ['Pemasaran online', ['digital_marketing']],
  ['NIB, halal, merek', ['legal_permits', 'halal', 'ip_trademark']],
  ['alat produksi & bahan baku', ['equipment', 'raw_material']],
  ['bantuan alat/mesin', ['equipment']],
  ['capital|market_access', ['capital', 'market_access']],
  ['Pengurusan P-IRT', ['legal_permits']],
])('the needs of %s stand in order', (text, ids) => {
  expect(readNeeds(text)).toEqual({ ids, unknown: [] })
})

test('an unknown need is told with the nearest word', () => {
  expect(readNeeds('modal, pelatihn').unknown).toEqual([{ item: 'pelatihn', nearest: 'Pelatihan' }])
  expect(readNeeds('liburan').unknown).toEqual([{ item: 'liburan', nearest: null }])
})

test.each([
  ['NIB, P-IRT', ['nib', 'spp_irt']],
  ['nib/pirt/halal', ['nib', 'spp_irt', 'halal']],
  ['NIB dan SPP-IRT', ['nib', 'spp_irt']],
  ['Sertifikat Halal MUI', ['halal']],
  ['HAKI', ['merek']],
])('the permits %s', (text, ids) => {
  expect(readSet('permits', text)).toEqual({ ids, unknown: [] })
})

test('kinds of credit and choices', () => {
  expect(readSet('credit', 'KUR BRI, Mekaar').ids).toEqual(['kur', 'mekaar'])
  expect(readSet('credit', 'BRI').ids).toEqual(['bank'])
  expect(readSet('credit', 'pinjaman KUR di Bank Jateng').ids).toEqual(['kur'])
  expect(readSet('credit', 'KUR, kredit bank').ids).toEqual(['kur', 'bank'])
  expect(readChoice('ownership', 'milik sendiri')).toBe('person')
  expect(readChoice('ownership', 'KUB')).toBe('group')
  expect(readChoice('ownership', 'CV')).toBeNull()
  expect(readChoice('product_form', 'beku')).toBe('frozen_chilled')
})

test.each([
  ['ya', true],
  ['Tidak', false],
  ['ada', true],
  ['belum', false],
  ['✓', true],
  ['√', true],
  ['v', true],
  ['x', false],
  ['1', true],
  ['0', false],
  ['TRUE', true],
  ['tidak punya android', false],
  ['mungkin', null],
])('%s as an answer', (text, answer) => {
  expect(readYesNo(text)).toBe(answer)
})

test('a heading widens what counts as yes', () => {
  expect(readYesNo('Android', 'smartphone')).toBe(true)
  expect(readYesNo('HP biasa', 'smartphone')).toBe(false)
  expect(readYesNo('BRI', 'bank_account')).toBe(true)
  expect(readYesNo('ibu@contoh.id', 'email')).toBe(true)
  expect(readHolds('9120001234567')).toBe(true)
  expect(readHolds('dalam proses')).toBe(false)
  expect(readIsWoman('P')).toBe(true)
  expect(readIsWoman('L')).toBe(false)
})

test('an empty cell, a dash or "tidak tahu" says nothing; "tidak ada" is knowledge', () => {
  for (const text of ['', ' ', '-', '...', '?', 'tidak tahu', 'n/a']) expect(saysNothing(text)).toBe(true)
  for (const text of ['tidak ada', 'belum punya', 'nihil']) {
    expect(saysNothing(text)).toBe(false)
    expect(saysNone(text)).toBe(true)
  }
  expect(saysNothing('0')).toBe(false)
})

test.each([
  ['24-11-2026', '2026-11-24'],
  ['24/11/26', '2026-11-24'],
  ['24 Nov 2026', '2026-11-24'],
  ['3 Agustus 2025', '2025-08-03'],
  ['2026-03-01', '2026-03-01'],
  ['06/2025', '2025-06-30'],
  ['2024', '2024-12-31'],
  ['2026', '2026-11-24'],
  ['31-02-2026', null],
  ['kemarin', null],
])('the day %s', (text, day) => {
  expect(readDay(text, '2026-11-24')).toBe(day)
})
