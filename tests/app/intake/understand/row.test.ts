import { expect, test } from 'vitest'
import type { Cell } from '#app/intake/read/cell.ts'
import { intakeRegions } from '#app/intake/regions.server.ts'
import { findHeader } from '#app/intake/understand/find-header.ts'
import { naturalKey, villageName } from '#app/intake/understand/natural-key.ts'
import type { Problem } from '#app/intake/understand/problem.ts'
import { understandRow } from '#app/intake/understand/understand-row.ts'
import type { UnderstoodActor } from '#app/intake/understand/understood.ts'

/** Reads one row given as heading: cell. Name and regency are filled unless told otherwise. */
function read(given: Record<string, Cell>) {
  const cells: Record<string, Cell> = { 'Nama Pelaku': 'Contoh Sari', 'Kab/Kota': 'Kab. Kendal', ...given }
  const header = findHeader([{ number: 1, cells: Object.keys(cells) }])!
  const context = { header, regions: intakeRegions(), asOf: '2026-11-24', today: '2026-11-24' }
  return understandRow({ number: 2, cells: Object.values(cells) }, context)
}

function actor(given: Record<string, Cell>): UnderstoodActor {
  const reading = read(given)
  if (reading.kind !== 'actor') throw new Error(JSON.stringify(reading))
  return reading.actor
}

function problems(given: Record<string, Cell>): readonly Problem[] {
  const reading = read(given)
  return reading.kind === 'rejected' ? reading.problems : []
}

test('a full row is read into profile and facts', () => {
  expect(
    actor({
      'Nama Usaha': 'Usaha Contoh',
      'Desa/Kel.': 'DESA BOJA',
      'Jenis Usaha': 'keripik, kue kering',
      Produk: 'keripik pisang',
      'Klaster IR': 'IR-II',
      Kebutuhan: 'modal, pemasaran online',
      'Izin yang dimiliki': 'NIB, PIRT',
      'Lama usaha': '2 tahun',
      'Jumlah anggota kelompok': '15 orang',
      'Punya HP Android': 'ya',
      'Rekening bank': 'BRI',
      'Omzet/thn': 'Rp 30.000.000',
      Kepemilikan: 'perorangan',
      'L/P': 'P',
    }),
  ).toMatchObject({
    name: 'Contoh Sari',
    businessName: 'Usaha Contoh',
    regency: '33.24',
    village: 'Boja',
    sectors: ['food_snack', 'food_bakery'],
    products: 'keripik pisang',
    cluster: 'IR2',
    needs: ['capital', 'digital_marketing'],
    facts: {
      permits: ['nib', 'spp_irt'],
      operating_months: 24,
      group_size: 15,
      smartphone: true,
      bank_account: true,
      annual_sales_idr: 50_000_000,
      ownership: 'person',
      woman_owned: true,
    },
  })
})

test('an empty cell is unknown, "tidak ada" is known to be none', () => {
  const blank = actor({ Kebutuhan: '', 'Izin yang dimiliki': '-', 'Kredit berjalan': null, 'Punya HP Android': '?' })
  expect(blank.needs).toBeNull()
  expect(blank.facts).toEqual({})
  const none = actor({
    Kebutuhan: 'tidak ada',
    'Izin yang dimiliki': 'belum ada',
    'Kredit berjalan': 'tidak ada',
    'Jumlah anggota kelompok': 'tidak berkelompok',
    'Punya HP Android': 'tidak punya',
  })
  expect(none.needs).toEqual([])
  expect(none.facts).toEqual({ permits: [], credit_active: [], group_size: 0, smartphone: false })
})

test('a row says which permits it asked about one by one, and a note where the NIB was not among them', () => {
  const some = read({ NIB: 'ada', 'P-IRT': 'tidak ada' })
  expect(some).toMatchObject({ actor: { permitsAsked: ['nib', 'spp_irt'], facts: { permits: ['nib'] } }, notices: [] })
  const one = read({ NIB: '', 'P-IRT': 'ada' })
  expect(one).toMatchObject({
    actor: { permitsAsked: ['spp_irt'] },
    notices: [{ column: 'P-IRT', code: 'permits_partly' }],
  })
  expect(actor({ 'Izin yang dimiliki': 'PIRT' }).permitsAsked).toBeNull()
})

