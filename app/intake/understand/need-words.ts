import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import { remembered } from './remember.ts'
import { splitList, splitSoft } from './split-list.ts'
import { type TermReader, termReader, type WordTable } from './term-words.ts'

const NEED_WORDS: WordTable = {
  capital: `
    modal, permodalan, modal usaha, modal kerja, tambahan modal, bantuan modal, akses modal, akses permodalan, pinjaman, pinjaman modal, kredit, kur, pembiayaan, akses pembiayaan,
    dana, bantuan dana, suntikan modal, dana usaha, pinjaman lunak, hibah, keuangan, akses keuangan, akses kredit, uang, bantuan uang`,
  savings: 'tabungan, menabung, simpanan, simpan pinjam, arisan',
  training: `
    pelatihan, latihan, kursus, diklat, bimtek, bimbingan teknis, workshop, pelatihan produksi, pelatihan usaha, pelatihan keterampilan, peningkatan keterampilan, keterampilan, peningkatan kapasitas, training,
    pelatihan kewirausahaan, kewirausahaan, penyuluhan, inovasi produk, pengembangan produk, diversifikasi produk, pelatihan manajemen, manajemen usaha, pelatihan inovasi produk, bimbingan`,
  mentoring:
    'pendampingan, didampingi, pendamping, mentoring, mentor, pembinaan, pendampingan usaha, konsultasi, konsultasi usaha, coaching, inkubasi, pembinaan usaha',
  equipment: `
    alat, peralatan, alat produksi, peralatan produksi, mesin, mesin produksi, bantuan alat, bantuan peralatan, bantuan mesin, sarana produksi, sarana prasarana, sarpras, perlengkapan, oven, mixer, mesin jahit,
    kompor, freezer, alat masak, mesin pengemas, vacuum sealer, spinner, mesin spinner, alat pengemas, peralatan usaha, alat usaha, tempat usaha, tempat produksi, rumah produksi, teknologi, teknologi tepat guna, ttg, mesin obras, etalase, gerobak`,
  raw_material:
    'bahan baku, bahan, bahan mentah, pasokan bahan, pasokan bahan baku, ketersediaan bahan baku, bibit, bahan produksi, stok bahan, pemasok, supplier, benang, kain, bahan kain',
  product_quality: `
    mutu, kualitas, mutu produk, kualitas produk, peningkatan kualitas, peningkatan mutu, higiene, kebersihan, kebersihan produksi, sanitasi, standar mutu, standarisasi, standardisasi, keamanan pangan, uji lab, uji laboratorium, cppob, masa simpan,
    daya tahan produk, sni, pelatihan keamanan pangan, higienitas, kualitas rasa`,
  packaging: `
    kemasan, pengemasan, packaging, packing, label, desain kemasan, kemasan dan label, kemas, bantuan kemasan, label kemasan, desain label, desain, standing pouch, kemasan produk, pelatihan kemasan, labelling, labeling, plastik kemasan, desain produk, pengepakan, stiker`,
  legal_permits: `
    izin, izin usaha, perizinan, perijinan, ijin, legalitas, nib, pirt, p irt, spp irt, iumk, izin edar, bpom, npwp, legalitas usaha, pengurusan izin, pengurusan nib, pembuatan nib, pengurusan pirt, fasilitasi pirt, izin pirt, sku, slhs,
    oss, pembuatan pirt, pendaftaran nib, badan hukum, pengurusan ijin, ijin usaha, sertifikasi, sertifikat, sertifikat pirt, penyuluhan keamanan pangan pkp`,
  halal:
    'halal, sertifikat halal, sertifikasi halal, label halal, sertifikasi halal gratis, sehati, pengurusan halal, fasilitasi halal',
  ip_trademark: `
    merek, merk, hki, haki, pendaftaran merek, hak merek, daftar merek, paten, hak cipta, sertifikat merek, kekayaan intelektual, pendaftaran merk, hak kekayaan intelektual, branding merek, fasilitasi merek, pendaftaran hki`,
  bookkeeping: `
    pembukuan, pencatatan, pencatatan keuangan, laporan keuangan, akuntansi, manajemen keuangan, pengelolaan keuangan, pembukuan sederhana, pelatihan pembukuan, literasi keuangan, hpp, perhitungan hpp, pencatatan usaha, pembukuan usaha`,
  digital_literacy:
    'literasi digital, pelatihan digital, komputer, internet, pelatihan komputer, digitalisasi, gawai, pelatihan hp, belajar hp, digital, pelatihan internet, pelatihan android, aplikasi, melek digital',
  digital_marketing: `
    pemasaran digital, pemasaran online, pemasaran daring, digital marketing, marketplace, jualan online, toko online, penjualan online, promosi online, media sosial, iklan online, e commerce, ecommerce, shopee, tokopedia, tiktok, instagram, foto produk,
    pelatihan foto produk, medsos, jual online, whatsapp bisnis, wa bisnis, jualan daring, penjualan daring, pemasaran on line, konten, promosi digital, lokapasar, facebook`,
  payments:
    'pembayaran digital, qris, dompet digital, pembayaran nontunai, pembayaran non tunai, e wallet, ovo, gopay, dana qris, mesin edc, transaksi digital',
  market_access: `
    pasar, akses pasar, pemasaran, perluasan pasar, promosi, pameran, bazar, bazaar, pembeli, penjualan, jaringan pasar, jaringan pemasaran, akses pemasaran, mitra dagang, toko oleh oleh, ritel, ritel modern, swalayan, marketing, buyer, pelanggan,
    peluang pasar, outlet, gerai, reseller, kemitraan pasar, bantuan pemasaran, pasar modern, supermarket, minimarket, toko modern, memasarkan, offtaker, business matching, temu bisnis, perluasan pemasaran, ekspo, branding, konsinyasi`,
  logistics:
    'pengiriman, ongkir, ongkos kirim, logistik, kurir, jasa kirim, ekspedisi, transportasi, distribusi, pengantaran, kendaraan',
  export: 'ekspor, export, kesiapan ekspor, pasar ekspor, pasar luar negeri, siap ekspor, luar negeri',
  networking:
    'kelompok, jejaring, komunitas, jaringan usaha, membentuk kelompok, pembentukan kelompok, koperasi, kelompok usaha, asosiasi, penguatan kelompok, kemitraan, jaringan, kub, kube, pertemuan kelompok, studi banding, kelembagaan, penguatan kelembagaan',
  policy_advocacy:
    'dukungan kebijakan, kebijakan, anggaran, dukungan anggaran, perda, advokasi, dukungan pemerintah, dukungan pemda, regulasi, dukungan kebijakan dan anggaran',
}

