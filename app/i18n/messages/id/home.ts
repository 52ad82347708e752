export const home = {
  title: 'Mitra yang cocok untuk setiap Industri Rumahan, beserta alasannya',
  documentTitle: 'Beranda',
  intro:
    'Sinergi IR mempertemukan perempuan pelaku Industri Rumahan dengan program mitra yang syaratnya terpenuhi, dan menunjukkan apa yang masih kurang.',
  searchHint: 'Cari menurut kebutuhan, jenis usaha, daerah, atau nama mitra.',
  counts: {
    title: 'Isi saat ini',
    partners: 'mitra',
    offers: 'penawaran yang dapat dicocokkan',
    offersParts: (current: string, unverified: string, historical: string) =>
      `${current} berjalan, ${unverified} belum diverifikasi; ${historical} lagi tinggal riwayat`,
    actors: 'pelaku tercatat',
    actorsRounded: 'pelaku tercatat, dibulatkan ke bawah',
    demo: (count: string) => `${count} rekaan`,
    regencies: (all: string) => `dari ${all} kabupaten/kota mempunyai pelaku tercatat`,
  },
  entrances: {
    title: 'Mulai dari tugas Anda',
    district: {
      title: 'Petugas daerah dan pendamping',
      text: 'Unggah daftar pelaku dari Excel, lalu lihat mitra mana yang cocok untuk siapa dan apa yang masih kurang.',
      import: 'Unggah daftar pelaku',
      board: 'Buka papan daerah',
    },
    partner: {
      title: 'Mitra',
      text: 'Periksa penawaran Anda sebagaimana tercatat, dan lihat berapa pelaku yang sudah atau hampir memenuhi syaratnya.',
      search: 'Cari mitra dan penawaran',
    },
    ministry: {
      title: 'Kementerian',
      text: 'Lihat kebutuhan yang belum terlayani di tiap daerah, dan jalankan pencocokan untuk seluruh Indonesia.',
      national: 'Pencocokan nasional',
      about: 'Daerah model dan angka terbitan',
    },
  },
  moves: {
    title: 'Pelaku naik kelas menurut terbitan',
    note: 'Jumlah awal, yang tetap, dan yang berhenti tidak dipublikasikan, jadi angka ini tidak dapat dijadikan persentase.',
    all: 'Semua angka terbitan dan sumbernya',
  },
}
