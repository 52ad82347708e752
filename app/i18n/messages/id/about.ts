export const about = {
  title: 'Tentang Sinergi IR',
  intro:
    'Dari mana isi situs ini, apa yang sudah diketahui tentang program Industri Rumahan (IR), dan apa yang masih kosong.',
  contents: 'Isi halaman',
  what: {
    title: 'Apa yang dikerjakan situs ini',
    policy: 'Lihat bobot dan batas yang dipakai dalam pencocokan',
    paragraphs: [
      'Pemerintah daerah mencatat pelaku IR, kebutuhannya, dan keadaannya. Mitra menawarkan program dengan syarat masing-masing. Situs ini mencocokkan keduanya dan memberi alasan untuk setiap hasil: syarat mana yang terpenuhi, mana yang belum, dan mana yang belum diketahui.',
      'Hal yang belum diketahui tidak pernah dianggap tidak memenuhi syarat; situs ini menanyakannya. Tingkat kecocokan dan keyakinan ditampilkan sebagai dua hal yang berbeda.',
      'Nama pelaku tidak dipakai dalam pencocokan, tidak masuk ke pencarian, dan tidak ditampilkan kepada mitra.',
    ] as readonly string[],
  },
  districts: {
    title: 'Daerah model',
    intro: (known: string, all: string) =>
      `${known} dari ${all} daerah model sudah diketahui namanya. Baris lainnya dibiarkan terbuka untuk diisi kementerian.`,
    place: 'Daerah',
    status: 'Keterangan dan sumber',
    actors: 'Pelaku 2016',
    note: 'Catatan',
    open: 'belum teridentifikasi',
    statuses: {
      listed_2016: 'tercantum dalam daftar 2016',
      confirmed: 'dipastikan sumber',
      likely: 'diduga, belum dipastikan',
      unknown: 'diisi kementerian',
    } as Readonly<Record<string, string>>,
  },
  figures: {
    title: 'Angka terbitan',
    intro:
      'Semua angka tentang program IR yang ditemukan dalam terbitan terbuka, sebagaimana ditulis sumbernya. Yang tidak punya penyebut jangan dihitung sebagai persentase.',
    measure: 'Ukuran',
    values: 'Angka',
    period: 'Masa',
    denominator: 'Penyebut',
    source: 'Sumber',
    note: 'Catatan',
    noDenominator: 'tidak dipublikasikan',
    qualifiers: {
      more_than: (value: string) => `lebih dari ${value}`,
      about: (value: string) => `sekitar ${value}`,
      computed: (value: string) => `${value} (dihitung)`,
      exact: (value: string) => value,
    },
    notNumeric: 'tanpa angka',
  },
  sources: {
    title: 'Sumber dan lisensi',
    partners: 'Mitra, penawaran, dan syaratnya',
    partnersText:
      'Dihimpun dari laman resmi mitra dan pemberitaan terbuka. Setiap profil mitra memuat sumber, tanggal pemeriksaan, dan tingkat keyakinannya. Hubungi mitra sebelum mengambil keputusan.',
    regions: 'Kode wilayah, penduduk, dan luas',
    regionsText:
      'Kepmendagri 300.2.2-2430 Tahun 2025, data Dukcapil semester II 2024, dan luas dari BIG, melalui cahyadsn/wilayah. Lisensi MIT. Penomoran BPS melalui kodewilayah/explorer, lisensi MIT.',
    boundaries: 'Batas wilayah pada peta',
    boundariesText:
      'geoBoundaries (BPS, WFP, OCHA ROAP), batas tahun 2020, disederhanakan. Lisensi CC BY 3.0 IGO. Bukan untuk keperluan hukum atau pengukuran.',
    places: 'Letak ibu kota daerah',
    placesText: 'GeoNames, lisensi CC BY 4.0. Sebanyak 29 titik ditempatkan secara manual dan bersifat perkiraan.',
    font: 'Huruf',
    fontText: 'Plus Jakarta Sans, lisensi SIL Open Font License 1.1.',
    rules: 'Klaster, kebutuhan, dan bobot pencocokan',
    rulesText:
      'Daftar kebutuhan, batas klaster, dan bobot adalah usulan yang belum disahkan kementerian. Ambang angka Permen PPPA 2/2016 tidak ditemukan dalam terbitan terbuka.',
  },
  demo: {
    title: 'Data rekaan',
    paragraphs: [
      'Sebelum ada data sungguhan, situs ini terisi pelaku rekaan supaya dapat dicoba. Mereka dibuat oleh program: nama, usaha, dan keadaannya tidak merujuk kepada siapa pun, dan tidak satu pun memiliki NIK.',
      'Setiap pelaku rekaan bertanda “rekaan”, dan setiap jumlah yang memuat mereka mengatakannya. Mitra dan penawaran bukan rekaan.',
    ] as readonly string[],
  },
}
