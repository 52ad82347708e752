import type { FieldId, IgnoredReason, Unit } from './fields.ts'
import { FIELD_PHRASES, IGNORED_PHRASES, PERMIT_PHRASES } from './heading-phrases.ts'
import { readNeedPhrase } from './need-words.ts'
import { editDistance, phraseList, plain, slipsAllowed } from './plain.ts'

/** What a heading says, and how sure: 3 as known, 2 by its words, 1 in spite of a slip. */
export type HeadingMeaning =
  | { readonly field: FieldId; readonly term: string | null; readonly sure: 1 | 2 | 3 }
  | { readonly ignored: IgnoredReason; readonly sure: 0 | 1 | 2 | 3 }

/** Shortened and older spellings, each with the word it stands for. */
const SHORT = new Map(
  `kab=kabupaten kec=kecamatan kel=kelurahan ds=desa jml=jumlah jlh=jumlah jmlh=jumlah no=nomor nmr=nomor
  nomer=nomor thn=tahun th=tahun bln=bulan bl=bulan prov=provinsi prop=provinsi sert=sertifikat agt=anggota
  anggt=anggota klp=kelompok klpk=kelompok kelompk=kelompok tgl=tanggal kebth=kebutuhan ijin=izin
  perijinan=perizinan handphone=hp prod=produk rek=rekening telpon=telepon pny=punya mempunyai=punya
  jns=jenis nm=nama merk=merek omset=omzet telp=telepon tlp=telepon hape=hp smartfon=smartphone keb=kebutuhan
  lgkp=lengkap dsn=dusun pemiliknya=pemilik usahanya=usaha`
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
)

/** The heading in expanded spelling, without what stands in brackets and without a number that ends it ("Kebutuhan 1"). */
export function headingKey(heading: string): string {
  const bare = plain(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')) || plain(heading)
  const words = bare.split(' ').map((word) => SHORT.get(word) ?? word)
  const key = words.join(' ')
  return key.replace(/ \d{1,2}$/, '') || key
}

/** Period and scale from the whole heading, the brackets included. */
export function headingUnit(heading: string): Unit {
  const words = plain(heading)
    .split(' ')
    .map((word) => SHORT.get(word) ?? word)
  const has = (...wanted: string[]) => wanted.some((word) => words.includes(word))
  const month = has('bulan', 'bulanan', 'sebulan', 'month')
  const year = has('tahun', 'tahunan', 'setahun', 'year')
  const scale = has('juta', 'jt', 'jutaan') ? 1_000_000 : has('ribu', 'rb', 'ribuan') ? 1000 : 1
  return { period: month === year ? null : month ? 'month' : 'year', scale }
}

type Known = { readonly key: string; readonly meaning: HeadingMeaning }

function expand(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => SHORT.get(word) ?? word)
    .join(' ')
}

const known: Known[] = [
  ...Object.entries(FIELD_PHRASES).flatMap(([field, phrases]) =>
    phraseList(phrases).map((phrase) => ({
      key: expand(phrase),
      meaning: { field: field as FieldId, term: null, sure: 3 as const },
    })),
  ),
  ...Object.entries(PERMIT_PHRASES).flatMap(([term, phrases]) =>
    phraseList(phrases).map((phrase) => ({
      key: expand(phrase),
      meaning: { field: 'permit_flag' as const, term, sure: 3 as const },
    })),
  ),
  ...Object.entries(IGNORED_PHRASES).flatMap(([reason, phrases]) =>
    phraseList(phrases).map((phrase) => ({
      key: expand(phrase),
      meaning: { ignored: reason as IgnoredReason, sure: 3 as const },
    })),
  ),
]
const byKey = new Map<string, HeadingMeaning>()
const byCompact = new Map<string, HeadingMeaning>()
for (const { key, meaning } of known) {
  if (!byKey.has(key)) byKey.set(key, meaning)
  if (!byCompact.has(key.replaceAll(' ', ''))) byCompact.set(key.replaceAll(' ', ''), meaning)
}