const words = termReader(
  vocabulary.needs.flatMap((need) => [[need.id, need.id_label] as const, [need.id, need.en_label] as const]),
  NEED_WORDS,
)

export interface TermListReading {
  /** In the order of the cell: for needs, the order of priority. */
  readonly ids: readonly string[]
  readonly unknown: readonly { readonly item: string; readonly nearest: string | null }[]
}

/**
 * Reads a list cell with a term reader: whole items first, then the words inside, then cut at "/" and "dan".
 * @param settle what the words inside one item come to together.
 */
export function readTerms(
  text: string,
  reader: TermReader,
  settle: (ids: readonly string[]) => readonly string[] = (ids) => ids,
): TermListReading {
  const ids: string[] = []
  const unknown: { item: string; nearest: string | null }[] = []
  const take = (item: string) => {
    const found = reader.exact(item) ?? settle(reader.inside(item))
    if (found.length === 0) unknown.push({ item, nearest: reader.nearest(item) })
    for (const id of found) if (!ids.includes(id)) ids.push(id)
  }
  if (reader.exact(text)) take(text)
  else {
    for (const item of splitList(text)) {
      const parts = reader.exact(item) ? null : splitSoft(item)
      for (const part of parts?.some((one) => reader.inside(one).length > 0) ? parts : [item]) take(part)
    }
  }
  return { ids, unknown }
}

/** The needs of a cell, most urgent first. */
export const readNeeds = remembered((text: string): TermListReading => readTerms(text, words))

/** The one need a phrase stands for as a whole; null otherwise. */
export function readNeedPhrase(phrase: string): string | null {
  const ids = words.exact(phrase)
  return ids?.length === 1 ? ids[0]! : null
}
