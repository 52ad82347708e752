/**
 * Who gets what at which address. The records asked for belong to Kab. Kendal (33.24, province 33) or to the partner PNM;
 * each role stands there twice, with these inside its scope and outside.
 */
export const VIEWERS = [
  'public',
  'partner',
  'partner elsewhere',
  'companion',
  'companion elsewhere',
  'district',
  'district elsewhere',
  'province',
  'province elsewhere',
  'ministry',
  'admin',
] as const
export type ViewerName = (typeof VIEWERS)[number]

export interface MatrixRow {
  readonly method: 'GET' | 'POST'
  /** The pattern as in app/routes.ts; '' is the front page. */
  readonly route: string
  readonly address: string
  /** Statuses in the order of VIEWERS: 401 sign in first, 403 not in this role, 404 not within this scope. */
  readonly answers: string
  /** What a form sends; the words VERSION and BATCH are put in by the test. */
  readonly form?: Readonly<Record<string, string>>
}

const get = (route: string, address: string, answers: string): MatrixRow => ({ method: 'GET', route, address, answers })
const post = (route: string, address: string, answers: string, form: Readonly<Record<string, string>>): MatrixRow => ({
  method: 'POST',
  route,
  address,
  answers,
  form,
})

const HER = '/pelaku/matriks-0000001'
const BOARD = '/kecocokan/33.24'
const LOAD = '/impor/00000000-0000-4000-8000-000000003324'

const EVERYBODY = '200 200 200 200 200 200 200 200 200 200 200'
const SIGNED_IN = '401 200 200 200 200 200 200 200 200 200 200'
const LOADERS = '401 403 403 403 403 200 200 403 403 200 403'
const OWN_LOADS = '401 403 403 403 403 200 404 403 403 404 403'
const READERS = '401 403 403 200 200 200 200 200 200 200 403'
const OF_KENDAL = '401 403 403 200 404 200 404 200 404 200 403'

const PROPOSAL = '/usulan/usulan-matriks'
const OF_PROPOSAL = '401 200 404 200 404 200 404 200 404 200 403'