test('columns for single permits and needs add up; a rank orders the needs', () => {
  const read = actor({
    NIB: '9120001234567',
    'P-IRT': 'x',
    'Sertifikat Halal': '✓',
    'Kebutuhan modal': 2,
    'Kebutuhan pelatihan': 1,
    'Kebutuhan pemasaran': 0,
  })
  expect(read.facts.permits).toEqual(['nib', 'halal'])
  expect(read.needs).toEqual(['training', 'capital'])
  expect(actor({ 'Kebutuhan 1': 'alat', 'Kebutuhan 2': 'modal' }).needs).toEqual(['equipment', 'capital'])
})

test('a wide sector word is settled by the products alone', () => {
  expect(actor({ 'Jenis Usaha': 'Makanan', Produk: 'keripik singkong, abon ikan' }).sectors).toEqual([
    'food_snack',
    'food_fish',
  ])
  expect(problems({ 'Jenis Usaha': 'Makanan', Produk: 'serba ada' })).toMatchObject([
    { column: 'Jenis Usaha', code: 'sector.broad', value: 'Makanan' },
  ])
  expect(problems({ 'Jenis Usaha': 'Kerajinan', Produk: 'keripik' })).toMatchObject([{ code: 'sector.broad' }])
})

test('without a sector column the products tell the sector, and say that they did', () => {
  expect(actor({ Produk: 'kopi bubuk' })).toMatchObject({ sectors: ['beverage'], sectorsFromProducts: true })
  expect(actor({ Produk: 'serba-serbi' })).toMatchObject({ sectors: null, sectorsFromProducts: false })
})

test('an unknown sector is a problem that offers the nearest word; known beside unknown is taken with a notice', () => {
  expect(problems({ Sektor: 'kerpik' })).toEqual([
    { column: 'Sektor', value: 'kerpik', code: 'sector.unknown', values: { item: 'kerpik', nearest: 'keripik' } },
  ])
  const reading = read({ Sektor: 'keripik, bengkel las' })
  expect(reading).toMatchObject({
    kind: 'actor',
    actor: { sectors: ['food_snack'] },
    notices: [{ column: 'Sektor', code: 'sector_partly' }],
  })
})

test.each([
  ['Kab. Kendal', {}, '33.24'],
  ['KENDAL', {}, '33.24'],
  ['Kota Semarang', {}, '33.74'],
  [33.24, {}, '33.24'],
  ['33.24', {}, '33.24'],
  [33.2, {}, '33.20'],
  ['Semarang', { Provinsi: 'Jawa Tengah' }, null],
  ['Kendal', { Provinsi: 'Jateng' }, '33.24'],
])('the region %s', (text, more, code) => {
  const reading = read({ 'Kab/Kota': text, ...more })
  expect(reading.kind === 'actor' ? reading.actor.regency : null).toBe(code)
})

test('regions that are unknown, ambiguous or of another province are told with what may be meant', () => {
  expect(problems({ 'Kab/Kota': 'Kab. Kedal' })).toEqual([
    {
      column: 'Kab/Kota',
      value: 'Kab. Kedal',
      code: 'region.unknown',
      values: { suggestions: expect.arrayContaining(['Kab. Kendal']) },
    },
  ])
  expect(problems({ 'Kab/Kota': 'Semarang' })).toMatchObject([
    {
      code: 'region.ambiguous',
      values: { candidates: ['Kab. Semarang', 'Kota Semarang'] },
    },
  ])
  expect(problems({ 'Kab/Kota': 'Kab. Kendal', Provinsi: 'Jawa Barat' })).toMatchObject([
    { code: 'region.other_province', values: { found: 'Kab. Kendal' } },
  ])
  expect(problems({ Provinsi: 'Jawa Tngah' })).toMatchObject([{ column: 'Provinsi', code: 'province.unknown' }])
  expect(problems({ 'Kab/Kota': '' })).toMatchObject([{ code: 'region.missing' }])
})

