import type { Finding } from '#app/domain/eligibility/finding.ts'

/** The five lists of a district board. */
export const boardLists = {
  offers: {
    title: 'Penawaran menurut kebutuhan yang terpenuhi',
    intro: (actors: string) =>
      `Setiap angka dihitung dari ${actors} pelaku. “Kebutuhan terpenuhi” menimbang urutan kebutuhan pelaku: 10 berarti setara dengan seluruh kebutuhan 10 pelaku.`,
    offer: 'Penawaran',
    eligible: 'Memenuhi syarat',
    undecided: 'Perlu dilengkapi',
    oneChange: 'Satu perubahan lagi',
    covered: 'Kebutuhan terpenuhi',
    more: (count: string) => `Tampilkan ${count} penawaran lain`,
    none: 'Belum ada penawaran yang menjangkau pelaku di sini.',
    unverified: 'Belum diverifikasi',
    unverifiedText:
      'Program ini disebut sumber, tetapi belum dipastikan masih berjalan. Tanyakan dahulu kepada mitra sebelum mengusulkannya.',
    unverifiedMark: 'belum diverifikasi',
    counts: (eligible: string, undecided: string, oneChange: string) =>
      `${eligible} memenuhi syarat, ${undecided} perlu dilengkapi, ${oneChange} satu perubahan lagi`,
    cut: (count: string) => `${count} penawaran lagi ada di berkas Excel.`,
    moreUnverified: (count: string) => `Tampilkan ${count} penawaran lain yang belum diverifikasi`,
    out: (count: string) => `${count} penawaran tidak cocok untuk seorang pun di sini`,
    outText:
      'Wilayah, klaster, sektor, kebutuhan, atau syarat lainnya tidak sesuai; termasuk program yang sudah lampau.',
  },
  gaps: {
    title: 'Kebutuhan yang belum dilayani siapa pun',
    intro:
      'Pelaku membutuhkannya, tetapi tidak ada satu pun penawaran yang syaratnya terpenuhi atau mungkin terpenuhi.',
    none: 'Tidak ada: setiap kebutuhan yang tercatat punya sedikitnya satu penawaran yang terpenuhi atau mungkin terpenuhi.',
    need: 'Kebutuhan',
    unserved: 'Belum dilayani',
    of: (count: string, all: string) => `${count} dari ${all} pelaku`,
    why: 'Sebabnya',
    all: (count: string) => `Semua ${count} kebutuhan di daerah ini`,
    wanted: 'Membutuhkan',
    served: 'Terlayani',
    undecided: 'Menunggu jawaban',
    share: 'Bagian',
    legend: 'Warna',
    reason: {
      noOffer: 'Belum ada penawaran untuk kebutuhan ini dalam daftar mitra.',
      onlyPast: (offers: string) => `Yang pernah melayaninya tinggal riwayat: ${offers}.`,
      noReach: (count: string, offers: string) =>
        `Ada ${count} penawaran (${offers}), tetapi belum ada yang menjangkau daerah ini.`,
      blocked: (count: string, offers: string, blockers: string) =>
        `Ada ${count} penawaran yang menjangkau (${offers}); yang menghalangi: ${blockers}.`,
      blocker: (condition: string, actors: string) => `${condition} (${actors} pelaku)`,
    },
    condition: {
      status: 'program sudah lampau',
      region: 'wilayah layanan',
      cluster: 'klaster',
      sector: 'sektor usaha',
      need: 'kebutuhan',
      window: 'waktu pendaftaran',
      capacity: 'sisa tempat',
      collaboration: 'sudah diusulkan atau terbantu',
      partner_checked: 'pemeriksaan mitra',
      permits: 'izin',
      operating_months: 'lama usaha',
      group_size: 'jumlah anggota kelompok',
      credit_active: 'kredit yang sedang berjalan',
      credit_past: 'riwayat kredit',
      smartphone: 'ponsel pintar',
      internet: 'akses internet',
      bank_account: 'rekening bank',
      email: 'alamat surel',
      woman_owned: 'kepemilikan perempuan',
      aided_before: 'riwayat bantuan',
      separate_halal_production: 'tempat produksi halal',
      export_ready: 'kesiapan ekspor',
      has_brand_label: 'label merek',
      product_form: 'bentuk produk',
      annual_sales_idr: 'omzet setahun',
      ownership: 'kepemilikan usaha',
    } satisfies Record<Finding['condition'], string> as Record<Finding['condition'], string>,
  },
  unlocks: {
    title: 'Satu perubahan yang membuka penawaran',
    intro: 'Pelaku ini memenuhi semua syarat lainnya; hanya satu hal yang kurang.',
    none: 'Tidak ada perubahan tunggal yang membuka penawaran baru di sini.',
    sentence: (change: string, actors: string, offers: string) =>
      `${change} untuk ${actors} pelaku membuka ${offers} penawaran`,
    opens: 'Membuka',
    more: (count: string) => `Tampilkan ${count} perubahan lain`,
    moreOffers: (count: string) => `dan ${count} penawaran lagi`,
    see: (count: string) => `Lihat ${count} pelaku`,
    change: {
      permits: (permits: string) => permits,
      groupAtLeast: (count: string) => `Kelompok paling sedikit ${count} orang`,
      groupAtMost: (count: string) => `Kelompok paling banyak ${count} orang`,
      product_form: (form: string) => `Bentuk produk “${form}”`,
      bank_account: 'Rekening bank',
      smartphone: 'Ponsel pintar',
      internet: 'Akses internet',
      email: 'Alamat surel',
      has_brand_label: 'Label merek',
      separate_halal_production: 'Tempat produksi halal yang terpisah',
      export_ready: 'Kesiapan ekspor',
    },
  },
  groups: {
    title: 'Kelompok yang dapat dibentuk',
    intro:
      'Dari pelaku sedesa yang memenuhi semua syarat selain jumlah anggota. Seorang pelaku hanya masuk satu kelompok untuk tiap penawaran; yang datanya paling lama menunggu didahulukan.',
    none: 'Tidak ada penawaran berkelompok yang tinggal menunggu anggota di sini.',
    size: (minimum: string) => `paling sedikit ${minimum} orang`,
    formed: (count: string) => (count === '0' ? 'belum ada yang lengkap' : `${count} kelompok lengkap`),
    members: (count: string) => `${count} orang`,
    /** In place of a village for who may not know where people live. */
    someVillage: 'Satu desa atau kelurahan',
    inSomeVillage: 'satu desa atau kelurahan',
    near: 'Hampir lengkap',
    lacking: (lacking: string, village: string, have: string, minimum: string) =>
      `kurang ${lacking} orang di ${village} (ada ${have} dari ${minimum})`,
    ready: (count: string, village: string, offer: string) =>
      `${count} orang di ${village} sudah cukup untuk ${offer}.`,
    almost: (lacking: string, village: string, offer: string) =>
      `Kurang ${lacking} orang di ${village} untuk ${offer}.`,
    moreMembers: (count: string) => `dan ${count} orang lagi`,
    all: (formed: string, near: string) => `Lihat semua: ${formed} kelompok lengkap, ${near} hampir lengkap`,
    pageTitle: (offer: string) => `Kelompok untuk ${offer}`,
  },
  questions: {
    title: 'Yang perlu ditanyakan',
    intro:
      'Jawaban apa pun memastikan kecocokan yang kini masih menggantung, karena hanya hal ini yang belum diketahui.',
    none: 'Tidak ada pertanyaan yang sendirian memastikan kecocokan.',
    question: 'Pertanyaan',
    actors: 'Pelaku yang perlu ditanya',
    settles: 'Kecocokan yang jadi pasti',
  },
}
