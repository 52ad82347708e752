import { expect, test } from 'vitest'
import { headingMeaning, headingUnit } from '#app/intake/understand/headings.ts'

const FIELDS: Record<string, string> = {
  'Nama Pelaku': 'name',
  'NAMA PEMILIK': 'name',
  Nama: 'name',
  'Nama Lengkap (sesuai KTP)': 'name',
  'Nama Pelku': 'name',
  'Nama Pelaku Industri Rumahan': 'name',
  'Nama Usaha': 'business_name',
  'Nama Usaha / Merek': 'business_name',
  'Kab/Kota': 'regency',
  'Kabupaten/Kota': 'regency',
  'KAB. / KOTA': 'regency',
  Kabupaten: 'regency',
  'Kabupten/Kota': 'regency',
  Provinsi: 'province',
  Propinsi: 'province',
  Prov: 'province',
  'Desa/Kel.': 'village',
  'Desa / Kelurahan': 'village',
  'Kel/Desa': 'village',
  'Nama Desa': 'village',
  'Jenis Usaha': 'sector',
  Sektor: 'sector',
  'Bidang usaha': 'sector',
  'Kode KBLI': 'sector',
  Produk: 'products',
  'Jenis produk': 'products',
  'Produk yang dihasilkan': 'products',
  Kluster: 'cluster',
  'Klaster IR': 'cluster',
  'Kelas IR (1/2/3)': 'cluster',
  Kebutuhan: 'needs',
  Kebutuahn: 'needs',
  'Kebutuhan 1': 'needs',
  'Bantuan yang dibutuhkan': 'needs',
  'Izin yang dimiliki': 'permits',
  'Ijin Usaha': 'permits',
  Legalitas: 'permits',
  'Lama usaha': 'operating_months',
  'Lama Usaha (tahun)': 'operating_months',
  'Tahun berdiri': 'start_year',
  'Jumlah anggota kelompok': 'group_size',
  'Jml Anggota Klp': 'group_size',
  'Punya HP Android': 'smartphone',
  'Punya HP Android (Y/T)': 'smartphone',
  Smartphone: 'smartphone',
  'Rekening bank': 'bank_account',
  'No. Rekening': 'bank_account',
  'Akses internet': 'internet',
  'E-mail': 'email',
  'Omzet/thn': 'annual_sales_idr',
  'Omset per bulan (Rp)': 'annual_sales_idr',
  'Kredit berjalan': 'credit_active',
  'Pernah menerima bantuan': 'aided_before',
  'L/P': 'gender',
  Merk: 'has_brand_label',
  'Kepemilikan usaha': 'ownership',
  'Tgl Pendataan': 'as_of',
}

test.each(Object.entries(FIELDS))('%s is read as %s', (heading, field) => {
  expect(headingMeaning(heading)).toMatchObject({ field })
})

test.each([
  ['NIB', 'permit_flag', 'nib'],
  ['No. PIRT', 'permit_flag', 'spp_irt'],
  ['P-IRT', 'permit_flag', 'spp_irt'],
  ['Sertifikat Halal', 'permit_flag', 'halal'],
  ['Butuh modal', 'need_flag', 'capital'],
  ['Kebutuhan pelatihan', 'need_flag', 'training'],
])('%s is a column of its own: %s %s', (heading, field, term) => {
  expect(headingMeaning(heading)).toMatchObject({ field, term })
})

test.each([
  ['NIK', 'identity_number'],
  ['No. KTP', 'identity_number'],
  ['No KK', 'identity_number'],
  ['No. HP', 'contact'],
  ['No. HP/WA', 'contact'],
  ['Alamat', 'contact'],
  ['Alamat Rumah Lengkap', 'contact'],
  ['Kecamatan', 'not_kept'],
  ['No', 'not_kept'],
  ['Masalah', 'problems'],
  ['Hobi', 'unknown'],
  ['Shio', 'unknown'],
])('%s is not read: %s', (heading, ignored) => {
  expect(headingMeaning(heading)).toMatchObject({ ignored })
})

test('a heading tells period and scale of its numbers', () => {
  expect(headingUnit('Omzet per bulan (Rp juta)')).toEqual({ period: 'month', scale: 1_000_000 })
  expect(headingUnit('Omzet/thn')).toEqual({ period: 'year', scale: 1 })
  expect(headingUnit('Lama usaha (bulan)')).toEqual({ period: 'month', scale: 1 })
  expect(headingUnit('Lama usaha (tahun/bulan)')).toEqual({ period: null, scale: 1 })
})