test.each<[Record<string, Cell>, string]>([
  [{ 'Nama Pelaku': '' }, 'name.missing'],
  [{ 'Nama Pelaku': 12 }, 'name.not_text'],
  [{ 'Nama Pelaku': 'Contoh 3324010101010001' }, 'cell.identity_number'],
  [{ 'Klaster IR': 'IR 4' }, 'cluster.unknown'],
  [{ Kebutuhan: 'modal, liburan' }, 'term.unknown'],
  [{ 'Izin yang dimiliki': 'NIP' }, 'term.unknown'],
  [{ 'Punya HP Android': 'mungkin' }, 'yes_no.unknown'],
  [{ 'Jumlah anggota kelompok': 'banyak' }, 'count.unreadable'],
  [{ 'Lama usaha': 'lama sekali' }, 'months.unreadable'],
  [{ 'Tahun berdiri': 'dulu' }, 'year.unreadable'],
  [{ 'Omzet/thn': 'lumayan' }, 'rupiah.unreadable'],
  [{ 'Tgl Pendataan': 'kemarin' }, 'date.unreadable'],
  [{ 'Tgl Pendataan': { kind: 'date', day: '2027-01-01' } }, 'date.future'],
  [{ Kepemilikan: 'CV' }, 'choice.unknown'],
  [{ Kebutuhan: { kind: 'formula' } }, 'cell.formula'],
  [{ Kebutuhan: { kind: 'error', text: '#REF!' } }, 'cell.error'],
])('%j is a problem: %s', (given, code) => {
  expect(problems(given).map((problem) => problem.code)).toEqual([code])
})

test('an identity number never stands in a problem', () => {
  expect(
    JSON.stringify(problems({ 'Nama Pelaku': 'Contoh 3324 0101 0101 0001', 'Klaster IR': '3324010101010001' })),
  ).not.toMatch(/3324/)
})

test('a number without its unit leaves the fact unknown and says so', () => {
  const reading = read({ 'Lama usaha': 3, Omzet: 5_000_000 })
  expect(reading).toMatchObject({
    kind: 'actor',
    actor: { facts: {} },
    notices: [
      { column: 'Lama usaha', code: 'unit_missing' },
      { column: 'Omzet', code: 'unit_missing' },
    ],
  })
  expect(actor({ 'Lama usaha (tahun)': 3, 'Omzet per bulan (juta)': 5 }).facts).toEqual({
    operating_months: 36,
    annual_sales_idr: 100_000_000,
  })
})

test.each<[Record<string, Cell>, string]>([
  [{ 'Nama Pelaku': '', 'Kab/Kota': '' }, 'blank'],
  [{ 'Nama Pelaku': 'Jumlah', 'Kab/Kota': '', Produk: 45 }, 'total'],
  [{ 'Nama Pelaku': 'Nama Pelaku', 'Kab/Kota': 'Kab/Kota' }, 'heading'],
  [{ 'Nama Pelaku': 'CONTOH: Sri Rahayu' }, 'example'],
  [{ 'Nama Pelaku': '', 'Kab/Kota': '', Produk: 'Kendal, November 2026' }, 'remark'],
])('%j is no data row: %s', (given, why) => {
  expect(read(given)).toEqual({ kind: 'skipped', why })
})

test('a later pattern of spelling gives the same natural key', () => {
  const her = { name: 'Contoh Sari', businessName: 'Usaha Sari', regency: '33.24', village: 'Boja' }
  expect(naturalKey({ ...her, name: ' CONTOH  sari ', businessName: 'usaha-sari', village: 'Ds. BOJA' })).toBe(
    naturalKey(her),
  )
  expect(naturalKey({ ...her, village: null })).not.toBe(naturalKey(her))
  expect(villageName('KEL. SUKA MAJU')).toBe('Suka Maju')
  expect(villageName('Desa McArthur')).toBe('McArthur')
})