/** Longer headings, by the words they must, may and must not hold; the first rule that fits decides. */
const RULES: readonly { field?: FieldId; ignored?: IgnoredReason; all: RegExp[]; none?: RegExp }[] = [
  { ignored: 'identity_number', all: [/\b(nik|ktp|kk)\b/], none: /\bnama\b/ },
  { field: 'needs', all: [/\b(kebutuhan|dibutuhkan|diharapkan|diinginkan)\b/] },
  { field: 'annual_sales_idr', all: [/\b(omzet|penjualan)\b/] },
  { field: 'group_size', all: [/\b(jumlah|banyaknya)\b/, /\banggota\b/] },
  { field: 'operating_months', all: [/\b(lama|umur|usia)\b/, /\b(usaha|berusaha|produksi|beroperasi)\b/] },
  { field: 'start_year', all: [/\b(tahun|sejak)\b/, /\b(mulai|berdiri|didirikan|memulai)\b/] },
  { field: 'aided_before', all: [/\bpernah\b/, /\b(bantuan|dibantu)\b/] },
  { field: 'credit_past', all: [/\b(pernah|riwayat)\b/, /\b(kredit|pinjaman)\b/] },
  { field: 'credit_active', all: [/\b(kredit|pinjaman)\b/, /\b(sedang|berjalan|aktif|saat ini)\b/] },
  { field: 'smartphone', all: [/\b(android|smartphone|ponsel pintar)\b/] },
  { field: 'bank_account', all: [/\brekening\b/] },
  { field: 'internet', all: [/\binternet\b/] },
  { field: 'email', all: [/\b(email|surel)\b/] },
  { ignored: 'contact', all: [/\b(alamat|telepon|whatsapp|wa|hp)\b/] },
  {
    field: 'permits',
    all: [/\b(izin|perizinan|legalitas|sertifikat|sertifikasi)\b/, /\b(dimiliki|usaha|punya|memiliki|ada)\b/],
  },
  {
    field: 'cluster',
    all: [/\b(kluster|klaster|cluster|tingkat|kelas|kategori|klasifikasi)\b/, /\b(ir|industri rumahan)\b/],
  },
  {
    field: 'business_name',
    all: [/\bnama\b/, /\b(usaha|toko|perusahaan|industri)\b/],
    none: /\b(pelaku|pemilik|produk|kelompok|pengusaha)\b/,
  },
  {
    field: 'name',
    all: [/\bnama\b/, /\b(pelaku|pemilik|pengusaha|lengkap|perajin|pengrajin|peserta|anggota|responden)\b/],
    none: /\b(kelompok|suami)\b/,
  },
  { field: 'regency', all: [/\bkabupaten\b/] },
  { field: 'village', all: [/\b(desa|kelurahan)\b/], none: /\b(kepala|nomor|kode)\b/ },
  { field: 'products', all: [/\bproduk\b/], none: /\b(bentuk|izin|harga|foto|jumlah|kemasan|merek)\b/ },
  { field: 'sector', all: [/\b(jenis|bidang|sektor|kbli)\b/, /\b(usaha|industri|kegiatan|kbli|produksi)\b/] },
]

function byRule(key: string): HeadingMeaning | null {
  for (const rule of RULES) {
    if (rule.all.every((word) => word.test(key)) && !rule.none?.test(key)) {
      return rule.field ? { field: rule.field, term: null, sure: 2 } : { ignored: rule.ignored ?? 'not_kept', sure: 2 }
    }
  }
  return null
}

/** "Kebutuhan modal", "Butuh pelatihan": a column for one need. */
function needFlag(key: string): HeadingMeaning | null {
  const rest = /^(?:kebutuhan|butuh|perlu|membutuhkan) (?:akan |bantuan )?(.+)$/.exec(key)?.[1]
  const need = rest ? readNeedPhrase(rest) : null
  return need ? { field: 'need_flag', term: need, sure: 2 } : null
}

function bySlip(key: string): HeadingMeaning | null {
  const limit = slipsAllowed(key.length)
  let best: HeadingMeaning | null = null
  let least = limit + 1
  for (const candidate of known) {
    if (candidate.key.length < 5 || slipsAllowed(candidate.key.length) === 0) continue
    const distance = editDistance(key, candidate.key, least - 1)
    if (distance < least) {
      least = distance
      best = candidate.meaning
    }
  }
  return limit > 0 && best ? { ...best, sure: 1 } : null
}

const remembered = new Map<string, HeadingMeaning>()

/** What a heading means; `ignored: 'unknown'` with `sure: 0` when nobody knows. */
export function headingMeaning(heading: string): HeadingMeaning {
  const key = headingKey(heading)
  const seen = remembered.get(key)
  if (seen) return seen
  const meaning: HeadingMeaning = byKey.get(key) ??
    byCompact.get(key.replaceAll(' ', '')) ??
    needFlag(key) ??
    byRule(key) ??
    bySlip(key) ?? { ignored: 'unknown', sure: 0 }
  if (remembered.size < 5000) remembered.set(key, meaning)
  return meaning
}