/* biome-ignore format: a table is read by its lines */
export const MATRIX: readonly MatrixRow[] = [
  //                                                    public, partner x2, companion x2, district x2, province x2, ministry, admin
  get('', '/', EVERYBODY),
  get('mitra', '/mitra', EVERYBODY),
  get('mitra.atom', '/mitra.atom', EVERYBODY),
  get('mitra/:partnerId', '/mitra/pnm', EVERYBODY),
  get('penawaran/:offerId', '/penawaran/pnm.mekaar', EVERYBODY),
  get('pelaku', '/pelaku', '401 303 303 200 200 200 200 200 200 200 403'),
  get('pelaku/kartu', '/pelaku/kartu', '401 200 200 403 403 403 403 403 403 403 403'),
  get('pelaku.xlsx', '/pelaku.xlsx', READERS),
  get('pelaku.csv', '/pelaku.csv', READERS),
  get('pelaku/:actorId', HER, OF_KENDAL),
  post('pelaku/:actorId', HER, '401 403 403 303 404 303 404 403 403 403 403', { intent: 'answer', fact: 'internet', value: 'yes', version: 'VERSION' }),
  get('kecocokan', '/kecocokan', '401 403 403 303 303 303 303 200 200 200 403'),
  get('kecocokan/nasional', '/kecocokan/nasional', '401 403 403 403 403 403 403 403 403 200 403'),
  post('kecocokan/nasional', '/kecocokan/nasional', '401 403 403 403 403 403 403 403 403 400 403', { tindakan: 'lain' }),
  get('kecocokan/:regencyCode', BOARD, OF_KENDAL),
  get('kecocokan/:regencyCode/pelaku', `${BOARD}/pelaku?tanya=internet`, OF_KENDAL),
  get('kecocokan/:regencyCode/kelompok', `${BOARD}/kelompok?penawaran=pnm.mekaar`, OF_KENDAL),
  get('kecocokan/:regencyCode/papan.xlsx', `${BOARD}/papan.xlsx`, OF_KENDAL),
  get('kecocokan/:regencyCode/papan.csv', `${BOARD}/papan.csv`, OF_KENDAL),
  get('impor', '/impor', LOADERS),
  post('impor', '/impor', '401 403 403 403 403 400 400 403 403 400 403', {}),
  get('impor/templat.xlsx', '/impor/templat.xlsx', LOADERS),
  get('impor/templat.csv', '/impor/templat.csv', LOADERS),
  get('impor/:batchId', LOAD, OWN_LOADS),
  post('impor/:batchId', LOAD, '401 403 403 403 403 303 404 403 403 404 403', { intent: 'batal' }),
  get('impor/:batchId/ditolak.xlsx', `${LOAD}/ditolak.xlsx`, OWN_LOADS),
  get('impor/:batchId/ditolak.csv', `${LOAD}/ditolak.csv`, OWN_LOADS),
  get('pencarian', '/pencarian', EVERYBODY),
  post('pencarian', '/pencarian', '401 303 303 303 303 303 303 303 303 303 403', { intent: 'save', nama: 'Batik', alamat: '/pelaku?q=batik' }),
  get('masuk', '/masuk', EVERYBODY),
  post('masuk', '/masuk', '400 400 400 400 400 400 400 400 400 400 400', { intent: 'lain' }),
  get('masuk/kode', '/masuk/kode', '303 303 303 303 303 303 303 303 303 303 303'),
  post('masuk/kode', '/masuk/kode', '303 303 303 303 303 303 303 303 303 303 303', { kode: '123456' }),
  get('lupa-sandi', '/lupa-sandi', EVERYBODY),
  post('lupa-sandi', '/lupa-sandi', '400 400 400 400 400 400 400 400 400 400 400', { surel: '' }),
  get('setel-sandi/:token', '/setel-sandi/x', '410 410 410 410 410 410 410 410 410 410 410'),
  post('setel-sandi/:token', '/setel-sandi/x', '410 410 410 410 410 410 410 410 410 410 410', {}),
  get('undangan/:token', '/undangan/x', '410 410 410 410 410 410 410 410 410 410 410'),
  post('undangan/:token', '/undangan/x', '410 410 410 410 410 410 410 410 410 410 410', {}),
  get('akun', '/akun', SIGNED_IN),
  post('akun', '/akun', '401 400 400 400 400 400 400 400 400 400 400', { intent: 'lain' }),
  get('akun/dua-langkah', '/akun/dua-langkah', SIGNED_IN),
  post('akun/dua-langkah', '/akun/dua-langkah', '401 400 400 400 400 400 400 400 400 400 400', { intent: 'lain' }),
  get('akun/kelola', '/akun/kelola', '401 403 403 403 403 200 200 403 403 200 200'),
  post('akun/kelola', '/akun/kelola', '401 403 403 403 403 400 400 403 403 400 400', { nama: '' }),
  get('akun/kelola/:accountId', '/akun/kelola/matriks-pendamping', '401 403 403 403 403 200 404 403 403 200 200'),
  post('akun/kelola/:accountId', '/akun/kelola/matriks-pendamping', '401 403 403 403 403 400 404 403 403 400 400', { intent: 'lain' }),
  get('keluar', '/keluar', '303 303 303 303 303 303 303 303 303 303 303'),
  post('keluar', '/keluar', '303 303 303 303 303 303 303 303 303 303 303', {}),
  get('pelaku/:actorId/persetujuan', `${HER}/persetujuan`, '401 403 403 200 404 200 404 403 403 403 403'),
  post('pelaku/:actorId/persetujuan', `${HER}/persetujuan`, '401 403 403 400 404 400 404 403 403 403 403', { intent: 'record' }),
  get('pelaku/:actorId/persetujuan/formulir', `${HER}/persetujuan/formulir?isi=1`, '401 403 403 200 404 200 404 403 403 403 403'),
  post('pelaku/:actorId/persetujuan/:receiptId/bukti', `${HER}/persetujuan/tidak-ada/bukti`, '401 403 403 404 404 404 404 403 403 403 403', {}),
  get('pelaku/:actorId/persetujuan/:receiptId/bukti/:evidenceId', `${HER}/persetujuan/tidak-ada/bukti/tidak-ada`, '401 403 403 404 404 404 404 403 403 403 403'),
  get('pelaku/:actorId/jejak', `${HER}/jejak`, '401 403 403 403 403 200 404 403 403 403 403'),
  get('pelaku/:actorId/hak', `${HER}/hak`, '401 403 403 403 403 200 404 403 403 403 403'),
  post('pelaku/:actorId/hak', `${HER}/hak`, '401 403 403 403 403 303 404 403 403 403 403', { intent: 'object' }),
  get('pelaku/:actorId/nomor', `${HER}/nomor?tampilkan=1`, '401 403 403 200 404 200 404 403 403 403 403'),
  post('pelaku/:actorId/nomor', `${HER}/nomor`, '401 403 403 303 404 303 404 403 403 403 403', { intent: 'set', nomor: '0812-0000-0000' }),
  get('pelaku/:actorId/hak.json', `${HER}/hak.json`, '401 403 403 403 403 200 404 403 403 403 403'),
  get('kesenjangan', '/kesenjangan', '401 403 403 403 403 200 200 200 200 200 403'),
  get('tugas', '/tugas', '401 403 403 403 403 403 403 200 200 200 403'),
  post('tugas', '/tugas', '401 403 403 403 403 403 403 400 400 400 403', { intent: 'open' }),
  get('tugas/:taskId', '/tugas/tugas-matriks', '401 403 403 403 403 403 403 200 404 200 403'),
  post('tugas/:taskId', '/tugas/tugas-matriks', '401 403 403 403 403 403 403 400 404 400 403', { intent: 'tutup', versi: '1' }),
  get('kesiapan', '/kesiapan', '401 403 403 403 403 200 200 200 200 200 403'),
  post('kesiapan', '/kesiapan?wilayah=33.24', '401 403 403 403 403 400 404 400 404 400 403', { intent: 'catat' }),
  get('rencana', '/rencana', '401 403 403 403 403 403 403 403 403 200 403'),
  post('rencana', '/rencana', '401 403 403 403 403 403 403 403 403 400 403', { nama: '' }),
  get('rencana/:planId', '/rencana/tidak-ada', '401 403 403 403 403 403 403 403 403 404 403'),
  post('rencana/:planId', '/rencana/tidak-ada', '401 403 403 403 403 403 403 403 403 404 403', { jenis: 'pin' }),
  get('kebijakan', '/kebijakan', EVERYBODY),
  post('kebijakan', '/kebijakan', '401 403 403 403 403 403 403 403 403 400 403', { intent: 'ubah' }),
  get('program', '/program', EVERYBODY),
  get('program/baru', '/program/baru', '401 403 403 403 403 403 403 200 200 200 403'),
  post('program/baru', '/program/baru', '401 403 403 403 403 403 403 400 400 400 403', { judul: '' }),
  get('program/label-tempat', '/program/label-tempat', EVERYBODY),
  post('program/label-tempat', '/program/label-tempat', '401 403 403 403 403 403 403 400 400 400 403', { intent: 'add' }),
  get('program/:programmeId', '/program/program-matriks', EVERYBODY),
  get('program/:programmeId', '/program/program-draf', '404 404 404 404 404 404 404 404 404 200 404'),
  get('program/:programmeId', '/program/program-provinsi', '404 404 404 404 404 404 404 200 404 200 404'),
  get('program/:programmeId', '/program/program-konsultasi', '404 200 404 404 404 200 404 200 404 200 404'),
  post('program/:programmeId', '/program/program-matriks', '400 400 400 400 400 400 400 400 400 400 400', { intent: 'x' }),
  post('program/:programmeId', '/program/program-provinsi', '401 403 403 403 403 403 403 400 404 400 403', { intent: 'consult', versi: '1' }),
  post('program/:programmeId', '/program/program-provinsi', '401 403 403 403 403 403 403 403 404 400 403', { intent: 'publish', versi: '1' }),
  post('program/:programmeId', '/program/program-matriks', '401 403 403 403 403 303 403 403 403 303 403', { intent: 'recheck' }),
  post('program/:programmeId', '/program/program-matriks', '401 403 403 403 403 403 403 403 403 400 403', { intent: 'replicate' }),
  post('program/:programmeId', '/program/program-draf', '401 403 403 403 403 403 403 403 403 400 403', { intent: 'plan' }),
  post('program/:programmeId/dokumen', '/program/program-provinsi/dokumen', '401 403 403 403 403 403 403 400 404 400 403', {}),
  get('program/:programmeId/dokumen/:fileId', '/program/program-matriks/dokumen/berkas-umum', EVERYBODY),
  get('program/:programmeId/dokumen/:fileId', '/program/program-matriks/dokumen/berkas-petugas', '404 404 404 404 404 200 200 200 200 200 404'),
  get('program/:programmeId/dokumen/:fileId', '/program/program-provinsi/dokumen/berkas-umum', '404 404 404 404 404 404 404 404 404 404 404'),
  post('program/:programmeId/dokumen/:fileId', '/program/program-matriks/dokumen/tidak-ada', '401 403 403 403 403 403 403 403 403 404 403', {}),
  get('program/:programmeId/ubah', '/program/program-provinsi/ubah', '401 403 403 403 403 403 403 200 404 200 403'),
  post('program/:programmeId/ubah', '/program/program-provinsi/ubah', '401 403 403 403 403 403 403 400 404 400 403', { judul: '' }),
  get('jejak-audit', '/jejak-audit', '401 403 403 403 403 403 403 403 403 403 200'),
  get('tentang', '/tentang', EVERYBODY),
  get('bahasa', '/bahasa', '303 303 303 303 303 303 303 303 303 303 303'),
  post('bahasa', '/bahasa', '303 303 303 303 303 303 303 303 303 303 303', { lang: 'id', back: '/' }),
  get('galat/:status', '/galat/403', '403 403 403 403 403 403 403 403 403 403 403'),
  get('*', '/tidak-ada', '404 404 404 404 404 404 404 404 404 404 404'),
  post('*', '/tidak-ada', '404 404 404 404 404 404 404 404 404 404 404', {}),
  get('usulan', '/usulan', '401 200 200 200 200 200 200 200 200 200 403'),
  post('usulan', '/usulan', '401 400 400 400 400 400 400 400 400 400 403', { intent: 'x' }),
  get('usulan/penyimpangan', '/usulan/penyimpangan', '401 403 403 403 403 200 200 200 200 200 403'),
  post('usulan/penyimpangan', '/usulan/penyimpangan', '401 403 403 403 403 404 404 403 403 404 403', { tampilkan: 'x' }),
  get('meja-mitra', '/meja-mitra', '401 200 200 403 403 403 403 403 403 403 403'),
  post('meja-mitra', '/meja-mitra', '401 400 400 403 403 403 403 403 403 403 403', { intent: 'x' }),
  get('usulan/baru', `/usulan/baru?penawaran=pnm.mekaar&pelaku=matriks-0000001`, '401 404 404 403 403 200 404 403 403 200 403'),
  post('usulan/baru', '/usulan/baru', '401 404 404 403 403 400 400 403 403 400 403', { intent: 'x' }),
  get('usulan/:proposalId', PROPOSAL, OF_PROPOSAL),
  post('usulan/:proposalId', PROPOSAL, '401 400 404 400 404 400 404 400 404 400 403', { intent: 'x' }),
  get('usulan/:proposalId/lembar', `${PROPOSAL}/lembar`, OF_PROPOSAL),
  post('usulan/:proposalId/lampiran', `${PROPOSAL}/lampiran`, '401 400 400 400 400 400 400 400 400 400 403', {}),
  get('usulan/:proposalId/lampiran/:fileId', `${PROPOSAL}/lampiran/berkas-tiada`, '401 404 404 404 404 404 404 404 404 404 403'),
  get('jawab/:token', '/jawab/tidak-ada', EVERYBODY),
  post('jawab/:token', '/jawab/tidak-ada', '400 400 400 400 400 400 400 400 400 400 400', { intent: 'x' }),
  get('konfirmasi-tempat/:token', '/konfirmasi-tempat/tidak-ada', EVERYBODY),
  post('konfirmasi-tempat/:token', '/konfirmasi-tempat/tidak-ada', '303 303 303 303 303 303 303 303 303 303 303', { intent: 'x' }),
  get('mou', '/mou', '401 200 200 403 403 200 200 200 200 200 403'),
  get('mou/baru', '/mou/baru', '401 403 403 403 403 200 200 200 200 200 403'),
  post('mou/baru', '/mou/baru', '401 403 403 403 403 400 400 400 400 400 403', { judul: '' }),
  get('mou/:mouId', '/mou/mou-matriks', '401 200 404 403 403 200 404 200 404 200 403'),
  get('mou/:mouId/dokumen', '/mou/mou-matriks/dokumen', '401 404 404 403 403 404 404 404 404 404 403'),
  post('mou/:mouId/dokumen', '/mou/mou-matriks/dokumen', '401 403 403 403 403 400 404 400 404 400 403', {}),
  get('mou/:mouId/ubah', '/mou/mou-matriks/ubah', '401 403 403 403 403 200 404 200 404 200 403'),
  post('mou/:mouId/ubah', '/mou/mou-matriks/ubah', '401 403 403 403 403 400 404 400 404 400 403', { judul: '' }),
]
