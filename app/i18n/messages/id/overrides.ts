import type { OverrideKind, OverrideReason } from '#app/domain/loop/overrides.ts'

const reasons: Record<OverrideReason, string> = {
  local_knowledge: 'Pengetahuan setempat',
  her_wish: 'Pilihan pelaku sendiri',
  partner_agreed: 'Sudah disepakati dengan mitra',
  data_outdated: 'Data di sistem tertinggal',
  better_timing: 'Waktunya lebih tepat',
  programme: 'Bagian dari program sinergi',
  other: 'Lainnya',
}

const kinds: Record<OverrideKind, string> = {
  against_ranking: 'Diusulkan di luar urutan',
  hide: 'Kecocokan disembunyikan',
}

export const overrides = {
  title: 'Catatan keputusan di luar urutan',
  intro:
    'Petugas boleh memutuskan lain dari urutan kecocokan. Alasan dan versi kebijakannya dicatat, dan hasilnya dibandingkan.',
  reasons,
  kinds,
  link: 'Keputusan di luar urutan',
  compare: 'Perbandingan hasil',
  compareIntro: 'Usulan yang mengikuti urutan dan yang di luar urutan, per usulan yang pernah dikirim.',
  followed: 'Mengikuti urutan',
  against: 'Di luar urutan',
  helpedOf: (helped: string, closed: string) => `${helped} dari ${closed} yang selesai`,
  column: {
    way: 'Cara',
    sent: 'Dikirim',
    helped: 'Terbantu',
    not_helped: 'Belum terbantu',
    declined: 'Ditolak',
    expired: 'Kedaluwarsa',
    open: 'Masih berjalan',
    rate: 'Tingkat terbantu',
  },
  ledger: 'Daftar keputusan',
  none: 'Belum ada keputusan di luar urutan.',
  entry: {
    recommended: (offer: string) => `Yang disarankan: ${offer}`,
    rank: (rank: string) => `Urutan ke-${rank} pada kecocokannya`,
    policy: (policy: string, rules: string) => `Kebijakan ${policy}, aturan ${rules}`,
    by: (who: string, when: string) => `${who}, ${when}`,
    lifted: (when: string) => `Ditampilkan lagi pada ${when}`,
    lift: 'Tampilkan lagi',
    proposal: 'Buka usulan',
  },
  hide: {
    title: 'Sembunyikan kecocokan ini',
    text: 'Penawaran ini tidak lagi muncul untuk pelaku ini sampai ditampilkan lagi.',
    submit: 'Sembunyikan',
    hiddenBy: (count: string, names: string) =>
      `${count} kecocokan disembunyikan oleh ${names} dan tidak ikut dihitung.`,
    hidden: (count: string) => `${count} kecocokan disembunyikan oleh petugas.`,
  },
  form: {
    reason: 'Alasan',
    reasonProblem: 'Pilih satu alasan',
    text: 'Keterangan',
    textHint: 'Satu atau dua kalimat. Tanpa data pribadi.',
    textProblem: (most: string) => `Tulis keterangan, paling banyak ${most} karakter`,
  },
}
