export type QueryValues = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

/** A path with a query string; empty values are left out, lists are repeated. */
export function withQuery(path: string, values: QueryValues): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') query.append(key, String(one))
    }
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

const segment = encodeURIComponent

/** Every URL of the site. */
export const paths = {
  home: () => '/',
  partners: (query: QueryValues = {}) => withQuery('/mitra', query),
  partnersFeed: (query: QueryValues = {}) => withQuery('/mitra.atom', query),
  partner: (partnerId: string) => `/mitra/${segment(partnerId)}`,
  offer: (offerId: string, query: QueryValues = {}) => withQuery(`/penawaran/${segment(offerId)}`, query),
  actors: (query: QueryValues = {}) => withQuery('/pelaku', query),
  actorsFile: (format: 'xlsx' | 'csv', query: QueryValues = {}) => withQuery(`/pelaku.${format}`, query),
  actor: (actorId: string, query: QueryValues = {}) => withQuery(`/pelaku/${segment(actorId)}`, query),
  actorCards: (query: QueryValues = {}) => withQuery('/pelaku/kartu', query),
  boards: (query: QueryValues = {}) => withQuery('/kecocokan', query),
  board: (regencyCode: string, query: QueryValues = {}) => withQuery(`/kecocokan/${segment(regencyCode)}`, query),
  boardActors: (regencyCode: string, query: QueryValues = {}) =>
    withQuery(`/kecocokan/${segment(regencyCode)}/pelaku`, query),
  boardGroups: (regencyCode: string, query: QueryValues = {}) =>
    withQuery(`/kecocokan/${segment(regencyCode)}/kelompok`, query),
  boardFile: (regencyCode: string, format: 'xlsx' | 'csv', query: QueryValues = {}) =>
    withQuery(`/kecocokan/${segment(regencyCode)}/papan.${format}`, query),
  national: (query: QueryValues = {}) => withQuery('/kecocokan/nasional', query),
  imports: () => '/impor',
  importBatch: (batchId: string) => `/impor/${segment(batchId)}`,
  importRejects: (batchId: string, kind: 'xlsx' | 'csv') => `/impor/${segment(batchId)}/ditolak.${kind}`,
  importTemplate: (kind: 'xlsx' | 'csv' = 'xlsx') => `/impor/templat.${kind}`,
  savedSearches: () => '/pencarian',
  signIn: (query: QueryValues = {}) => withQuery('/masuk', query),
  signInCode: (query: QueryValues = {}) => withQuery('/masuk/kode', query),
  signOut: () => '/keluar',
  forgotPassword: () => '/lupa-sandi',
  resetPassword: (token: string) => `/setel-sandi/${segment(token)}`,
  invitation: (token: string) => `/undangan/${segment(token)}`,
  account: () => '/akun',
  secondFactor: () => '/akun/dua-langkah',
  accounts: (query: QueryValues = {}) => withQuery('/akun/kelola', query),
  managedAccount: (accountId: string) => `/akun/kelola/${segment(accountId)}`,
  actorConsents: (actorId: string, query: QueryValues = {}) =>
    withQuery(`/pelaku/${segment(actorId)}/persetujuan`, query),
  actorConsentForm: (actorId: string, query: QueryValues = {}) =>
    withQuery(`/pelaku/${segment(actorId)}/persetujuan/formulir`, query),
  consentEvidences: (actorId: string, receiptId: string) =>
    `/pelaku/${segment(actorId)}/persetujuan/${segment(receiptId)}/bukti`,
  consentEvidence: (actorId: string, receiptId: string, evidenceId: string) =>
    `/pelaku/${segment(actorId)}/persetujuan/${segment(receiptId)}/bukti/${segment(evidenceId)}`,
  actorTrail: (actorId: string, query: QueryValues = {}) => withQuery(`/pelaku/${segment(actorId)}/jejak`, query),
  actorRights: (actorId: string, query: QueryValues = {}) => withQuery(`/pelaku/${segment(actorId)}/hak`, query),
  actorContact: (actorId: string, query: QueryValues = {}) => withQuery(`/pelaku/${segment(actorId)}/nomor`, query),
  actorRightsFile: (actorId: string) => `/pelaku/${segment(actorId)}/hak.json`,
  auditLog: (query: QueryValues = {}) => withQuery('/jejak-audit', query),
  proposals: (query: QueryValues = {}) => withQuery('/usulan', query),
  newProposal: (query: QueryValues = {}) => withQuery('/usulan/baru', query),
  proposal: (proposalId: string, query: QueryValues = {}) => withQuery(`/usulan/${segment(proposalId)}`, query),
  proposalSheet: (proposalId: string) => `/usulan/${segment(proposalId)}/lembar`,
  proposalFiles: (proposalId: string) => `/usulan/${segment(proposalId)}/lampiran`,
  proposalFile: (proposalId: string, fileId: string) => `/usulan/${segment(proposalId)}/lampiran/${segment(fileId)}`,
  overrides: () => '/usulan/penyimpangan',
  desk: (query: QueryValues = {}) => withQuery('/meja-mitra', query),
  answer: (token: string) => `/jawab/${segment(token)}`,
  confirmCapacity: (token: string) => `/konfirmasi-tempat/${segment(token)}`,
  mous: () => '/mou',
  newMou: (query: QueryValues = {}) => withQuery('/mou/baru', query),
  mou: (mouId: string, query: QueryValues = {}) => withQuery(`/mou/${segment(mouId)}`, query),
  editMou: (mouId: string) => `/mou/${segment(mouId)}/ubah`,
  mouDocument: (mouId: string) => `/mou/${segment(mouId)}/dokumen`,
  gaps: (query: QueryValues = {}) => withQuery('/kesenjangan', query),
  tasks: (query: QueryValues = {}) => withQuery('/tugas', query),
  task: (taskId: string) => `/tugas/${segment(taskId)}`,
  readiness: (query: QueryValues = {}) => withQuery('/kesiapan', query),
  plans: () => '/rencana',
  plan: (resultId: string, query: QueryValues = {}) => withQuery(`/rencana/${segment(resultId)}`, query),
  programmes: (query: QueryValues = {}) => withQuery('/program', query),
  newProgramme: (query: QueryValues = {}) => withQuery('/program/baru', query),
  programme: (programmeId: string, query: QueryValues = {}) => withQuery(`/program/${segment(programmeId)}`, query),
  editProgramme: (programmeId: string) => `/program/${segment(programmeId)}/ubah`,
  programmeFiles: (programmeId: string) => `/program/${segment(programmeId)}/dokumen`,
  programmeFile: (programmeId: string, fileId: string) => `/program/${segment(programmeId)}/dokumen/${segment(fileId)}`,
  placeLabels: () => '/program/label-tempat',
  policy: () => '/kebijakan',
  about: () => '/tentang',
  language: () => '/bahasa',
  favicon: () => '/favicon.svg',
}
