/** What the message of a problem can speak of; texts come ready to read. */
interface ProblemWords {
  /** The cell as typed. */
  readonly value: string
  /** The part of the cell that is meant. */
  readonly item: string
  /** What may have been meant: "A, B, atau C"; empty when nothing is near. */
  readonly choices: string
  /** The other row. */
  readonly row: string
  /** The kabupaten or kota of whoever loads the list. */
  readonly office: string
  /** What the list holds: kebutuhan, izin, kredit ... */
  readonly kind: string
}

const meant = (choices: string) => (choices ? `; maksudnya ${choices}?` : '')

export const intake = {
  title: 'Impor daftar pelaku',
  intro:
    'Unggah daftar pelaku IR dari berkas Excel atau CSV kantor Anda. Tidak ada yang disimpan sebelum Anda memeriksa hasil bacaannya.',
  office: (place: string) => `Hanya pelaku di ${place} yang diterima; baris dari daerah lain ditolak.`,
  form: {
    title: 'Pilih berkas',
    file: 'Berkas XLSX atau CSV',
    fileHint: (megabytes: string) =>
      `Paling besar ${megabytes} MB. Berkas Excel lama (.xls) perlu disimpan ulang sebagai .xlsx.`,
    asOf: 'Keadaan data per tanggal',
    asOfHint: 'Hari terakhir data ini diperiksa. Jawaban yang lebih baru di sistem tidak akan ditimpa.',
    submit: 'Baca berkas',
    errors: {
      'file.none': 'Pilih berkas yang akan dibaca.',
      busy: 'Dua berkas lain sedang dikerjakan. Coba lagi sebentar lagi.',
      'as_of.unreadable': 'Tulis tanggal keadaan data, misalnya 24-11-2026.',
      'as_of.future': 'Tanggal keadaan data tidak boleh sesudah hari ini.',
    },
  },
  accepts: {
    title: 'Yang dapat dibaca',
    items: [
      'Kolom wajib: nama pelaku dan kabupaten/kota. Kolom lain boleh ada, boleh tidak, urutannya bebas.',
      'Judul kolom boleh berbeda-beda: “Nama Pemilik”, “Kab/Kota”, “Jenis Usaha”, “Izin yang dimiliki”, dan seterusnya.',
      'Baris judul laporan di atas tabel tidak mengganggu.',
      'Beberapa kebutuhan atau izin ditulis dalam satu sel, dipisahkan koma; kebutuhan paling mendesak lebih dahulu.',
      'Sel kosong berarti belum diketahui. Tulis “tidak ada” bila memang tidak ada.',
    ] as readonly string[],
    privacy: 'NIK, nomor KK, telepon, dan alamat tidak disimpan, walaupun ada di berkas.',
    template: 'Unduh templat',
    templateXlsx: 'Templat XLSX',
    templateCsv: 'Templat CSV',
  },
  history: {
    title: 'Riwayat impor',
    none: 'Belum ada berkas yang diunggah',
    noneText: 'Berkas yang Anda unggah akan tercatat di sini, beserta hasilnya.',
    file: 'Berkas',
    when: 'Waktu',
    status: 'Keadaan',
    taken: 'Baru dan berubah',
    rejected: 'Ditolak',
  },
  status: {
    reading: 'sedang dibaca',
    preview: 'menunggu pemeriksaan',
    running: 'sedang disimpan',
    done: 'selesai',
    failed: 'gagal',
    cancelled: 'dibatalkan',
  },
  batch: {
    reading: 'Membaca berkas',
    readingText: 'Halaman ini boleh ditutup; pembacaan berjalan terus dan dapat dilihat lagi dari riwayat impor.',
    writing: 'Menyimpan ke basis data',
    rowsRead: 'Baris yang sudah dibaca',
    rowsWritten: 'Pelaku yang sudah disimpan',
    stop: 'Hentikan',
    stopping: 'Permintaan berhenti sudah diterima; pekerjaan akan berhenti setelah bagian ini selesai.',
    preview: 'Periksa hasil bacaan',
    previewIntro: 'Belum ada yang disimpan. Periksa apakah kolom dan barisnya dibaca dengan benar, lalu simpan.',
    loadedBefore: (day: string) =>
      `Berkas yang sama persis sudah pernah diunggah pada ${day}. Mengunggahnya lagi tidak menambah pelaku.`,
    confirm: (rows: string) => `Simpan ${rows} baris`,
    nothing: 'Tidak ada yang perlu disimpan: semua baris sudah sama dengan yang ada di sistem, atau ditolak.',
    discard: 'Batalkan',
    rejectsFirst: (rows: string) =>
      `${rows} baris ditolak dan tidak ikut disimpan. Unduh, perbaiki, lalu unggah berkas perbaikannya.`,
    seeRejects: 'Lihat baris yang ditolak',
    howRead: 'Bagaimana berkas ini dibaca',
    done: 'Impor selesai',
    doneText: (created: string, changed: string) => {
      if (changed === '0') return `${created} pelaku baru sudah tersimpan.`
      if (created === '0') return `${changed} pelaku yang berubah sudah tersimpan.`
      return `${created} pelaku baru dan ${changed} pelaku yang berubah sudah tersimpan.`
    },
    doneNothing: 'Tidak ada yang berubah: semua baris yang benar sudah sama dengan yang ada di sistem.',
    boards: 'Lihat kecocokan di kabupaten/kota ini',
    boardRows: (rows: string) => `${rows} baris`,
    moreBoards: (count: string) => `dan ${count} kabupaten/kota lain`,
    again: 'Unggah berkas lain',
    failed: 'Berkas ini tidak dapat diimpor',
    failedText: 'Tidak ada satu pun baris yang disimpan.',
    cancelled: 'Impor dibatalkan',
    cancelledText: 'Tidak ada satu pun baris yang disimpan.',
  },
  counts: {
    title: 'Jumlah baris',
    total: 'baris data',
    created: 'baru',
    changed: 'berubah',
    same: 'sama dengan yang tersimpan',
    rejected: 'ditolak',
    skippedExamples: (rows: string) => `${rows} baris contoh dilewati.`,
    skippedOther: (rows: string) => `${rows} baris yang bukan data (jumlah, judul berulang, catatan) dilewati.`,
  },
  source: {
    sheet: (name: string) => `Lembar “${name}”`,
    header: (row: string) => `judul kolom di baris ${row}`,
    asOf: (day: string) => `keadaan ${day}`,
    csv: (encoding: string, delimiter: string) => `Teks ${encoding}, pemisah ${delimiter}`,
    delimiters: { ',': 'koma', ';': 'titik koma', '\t': 'tab' } as Readonly<Record<string, string>>,
  },
  mapping: {
    title: 'Kolom yang dibaca',
    ignoredTitle: 'Kolom yang tidak dibaca',
    reasons: {
      unknown: 'judul tidak dikenal',
      not_kept: 'tidak dipakai untuk pencocokan',
      contact: 'kontak dan alamat tidak disimpan',
      identity_number: 'nomor identitas tidak boleh disimpan; kolom ini dibuang',
      same_field: 'isinya sudah diambil dari kolom lain',
      problems: 'keterangan masalah dari unduhan sebelumnya',
    },
  },
  fields: {
    name: 'nama pelaku',
    business_name: 'nama usaha',
    province: 'provinsi',
    regency: 'kabupaten/kota',
    village: 'desa/kelurahan',
    sector: 'sektor usaha',
    products: 'produk',
    cluster: 'klaster IR',
    needs: 'kebutuhan, menurut urutan',
    need_flag: (term: string) => `kebutuhan: ${term}`,
    permit_flag: (term: string) => `izin: ${term}`,
    start_year: 'tahun mulai usaha',
    gender: 'jenis kelamin pemilik',
    as_of: 'tanggal pendataan',
  },
  notices: {
    title: 'Sel yang dibiarkan belum diketahui',
    unit_missing: (column: string, cells: string) =>
      `${cells} sel di kolom ${column} tidak menyebut satuan. Tulis satuannya di judul kolom, misalnya “Lama usaha (tahun)” atau “Omzet per bulan”, lalu unggah lagi.`,
    sector_partly: (column: string, cells: string) =>
      `Pada ${cells} sel di kolom ${column}, sebagian kata tidak dikenal dan dilewati; sektor yang dikenal tetap diambil.`,
    permits_partly: (column: string, cells: string) =>
      `${cells} sel di kolom ${column} menyebut satu izin tanpa NIB. Izin yang lain belum diketahui, jadi jawabannya hanya dipakai bila daftar izin pelaku itu sudah tercatat. Tambahkan kolom NIB atau kolom Izin yang dimiliki, lalu unggah lagi.`,
  },
  sample: {
    title: 'Baris pertama sebagaimana dibaca',
    row: 'Baris',
    name: 'Nama dan usaha',
    place: 'Tempat',
    work: 'Sektor dan produk',
    needs: 'Kebutuhan',
    facts: 'Keterangan lain',
    state: 'Akan menjadi',
    states: { created: 'baru', changed: 'berubah', same: 'sama', rejected: 'ditolak' },
    fromProducts: 'sektor dibaca dari produk',
    noneNeeded: 'tidak ada kebutuhan',
    more: (rows: string) => `Lihat ${rows} baris lagi`,
  },
  rejects: {
    title: 'Baris yang ditolak',
    intro: (shown: string, total: string) => `Ditampilkan ${shown} dari ${total} baris.`,
    row: 'Baris',
    xlsx: 'Unduh XLSX',
    csv: 'Unduh CSV',
    howTo: 'Perbaiki di berkas unduhan, lalu unggah berkas itu. Kolom Masalah tidak dibaca.',
    expired: (days: string) => `Baris yang ditolak hanya disimpan ${days} hari dan sudah dihapus.`,
    /** Heading of our own column, and name of the sheet and file. */
    column: 'Masalah',
    sheet: 'Ditolak',
    fileName: (name: string) => `ditolak-${name}`,
  },
  problem: {
    whole: (row: string, sentence: string) => `Baris ${row}: ${sentence}`,
    located: (row: string, column: string, sentence: string) => `Baris ${row}, kolom ${column}: ${sentence}`,
    inColumn: (column: string, sentence: string) => `${column}: ${sentence}`,
  },
  kinds: {
    need: 'kebutuhan',
    permits: 'izin',
    credit: 'kredit',
    product_form: 'bentuk produk',
    ownership: 'kepemilikan',
    gender: 'jenis kelamin',
  },
  problems: {
    'name.missing': () => 'nama kosong; isi nama pelaku',
    'name.not_text': (w: ProblemWords) => `"${w.value}" bukan nama; tulis nama pelaku`,
    'region.missing': () =>
      'kabupaten/kota kosong; isi di setiap baris (sel gabungan hanya terbaca di baris pertamanya)',
    'region.unknown': (w: ProblemWords) =>
      `"${w.value}" tidak dikenal${meant(w.choices) || ' sebagai kabupaten atau kota; periksa ejaannya'}`,
    'region.ambiguous': (w: ProblemWords) => `"${w.value}" dapat berarti ${w.choices}; tulis salah satu`,
    'region.other_province': (w: ProblemWords) =>
      `${w.choices} tidak berada di provinsi yang tertulis; perbaiki salah satunya`,
    'region.outside_office': (w: ProblemWords) =>
      `${w.choices} di luar wilayah Anda; Anda hanya dapat mengimpor pelaku di ${w.office}`,
    'province.unknown': (w: ProblemWords) =>
      `"${w.value}" tidak dikenal${meant(w.choices) || ' sebagai provinsi; periksa ejaannya'}`,
    'sector.unknown': (w: ProblemWords) =>
      `sektor "${w.item}" tidak dikenal${meant(w.choices) || '; tulis jenis usahanya, misalnya keripik, batik, atau anyaman'}`,
    'sector.broad': (w: ProblemWords) =>
      `"${w.item}" terlalu umum; tulis lebih tepat, misalnya ${w.choices}, atau isi kolom Produk`,
    'cluster.unknown': (w: ProblemWords) => `"${w.value}" bukan klaster; tulis IR 1, IR 2, atau IR 3`,
    'term.unknown': (w: ProblemWords) => `${w.kind} "${w.item}" tidak dikenal${meant(w.choices)}`,
    'choice.unknown': (w: ProblemWords) => `${w.kind} "${w.value}" tidak dikenal; pilih ${w.choices}`,
    'yes_no.unknown': (w: ProblemWords) => `"${w.value}" tidak dapat dibaca; tulis ya atau tidak`,
    'count.unreadable': (w: ProblemWords) => `"${w.value}" bukan jumlah orang; tulis angka, misalnya 15`,
    'months.unreadable': (w: ProblemWords) => `"${w.value}" bukan lama usaha; tulis misalnya 2 tahun atau 8 bulan`,
    'year.unreadable': (w: ProblemWords) => `"${w.value}" bukan tahun; tulis misalnya 2019`,
    'rupiah.unreadable': (w: ProblemWords) => `"${w.value}" bukan jumlah uang; tulis misalnya 25 juta atau 25.000.000`,
    'date.unreadable': (w: ProblemWords) => `"${w.value}" bukan tanggal; tulis misalnya 24-11-2026`,
    'date.future': (w: ProblemWords) => `tanggal "${w.value}" sesudah hari ini; perbaiki tanggalnya`,
    'cell.formula': () => 'rumus tanpa hasil; buka berkas di Excel, hitung ulang, lalu simpan, atau isi nilainya',
    'cell.error': (w: ProblemWords) => `rumus gagal (${w.value}); perbaiki rumusnya atau isi nilainya`,
    'cell.identity_number': () => 'berisi nomor identitas 16 angka yang tidak boleh disimpan; hapus nomornya',
    'row.erased': () => 'orang ini pernah meminta datanya dihapus, sehingga tidak diimpor lagi',
    'row.twin_differs': (w: ProblemWords) =>
      `nama, usaha, kabupaten/kota, dan desanya sama dengan baris ${w.row}, tetapi isinya berbeda; gabungkan, atau bedakan nama usaha atau desanya`,
  },
  fileErrors: {
    'file.missing': () => 'Berkas tidak ditemukan. Periksa nama dan foldernya.',
    'file.empty': () => 'Berkas ini kosong.',
    'file.too_large': (w: { megabytes: string; limit: string }) =>
      `Berkas ini ${w.megabytes} MB; paling besar ${w.limit} MB. Bagi menjadi beberapa berkas, atau hapus gambar di dalamnya.`,
    'file.pdf': () => 'Ini berkas PDF. Unggah berkas XLSX atau CSV aslinya.',
    'file.image': () => 'Ini gambar, bukan tabel. Unggah berkas XLSX atau CSV.',
    'file.xls': () => 'Ini berkas Excel lama (.xls). Buka di Excel, lalu simpan ulang sebagai .xlsx.',
    'file.xlsb': () => 'Ini berkas Excel biner (.xlsb). Buka di Excel, lalu simpan ulang sebagai .xlsx.',
    'file.ods': () => 'Ini berkas OpenDocument (.ods). Buka, lalu simpan ulang sebagai .xlsx.',
    'file.html': () => 'Ini halaman web yang diberi nama .xls. Buka di Excel, lalu simpan ulang sebagai .xlsx.',
    'file.zip': () => 'Ini arsip ZIP atau dokumen lain, bukan tabel. Unggah berkas XLSX atau CSV.',
    'file.binary': () => 'Isi berkas ini bukan tabel. Unggah berkas XLSX atau CSV.',
    'file.encrypted': () =>
      'Berkas ini dikunci dengan kata sandi. Hapus kata sandinya di Excel, simpan, lalu unggah lagi.',
    'file.bomb': () =>
      'Berkas ini mengembang jauh melebihi ukuran wajar bila dibuka, sehingga tidak dibaca. Simpan ulang hanya tabelnya.',
    'file.broken': () => 'Berkas XLSX ini rusak atau tidak lengkap. Buka di Excel, simpan ulang, lalu unggah lagi.',
    'file.quote': (w: { row: string }) =>
      `Ada tanda kutip yang dibuka tetapi tidak ditutup di sekitar baris ${w.row}. Perbaiki, lalu unggah lagi.`,
    'sheet.empty': () => 'Tidak ada isi di lembar mana pun.',
    'sheet.no_header': (w: { rows: string }) =>
      `Baris judul kolom tidak ditemukan di ${w.rows} baris pertama. Beri judul kolom, sedikitnya Nama Pelaku dan Kab/Kota.`,
    'sheet.required_missing': (w: { missing: string; headings: string; row: string }) =>
      `Kolom ${w.missing} tidak ada. Judul yang ditemukan di baris ${w.row}: ${w.headings}. Tambahkan kolomnya, lalu unggah lagi.`,
    'sheet.duplicate_heading': (w: { heading: string; columns: string }) =>
      `Judul kolom "${w.heading}" muncul lebih dari sekali (kolom ${w.columns}). Hapus atau ganti salah satunya.`,
    'sheet.no_rows': (w: { row: string }) => `Tidak ada baris data di bawah judul kolom (baris ${w.row}).`,
    'sheet.too_many_rows': (w: { limit: string }) =>
      `Berkas ini berisi lebih dari ${w.limit} baris. Bagi menjadi beberapa berkas.`,
    'load.conflict': () => 'Data pelaku yang sama terus diubah orang lain selama penyimpanan. Coba lagi sebentar lagi.',
    'load.interrupted': () =>
      'Pekerjaan terputus sebelum selesai, misalnya karena server dimulai ulang. Unggah berkasnya lagi.',
    'load.unexpected': () =>
      'Terjadi kesalahan yang tidak terduga. Unggah berkasnya lagi; bila berulang, hubungi pengelola.',
  },
  template: {
    dataSheet: 'Data Pelaku',
    helpSheet: 'Petunjuk',
    fileName: 'templat-pelaku-ir',
    helpTitle: 'Petunjuk pengisian',
    helpColumns: { heading: 'Kolom', needed: 'Wajib', meaning: 'Isi', values: 'Contoh isian' },
    required: 'wajib',
    optional: 'boleh kosong',
    notes: [
      'Hapus dua baris contoh, atau biarkan: baris yang namanya diawali “CONTOH:” tidak diimpor.',
      'Sel kosong berarti belum diketahui. Tulis “tidak ada” bila memang tidak ada.',
      'Jangan isi NIK, nomor KK, nomor telepon, atau alamat: tidak disimpan.',
      'Kata yang dikenal untuk setiap daftar tertulis di bawah.',
    ] as readonly string[],
    lists: { sector: 'Sektor', need: 'Kebutuhan', permit: 'Izin' },
    columns: {
      name: { heading: 'Nama Pelaku', meaning: 'Nama perempuan pelaku industri rumahan' },
      business_name: { heading: 'Nama Usaha', meaning: 'Nama usaha atau mereknya' },
      province: { heading: 'Provinsi', meaning: 'Membantu bila nama kabupaten dipakai di beberapa provinsi' },
      regency: { heading: 'Kab/Kota', meaning: 'Tulis “Kab.” atau “Kota” di depannya' },
      village: { heading: 'Desa/Kelurahan', meaning: 'Nama desa tanpa kata “Desa”' },
      sector: { heading: 'Jenis Usaha', meaning: 'Satu atau beberapa, dipisahkan koma; atau kode KBLI' },
      products: { heading: 'Produk', meaning: 'Apa yang dibuat, dengan kata sendiri' },
      cluster: { heading: 'Klaster IR', meaning: 'IR 1 (pemula), IR 2 (berkembang), atau IR 3 (maju)' },
      needs: { heading: 'Kebutuhan', meaning: 'Paling mendesak lebih dahulu, dipisahkan koma' },
      permits: { heading: 'Izin yang dimiliki', meaning: 'Dipisahkan koma; “tidak ada” bila belum punya' },
      operating_months: { heading: 'Lama usaha', meaning: 'Dengan satuannya: tahun atau bulan' },
      group_size: {
        heading: 'Jumlah anggota kelompok',
        meaning: 'Anggota kelompoknya di desa yang sama; 0 bila tidak berkelompok',
      },
      credit_active: {
        heading: 'Kredit berjalan',
        meaning: 'KUR, UMi, PNM Mekaar, kredit program lain, atau kredit bank',
      },
      smartphone: { heading: 'Punya HP Android', meaning: 'ya atau tidak' },
      internet: { heading: 'Akses internet', meaning: 'ya atau tidak' },
      bank_account: { heading: 'Rekening bank', meaning: 'ya atau tidak; nomornya tidak perlu' },
      annual_sales_idr: { heading: 'Omzet per tahun', meaning: 'Perkiraan; disimpan sebagai rentang' },
      ownership: { heading: 'Kepemilikan usaha', meaning: 'perorangan, kelompok, atau koperasi' },
      as_of: { heading: 'Tanggal pendataan', meaning: 'Hari data ini terakhir diperiksa' },
    },
  },
}
