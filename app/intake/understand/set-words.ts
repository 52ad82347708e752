import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import { readTerms, type TermListReading } from './need-words.ts'
import { remembered } from './remember.ts'
import { termReader, type WordTable } from './term-words.ts'

const PERMIT_WORDS: WordTable = {
  nib: 'nib, nomor induk berusaha, oss, izin usaha nib, no nib',
  sku: 'sku, surat keterangan usaha, sku desa, keterangan usaha, surat keterangan usaha desa, surat keterangan desa, skdu',
  iumk: 'iumk, izin usaha mikro kecil, izin usaha mikro, i u m k',
  spp_irt:
    'pirt, p irt, spp irt, sppirt, p i r t, izin pirt, no pirt, sertifikat pirt, dinkes pirt, pirt dinkes, spirt',
  halal:
    'halal, sertifikat halal, sertifikasi halal, label halal, halal mui, mui, bpjph, halal bpjph, halal self declare',
  bpom_md: 'bpom, bpom md, md, izin edar, izin edar bpom, bpom ri md',
  slhs: 'slhs, laik higiene, laik sehat, sertifikat laik higiene sanitasi, laik hygiene, laik higiene sanitasi',
  merek:
    'merek, merk, haki, hki, hak merek, merek terdaftar, merk terdaftar, sertifikat merek, sertifikat merk, pendaftaran merek, hak kekayaan intelektual, hki merek, haki merek, djki',
  npwp: 'npwp, nomor pokok wajib pajak',
}

const CREDIT_WORDS: WordTable = {
  kur: 'kur, kredit usaha rakyat, kur mikro, kur super mikro, kur bri, kur bni, kur mandiri, kur bsi, kur bpd',
  umi: 'umi, ultra mikro, pembiayaan ultra mikro, kredit ultra mikro, pip umi',
  mekaar: 'mekaar, mekar, pnm, pnm mekaar, pnm mekar, permodalan nasional madani',
  other_programme: `kredit program, kredit program lain, dana bergulir, lpdb, kredit ketahanan pangan, pkbl, kupedes rakyat, program kemitraan bumn, kredit program pemerintah`,
  bank: 'bank, kredit bank, pinjaman bank, bri, bni, bca, mandiri, bsi, bpr, btn, bpd, bank jateng, bank jatim, kupedes, btpn, btpn syariah, bank mandiri, bank bri, bank bni, bank bca, bank bsi',
}

const PRODUCT_FORM_WORDS: WordTable = {
  dry_packaged:
    'kering, kering dalam kemasan, pangan kering, dikemas kering, kering kemasan, tahan lama, kering kemas, makanan kering',
  frozen_chilled: 'beku, dingin, frozen, frozen food, pangan beku, dibekukan, chilled',
  ready_meal: 'siap saji, siap santap, makanan siap saji, matang, makanan jadi',
  fresh: 'segar, pangan segar, mentah, basah segar',
  nonfood: 'bukan pangan, non pangan, nonpangan, bukan makanan, non makanan, kerajinan, non food, nonfood',
}

const OWNERSHIP_WORDS: WordTable = {
  person:
    'perorangan, perseorangan, pribadi, sendiri, milik sendiri, individu, ud, usaha dagang, usaha perorangan, milik pribadi, usaha sendiri',
  group:
    'kelompok, kub, kube, kelompok usaha, kelompok usaha bersama, poktan, kwt, kelompok wanita tani, uppks, bersama, milik kelompok, p2wkss, kuep, uppka',
  cooperative: 'koperasi, milik koperasi, kopwan, koperasi wanita, ksu, kopdes',
}

type Terms = readonly { readonly id: string; readonly id_label: string; readonly en_label: string }[]

function reader(terms: Terms, table: WordTable) {
  return termReader(
    terms.flatMap((term) => [[term.id, term.id_label] as const, [term.id, term.en_label] as const]),
    table,
  )
}

const readers = {
  permits: reader(vocabulary.permits, PERMIT_WORDS),
  credit: reader(vocabulary.credit_kinds, CREDIT_WORDS),
  product_form: reader(vocabulary.product_forms, PRODUCT_FORM_WORDS),
  ownership: reader(vocabulary.ownership, OWNERSHIP_WORDS),
}

/** "KUR di Bank BRI" is one loan: where a programme is named, the bank is only who pays it out. */
function programmeFirst(ids: readonly string[]): readonly string[] {
  const programmes = ids.filter((id) => id !== 'bank')
  return programmes.length > 0 ? programmes : ids
}

const readSets = {
  permits: remembered((text: string): TermListReading => readTerms(text, readers.permits)),
  credit: remembered((text: string): TermListReading => readTerms(text, readers.credit, programmeFirst)),
}

/** Permits held, or kinds of credit, in one cell. */
export function readSet(kind: 'permits' | 'credit', text: string): TermListReading {
  return readSets[kind](text)
}

/** One value of a list of choices; several different ones in a cell are unknown to us, not a guess. */
export function readChoice(kind: 'product_form' | 'ownership', text: string): string | null {
  const ids = readers[kind].exact(text) ?? readers[kind].inside(text)
  return ids.length === 1 ? ids[0]! : null
}
