import { readFileSync } from 'node:fs'

/** People who do not exist, with words that stand nowhere else, so that each find is a leak. */
export const PEOPLE = [
  {
    name: 'Zulfaqirahwati Namacanary',
    business: 'Usahacanary Jayaxyq',
    village: 'Desacanaryqz',
    address: 'Gang Jalancanary 77',
    phone: '0812-9911-7753',
    nik: '3324019911775311',
    email: 'suratcanary@contoh.example',
  },
  {
    name: 'NAMACANARYDUA, Hj. Qoriyanti',
    business: 'CV Usahacanarydua',
    village: 'Kampungcanaryqz',
    address: 'RT 03 Dukuhcanary',
    phone: '+62 (813) 5522.9917',
    nik: '3317025522991722',
    email: 'canarydua@contoh.example',
  },
] as const

/** What may stand nowhere, in lower case; numbers also as digits alone. */
export const MARKERS: readonly string[] = [
  'zulfaqirahwati',
  'namacanary',
  'qoriyanti',
  'usahacanary',
  'jayaxyq',
  'desacanaryqz',
  'kampungcanaryqz',
  'jalancanary',
  'dukuhcanary',
  'suratcanary',
  'canarydua',
  ...PEOPLE.flatMap(({ phone, nik }) => {
    const digits = phone.replace(/\D/g, '')
    return [phone, digits, digits.replace(/^(0|62)/, ''), nik]
  }),
]

/** The list as an office keeps it, with more columns than asked for and contacts written among the products. */
export function canarySheet(): string {
  const heads =
    'Nama Pelaku;Nama Usaha;NIK;No HP;Alamat lengkap;Email;Kab/Kota;Desa/Kelurahan;Jenis Usaha;Produk;Klaster IR;Kebutuhan'
  const rows = PEOPLE.map((person, at) =>
    [
      person.name,
      person.business,
      person.nik,
      person.phone,
      person.address,
      person.email,
      at === 0 ? 'Kab. Kendal' : 'KENDAL',
      person.village,
      'keripik',
      `keripik singkong hub ${person.phone}, ${person.email}, KTP ${person.nik}`,
      'IR 1',
      'modal, kemasan',
    ].join(';'),
  )
  return `${[heads, ...rows].join('\r\n')}\r\n`
}

/** The markers that stand in a text, whatever its case. */
export function markersIn(text: string, markers: readonly string[] = MARKERS): string[] {
  const lower = text.toLowerCase()
  return markers.filter((marker) => lower.includes(marker.toLowerCase()))
}

/** The markers that stand in bytes as Latin, UTF-8 or UTF-16 of either order. */
export function markersInBytes(bytes: Buffer, markers: readonly string[] = MARKERS): string[] {
  const narrow = bytes.toString('latin1')
  return [...new Set([...markersIn(narrow, markers), ...markersIn(narrow.replaceAll('\0', ''), markers)])]
}

export function markersInFile(file: string, markers?: readonly string[]): string[] {
  return markersInBytes(readFileSync(file), markers)
}
