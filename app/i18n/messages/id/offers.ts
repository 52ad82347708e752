export const offers = {
  kicker: (tie: string) => `Penawaran: ${tie}`,
  by: 'Mitra',
  about: 'Tentang penawaran ini',
  conditions: 'Syarat',
  fits: {
    title: 'Siapa yang cocok',
    intro: 'Pelaku ditampilkan dengan kode; namanya hanya tampak di halaman masing-masing.',
    eligible: 'pelaku memenuhi semua syarat yang tercatat',
    undecided: 'pelaku belum dapat dipastikan',
    undecidedParts: (oneAnswer: string, askPartner: string) =>
      askPartner === '0'
        ? `${oneAnswer} di antaranya tinggal satu pertanyaan`
        : `${oneAnswer} di antaranya tinggal satu pertanyaan, ${askPartner} menunggu jawaban mitra`,
    engaged: (count: string) =>
      `${count} pelaku sudah diusulkan untuk penawaran ini atau sudah terbantu; mereka tidak dihitung.`,
    oneChange: 'pelaku tinggal satu perubahan lagi',
    found: (count: string, all: string) => `${count} dari ${all} pelaku memenuhi semua syarat yang tercatat`,
    demo: (count: string, all: string) =>
      count === all
        ? 'Semua pelaku yang tercatat adalah rekaan.'
        : `Dari ${all} pelaku yang tercatat, ${count} rekaan.`,
  },
  working: {
    title: (count: string) => `Sedang membaca ${count} pelaku`,
    text: 'Ini hanya terjadi pada pembacaan pertama. Hasilnya muncul di sini begitu selesai.',
    again: 'Muat ulang halaman',
  },
  filter: {
    label: 'Persempit daftar pelaku',
    regency: 'Kabupaten/kota',
    cluster: 'Klaster',
    everywhere: 'Semua daerah',
    everyCluster: 'Semua klaster',
  },
  cut: (shown: string, all: string) =>
    shown === all
      ? `${all} pelaku, yang paling cocok lebih dahulu.`
      : `Ditampilkan ${shown} dari ${all} pelaku, yang paling cocok lebih dahulu.`,
  best: {
    title: 'Memenuhi syarat',
    caption: 'Pelaku yang memenuhi syarat, yang paling cocok lebih dahulu',
    intro: 'Semua syarat yang tercatat terpenuhi.',
    none: 'Belum ada pelaku yang pasti memenuhi semua syarat.',
  },
  near: {
    title: 'Selangkah lagi',
    caption: 'Pelaku yang tinggal satu jawaban atau satu perubahan lagi',
    intro: 'Tinggal satu jawaban atau satu perubahan lagi agar memenuhi syarat.',
    none: 'Tidak ada pelaku yang tinggal selangkah lagi.',
  },
  waiting: {
    title: 'Menunggu jawaban mitra',
    caption: 'Pelaku yang hanya menunggu jawaban mitra',
    intro: 'Syarat lainnya terpenuhi. Tanyakan kepada mitra apakah daerahnya dilayani dan tempatnya masih ada.',
    none: 'Tidak ada pelaku yang menunggu jawaban mitra.',
  },
  more: (count: string) => `${count} pelaku berikutnya`,
  historical: 'Program ini sudah lampau dan dicatat sebagai riwayat, jadi tidak ada pelaku yang dapat diusulkan.',
  unverified: 'Program ini belum diverifikasi. Pastikan dahulu ke mitra sebelum mengusulkan pelaku.',
  column: {
    code: 'Kode',
    products: 'Produk',
    place: 'Daerah',
    needs: 'Kebutuhan yang terjawab',
    fit: 'Tingkat kecocokan',
    missing: 'Yang masih kurang',
  },
  recordHint: (day: string) => `Menurut catatan pada ${day}.`,
}
