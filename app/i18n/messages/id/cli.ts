export const cli = {
  help: {
    title: 'Sinergi IR: peta mitra dan perantara sinergi untuk Industri Rumahan',
    usage: 'Pemakaian',
    verbs: 'Perintah',
    options: 'Pilihan',
    everywhere: 'Pilihan untuk semua perintah',
    examples: 'Contoh',
    more: 'Keterangan satu perintah: npm run -s sinergi -- PERINTAH --help',
    verb: 'PERINTAH',
  },
  options: {
    help: 'tampilkan keterangan ini',
    json: 'jawab dengan satu nilai JSON di keluaran standar',
    'data-dir': 'folder data; menggantikan DATA_DIR (bawaan: data)',
    lang: 'bahasa pesan: id atau en (bawaan: id)',
  },
  verbs: {
    migrate: {
      summary: 'Menyiapkan atau memperbarui susunan basis data',
      usage: 'migrate',
      options: {},
      examples: ['migrate', 'migrate --data-dir /srv/sinergi --json'],
      done: (count: number, file: string) =>
        count === 0 ? `Basis data ${file} sudah mutakhir.` : `${count} perubahan diterapkan pada basis data ${file}.`,
    },
    seed: {
      summary: 'Mengisi data acuan dan pelaku contoh rekaan',
      usage: 'seed [--actors N] [--seed S]',
      options: {
        actors: 'jumlah seluruh pelaku contoh, 0 sampai 2.000.000 (bawaan: DEMO_ACTORS atau 2000)',
        seed: 'benih acak, bilangan bulat; benih yang sama memberi pelaku yang sama (bawaan: 1)',
      },
      examples: ['seed', 'seed --actors 100000 --seed 7'],
      progress: 'Pelaku contoh',
      done: (added: number, total: number, seconds: string) =>
        `${added} pelaku contoh ditambahkan; seluruhnya ${total} (${seconds} detik). Semuanya rekaan dan ditandai sebagai contoh.`,
      kept: (part: string, ids: string) =>
        `Data acuan "${part}" berubah, tetapi baris yang sudah disunting tidak ditimpa: ${ids}.`,
      mismatch: (stored: number) =>
        `Basis data ini sudah berisi pelaku contoh dengan benih ${stored}. Pakai --seed ${stored}, atau pilih folder lain dengan --data-dir.`,
    },
    erase: {
      summary: 'Menghapus data seorang pelaku, atau menghapus lagi yang kembali dari cadangan',
      usage: 'erase ID  |  erase --replay',
      options: { replay: 'hapus lagi setiap pelaku yang pernah dihapus dan ada kembali' },
      examples: ['erase --replay', 'erase demo-0000012 --json'],
      oneOrReplay: 'Sebutkan satu ID pelaku, atau --replay saja.',
      unknown: 'Tidak ada pelaku dengan ID itu.',
      done: (files: number, rows: number, texts: number) =>
        `Dihapus. Berkas yang dibersihkan: ${files}; baris tolakan: ${rows}; kalimat yang menyebutnya: ${texts}.`,
      check: (files: number) =>
        `Lampiran usulan bersama pelaku lain: ${files}. Periksa sendiri apakah isinya menyebutnya.`,
      left: 'Sebagian berkas belum dapat dibersihkan karena masih dipakai; dicoba lagi setiap menit selama situs berjalan, dan saat situs dimulai.',
      replayed: (count: number) => `Dihapus lagi: ${count} pelaku.`,
    },
    reseal: {
      summary: 'Menyegel ulang nomor telepon, bukti persetujuan, dan dokumen dengan CONTACT_KEY yang baru',
      usage: 'reseal',
      options: {},
      examples: ['reseal', 'reseal --json'],
      unknownKey: (id: string) =>
        `Ada data yang disegel dengan kunci ${id}, yang tidak diberikan. Tidak ada yang diubah. Tambahkan kunci lama itu ke CONTACT_KEYS_OLD, lalu ulangi.`,
      done: (phones: number, files: number, key: string) =>
        `Disegel ulang dengan kunci ${key}: ${phones} nomor telepon, ${files} berkas.`,
      lost: (files: number) => `Berkas yang tidak ditemukan di folder data: ${files}.`,
      next: 'Kunci lama tidak diperlukan lagi oleh folder data ini. Simpan terpisah selama masih ada cadangan yang disegel dengannya.',
    },
    audit: {
      summary: 'Memeriksa keutuhan jejak audit',
      usage: 'audit verify [--head CATATAN]',
      options: {
        head: 'ujung jejak yang dicatat dahulu, misalnya dari surat atau buku; jejak harus masih melewatinya',
      },
      examples: ['audit verify', 'audit verify --json', 'audit verify --head 120:6f0c...'],
      onlyVerify: 'Tulis: audit verify.',
      badHead: (example: string) =>
        `Pilihan --head harus berupa jumlah baris, titik dua, dan 64 angka heksadesimal, misalnya ${example}.`,
      whole: (count: number) => `Jejak audit utuh: ${count} baris, tidak ada yang hilang atau berubah.`,
      broken: (count: number) => `Jejak audit TIDAK utuh: ${count} temuan.`,
      head: (pin: string) =>
        `Ujung jejak: ${pin}\nCatat ujung ini di luar server; pemeriksaan berikutnya dengan --head membuktikan bahwa jejak tidak ditulis ulang.`,
      failed: 'Jejak audit tidak dapat dipercaya. Simpan salinan basis data ini dan bandingkan dengan cadangan.',
    },
    region: {
      summary: 'Mencari kode wilayah dari nama sebagaimana diketik orang',
      usage: 'region TEKS [--level L] [--prov P] [--prefer K]  |  region --batch BERKAS',
      options: {
        batch: 'berkas JSON: larik berisi teks atau [teks, {level?, prov?, prefer?}]',
        level: 'province atau regency',
        prov: 'provinsi tempatnya, kode atau nama',
        prefer: 'kabupaten atau kota, bila satu nama dipakai keduanya',
      },
      examples: ['region "Kab. Kendal"', 'region Semarang --prefer kota --json', 'region --batch nama.json --json'],
      found: (text: string, label: string) => `${text}: ${label}`,
      several: (text: string, labels: string) => `${text}: cocok dengan beberapa wilayah: ${labels}`,
      none: (text: string) => `${text}: tidak dikenali`,
      noneBut: (text: string, labels: string) => `${text}: tidak dikenali; barangkali ${labels}`,
      perhaps: (labels: string) => ` (periksa juga: ${labels})`,
      textOrBatch: 'Sebutkan satu nama wilayah, atau --batch BERKAS. Keduanya tidak dapat dipakai bersama.',
      notArray: (file: string) =>
        `Berkas ${file} harus berisi larik JSON, misalnya ["Kab. Kendal", ["Semarang", {"prefer": "kota"}]].`,
      badEntry: (file: string, position: number) =>
        `Berkas ${file}, butir ke-${position}: harus teks atau [teks, {level?, prov?, prefer?}]. Tulis kode wilayah di antara tanda kutip.`,
    },
    import: {
      summary: 'Mengimpor daftar pelaku dari berkas XLSX atau CSV',
      usage: 'import BERKAS [--dry-run] [--as-of HARI] [--rejects BERKAS]  |  import --template BERKAS',
      options: {
        'dry-run': 'hanya tunjukkan apa yang dibaca; tidak ada yang disimpan',
        'as-of': 'keadaan data per tanggal, misalnya 2026-11-24 (bawaan: hari ini)',
        rejects: 'tulis baris yang ditolak ke berkas .xlsx atau .csv, beserta masalahnya',
        template: 'tulis templat ke berkas .xlsx atau .csv',
      },
      examples: [
        'import pelaku.xlsx --dry-run',
        'import pelaku.xlsx --rejects ditolak.xlsx --json',
        'import --template templat.xlsx',
      ],
      oneFile: 'Sebutkan satu berkas XLSX atau CSV, atau --template BERKAS saja.',
      wrongName: (file: string) => `Nama berkas ${file} harus berakhiran .xlsx atau .csv.`,
      wrongDay: (text: string) =>
        `Tanggal "${text}" tidak dapat dipakai; tulis misalnya 2026-11-24, tidak sesudah hari ini.`,
      reading: 'Membaca baris',
      writing: 'Menyimpan pelaku',
      left: (label: string, seconds: number) => `${label}, kira-kira ${seconds} detik lagi`,
      counts: (total: number, created: number, changed: number, same: number, rejected: number) =>
        `${total} baris: ${created} baru, ${changed} berubah, ${same} sama, ${rejected} ditolak.`,
      dryRun: 'Percobaan saja: tidak ada yang disimpan.',
      done: (seconds: string) => `Tersimpan (${seconds} detik).`,
      moreProblems: 'dan seterusnya; tulis semuanya dengan --rejects BERKAS',
      rejectsWritten: (file: string) => `Baris yang ditolak ditulis ke ${file}; perbaiki, lalu impor berkas itu.`,
      templateWritten: (file: string) => `Templat ditulis ke ${file}.`,
      stopped: 'Dihentikan. Tidak ada satu pun baris yang disimpan.',
    },
    match: {
      summary: 'Mencocokkan satu pelaku dengan semua penawaran, atau satu penawaran dengan pelaku',
      usage: 'match --facts BERKAS  |  match --actor ID  |  match --offer ID [--limit N]  |  match --replay ID_USULAN',
      options: {
        facts: 'berkas JSON {regency, sectors, cluster, needs, facts} dengan istilah kosakata',
        actor: 'kode pelaku di basis data',
        offer: 'kode penawaran; jawabannya pelaku yang paling cocok',
        replay: 'nomor usulan yang keputusannya dihitung ulang dari kebijakan dan data yang tersimpan',
        limit: 'paling banyak berapa pelaku untuk --offer (bawaan: 50)',
      },
      examples: ['match --facts pelaku.json --json', 'match --actor demo-0000001', 'match --offer pnm.mekaar --json'],
      oneOf: 'Sebutkan tepat satu dari --facts BERKAS, --actor ID, --offer ID, atau --replay ID_USULAN.',
      noDecision: 'Tidak ada keputusan tersimpan untuk usulan itu. Periksa nomornya di halaman Usulan.',
      replayed: (offer: string, day: string, policy: string, same: boolean) =>
        `${offer}, ${day}, kebijakan ${policy}: ${same ? 'hasilnya sama' : 'HASILNYA BERBEDA'}`,
      noActor: 'Tidak ada pelaku dengan kode itu. Periksa kodenya di halaman Pelaku.',
      noOffer: (id: string) => `Tidak ada penawaran dengan kode "${id}". Periksa kodenya di halaman Mitra.`,
      counts: (eligible: number, undecided: number, ineligible: number) =>
        `${eligible} penawaran terbuka, ${undecided} perlu dilengkapi, ${ineligible} belum memenuhi syarat.`,
      complementary: (offers: string) => `Paket yang saling melengkapi: ${offers}`,
      ask: (question: string, settles: number) => `Tanyakan berikutnya: ${question} (memutuskan ${settles} penawaran)`,
      offerCounts: (eligible: number, undecided: number, oneChange: number, total: number) =>
        `Dari ${total} pelaku: ${eligible} memenuhi syarat, ${undecided} perlu dilengkapi, ${oneChange} kurang satu syarat.`,
    },
    board: {
      summary: 'Papan kecocokan satu kabupaten atau kota',
      usage: 'board --regency KODE_ATAU_NAMA',
      options: { regency: 'kode (33.24) atau nama kabupaten/kota' },
      examples: ['board --regency 33.24 --json', 'board --regency "Kab. Kendal"'],
      needsRegency: 'Sebutkan kabupaten atau kota dengan --regency, misalnya --regency 33.24.',
      unknown: (text: string, perhaps: string) =>
        perhaps
          ? `Wilayah "${text}" tidak dikenal atau bermakna ganda; barangkali ${perhaps}.`
          : `Wilayah "${text}" tidak dikenal. Tulis kode seperti 33.24 atau nama kabupaten/kota.`,
      heading: (region: string, actors: number, served: number) =>
        `${region}: ${actors} pelaku, ${served} di antaranya punya sedikitnya satu penawaran yang terbuka.`,
      offer: (name: string, eligible: number, undecided: number, oneChange: number) =>
        `  ${name}: ${eligible} memenuhi syarat, ${undecided} perlu dilengkapi, ${oneChange} kurang satu syarat`,
      gap: (need: string, unserved: number, wanted: number) =>
        `  Belum terlayani: ${need}, ${unserved} dari ${wanted} pelaku yang membutuhkan`,
    },
    search: {
      summary: 'Mencari penawaran atau pelaku dengan kata, saringan, dan urutan',
      usage: 'search --index offers|actors [--q TEKS] [--filter SARINGAN=NILAI ...] [--sort S] [--page N] [--size N]',
      options: {
        index: 'offers (penawaran mitra) atau actors (pelaku)',
        q: 'kata yang dicari; tanpa ini semua ditampilkan',
        filter: 'saringan=nilai, boleh diulang; nilai dengan koma berarti salah satunya (need=capital,training)',
        sort: 'relevance, name, atau newest (bawaan: relevance)',
        page: 'halaman, mulai dari 1',
        size: 'banyaknya hasil tiap halaman, 1 sampai 200 (bawaan: 20)',
      },
      examples: [
        'search --index offers --q "modal kelompok" --filter province=33 --json',
        'search --index actors --q "kripik psang" --filter need=packaging cluster=IR2 --json',
      ],
      needsIndex: 'Sebutkan apa yang dicari: --index offers atau --index actors.',
      badFilter: (given: string) => `Saringan "${given}" harus ditulis SARINGAN=NILAI, misalnya need=capital.`,
      unknownFacet: (facet: string, index: string, known: string) =>
        `Saringan "${facet}" tidak ada pada ${index}; yang ada: ${known}.`,
      found: (total: number, page: number) => `${total} hasil, halaman ${page}:`,
      some: 'Tidak setiap hasil memuat semua kata yang dicari.',
    },
    reindex: {
      summary: 'Membuat ulang indeks pencarian dari basis data, lalu menukarnya sekaligus',
      usage: 'reindex [--index offers|actors] [--engine embedded|meilisearch]',
      options: {
        index: 'hanya indeks ini (bawaan: semua)',
        engine: 'mesin pencari yang indeksnya dibuat ulang (bawaan: embedded)',
      },
      examples: ['reindex', 'reindex --index actors --json'],
      progress: (index: string) => `Indeks ${index}`,
      done: (index: string, documents: number, seconds: string) =>
        `Indeks ${index}: ${documents} dokumen (${seconds} detik seluruhnya).`,
      notConfigured: 'Meilisearch belum diatur. Isi MEILI_URL dan MEILI_KEY, atau pakai --engine embedded.',
      noAnswer: (why: string) => `Meilisearch tidak menyelesaikan pekerjaannya: ${why}`,
    },
    'index-status': {
      summary: 'Keadaan indeks pencarian: isi dan perubahan yang belum masuk',
      usage: 'index-status',
      options: {},
      examples: ['index-status --json'],
      line: (index: string, documents: number, waiting: number) =>
        `Indeks ${index}: ${documents} dokumen, ${waiting} perubahan menunggu.`,
      server: (line: string) => `Meilisearch. ${line}`,
      serverDown: (why: string) => `Meilisearch tidak menjawab (${why}); pencarian dijawab mesin bawaan.`,
    },
    'national-run': {
      summary: 'Mencocokkan semua pelaku dengan semua penawaran dan menyimpan hasilnya',
      usage: 'national-run [--top N] [--threads N]',
      options: {
        top: 'berapa penawaran terbaik yang disimpan untuk tiap pelaku, 1 sampai 100 (bawaan: 10)',
        threads: 'jumlah utas kerja (bawaan: sebanyak inti prosesor)',
      },
      examples: ['national-run --top 10 --json'],
      phases: { load: 'Membaca pelaku', rank: 'Mencocokkan', store: 'Menyimpan' },
      done: (actors: string, offers: string, eligible: string, undecided: string, seconds: string) =>
        `${actors} pelaku x ${offers} penawaran: ${eligible} pasangan memenuhi syarat, ${undecided} perlu dilengkapi (${seconds} detik).`,
      cancelled: 'Dihentikan; tidak ada hasil yang disimpan.',
    },
    gaps: {
      summary: 'Papan kesenjangan: kebutuhan pelaku dibandingkan dengan penawaran mitra',
      usage: 'gaps [--region WILAYAH] [--cluster K] [--sector S]',
      options: {
        region: 'provinsi atau kabupaten/kota, kode atau nama (bawaan: seluruh Indonesia)',
        cluster: 'IR1, IR2, atau IR3',
        sector: 'sektor menurut kosakata',
      },
      examples: ['gaps --json', 'gaps --region 33.24', 'gaps --region "Jawa Tengah" --cluster IR1 --json'],
      unknownRegion: (text: string) =>
        `Wilayah "${text}" tidak dikenal atau bermakna ganda. Tulis kode seperti 33 atau 33.24.`,
      heading: (gap: string, wanted: string, actors: string) =>
        `${gap} dari ${wanted} kebutuhan belum terlayani (${actors} pelaku).`,
      line: (need: string, gap: string, wanted: string, none: string, one: string) =>
        `  ${need}: ${gap} dari ${wanted}; ${none} tanpa penawaran, ${one} kurang satu syarat`,
    },
    plan: {
      summary: 'Membagi tempat mitra secara adil menurut sebuah skenario, atau memecahkan satu matriks penempatan',
      usage: 'plan --scenario BERKAS  |  plan --matrix BERKAS  |  plan --replay ID',
      options: {
        scenario:
          'berkas JSON skenario; isian: name, regions, clusters, needs, offers, goals, floor, perActor, capacities, undecided, programmes, seed, overrides, timeLimit',
        matrix:
          'berkas JSON {values: [[..]], capacities: [..], sense?: "max"|"min"}; baris = pelaku, kolom = penawaran, tiap pelaku paling banyak satu tempat',
        replay: 'kode rencana yang tersimpan: dihitung ulang dari masukannya dan dibandingkan',
      },
      examples: ['plan --scenario jateng.json --json', 'plan --matrix assign100.json --json'],
      oneOf: 'Sebutkan tepat satu dari --scenario BERKAS, --matrix BERKAS, atau --replay ID.',
      badFile: (file: string, why: string) => `Berkas ${file}: ${why}`,
      stored: (id: string) => `Tersimpan sebagai rencana ${id}.`,
      noPlan: (id: string) => `Tidak ada rencana tersimpan dengan kode "${id}".`,
      same: (id: string, solver: string) => `Rencana ${id} dihitung ulang dengan ${solver}: hasilnya sama.`,
      differs: (id: string, before: string, now: string) =>
        `Rencana ${id} dihitung ulang: hasilnya BERBEDA (dahulu ${before}, sekarang ${now}).`,
      matrixDone: (objective: string, assigned: string, rows: string) =>
        `Nilai terbaik ${objective}; ${assigned} dari ${rows} baris mendapat tempat.`,
      phases: { load: 'Membaca pelaku', solve: 'Menghitung' },
      done: (covered: string, servable: string, actors: string) =>
        `${covered} tempat dibagikan dari ${servable} kebutuhan yang dapat dilayani (${actors} pelaku dalam cakupan).`,
      offer: (name: string, used: string, places: string) => `  ${name}: ${used} dari ${places} tempat`,
      highestFloor: (percent: string) =>
        `Batas bawah yang diminta tidak dapat dipenuhi semua; yang tertinggi bagi semua: ${percent} persen.`,
      toConfirm: (count: string) =>
        `${count} penawaran perlu konfirmasi jumlah tempat sebelum tempatnya dapat dibagikan.`,
      cancelled: 'Dihentikan; tidak ada rencana yang disimpan.',
    },
    programme: {
      summary: 'Menampilkan program sinergi, atau menerbitkan satu program dan mengirim usulannya',
      usage: 'programme list  |  programme publish KODE',
      options: {},
      examples: ['programme list --json', 'programme publish 6f0c2f0e-1111-4222-8333-444455556666 --json'],
      which: 'Sebutkan apa yang dilakukan: programme list, atau programme publish KODE.',
      unknown: (id: string) => `Tidak ada program dengan kode "${id}". Lihat kodenya dengan: programme list`,
      cannot: (title: string) => `Program "${title}" belum dapat diterbitkan:`,
      wrongState: (state: string) => `keadaannya "${state}"; hanya program dalam konsultasi yang dapat diterbitkan.`,
      sending: 'Mengirim usulan',
      unfinished: 'Sebagian tahap belum terkirim. Jalankan perintah ini lagi; tidak ada yang dikirim dua kali.',
      published: (title: string) => `Program "${title}" terbit.`,
      already: (title: string) => `Program "${title}" sudah terbit sebelumnya; yang tersisa dilanjutkan.`,
      sent: (sent: string, done: string, batches: string) =>
        `${sent} pelaku diusulkan; ${done} dari ${batches} tahap sudah dicoba.`,
      unsent: (count: string, why: string) => `  ${count} belum diusulkan: ${why}`,
      untried: 'belum dicoba',
      none: 'Belum ada program.',
      line: (id: string, state: string, title: string) => `${id}  ${state}: ${title}`,
    },
    jobs: {
      summary: 'Menjalankan pengingat, penerusan, kedaluwarsa, dan ringkasan usulan yang sudah waktunya',
      usage: 'jobs run [--now SAAT]',
      options: { now: 'saat yang dipakai, ISO dengan Z (bawaan: sekarang)' },
      examples: ['jobs run', 'jobs run --now 2026-12-01T01:00:00Z --json'],
      closedTasks: (count: string) => `Tugas kesenjangan yang selesai karena ada penawaran yang cocok: ${count}`,
      onlyRun: 'Sebutkan apa yang dijalankan: jobs run',
      badInstant: (text: string) => `Pilihan --now harus saat ISO, misalnya 2026-12-01T01:00:00Z, bukan "${text}".`,
      done: (queued: string, done: string, failed: string) =>
        `${queued} pekerjaan baru, ${done} selesai, ${failed} gagal. Surat yang dihasilkan menunggu di kotak keluar.`,
    },
    eval: {
      summary: 'Mengukur mutu angka perkiraan pada riwayat simulasi',
      usage: 'eval loop [--seed S]',
      options: { seed: 'benih acak, bilangan bulat; benih yang sama memberi hasil yang sama (bawaan: 1)' },
      examples: ['eval loop', 'eval loop --seed 7 --json'],
      subjects: 'Sebutkan apa yang diukur: eval loop',
      simulated: (seed: string) => `Riwayat simulasi (benih ${seed}); bukan data mitra sesungguhnya.`,
      calibration: (what: string, error: string, count: string) =>
        `${what}: galat kalibrasi rata-rata ${error} pada ${count} perkiraan (paling besar 0,05).`,
      answers: 'Kemungkinan dijawab',
      helped: 'Tingkat terbantu',
      per100: (sent: string) => `Terbantu dari setiap 100 rujukan (${sent} rujukan), menurut cara memilih penawaran:`,
      rankings: {
        fit: 'kecocokan saja',
        fit_with_record: 'kecocokan dengan rekam jejak',
        expected: 'kemungkinan dijawab x tingkat terbantu',
      },
      tooMuchError: (error: string, most: string) => `Galat kalibrasi ${error} melebihi ${most}.`,
      notBetter: 'Urutan menurut kemungkinan terbantu tidak lebih baik daripada kecocokan saja.',
    },
  },
  errors: {
    unknownVerb: (verb: string) => `Perintah "${verb}" tidak dikenal.`,
    meant: (name: string) => `Mungkin maksud Anda: ${name}`,
    unknownOption: (option: string) => `Pilihan ${option} tidak dikenal.`,
    optionNeedsValue: (option: string) =>
      `Pilihan ${option} memerlukan nilai, misalnya ${option} NILAI. Nilai yang diawali tanda minus ditulis ${option}=-1.`,
    optionTakesNoValue: (option: string) => `Pilihan ${option} tidak menerima nilai; tulis ${option} saja.`,
    unexpectedText: (text: string) =>
      `"${text}" tidak diharapkan di sini. Teks yang mengandung spasi ditulis di antara tanda kutip.`,
    notInteger: (option: string, value: string, min: string, max: string) =>
      `Pilihan ${option} harus bilangan bulat ${min} sampai ${max}, bukan "${value}".`,
    notOneOf: (option: string, value: string, allowed: string) =>
      `Pilihan ${option} harus salah satu dari ${allowed}, bukan "${value}".`,
    seeHelp: (command: string) => `Lihat: ${command}`,
    fileMissing: (file: string) => `Berkas ${file} tidak ditemukan. Periksa nama dan foldernya.`,
    fileIsFolder: (file: string) => `${file} adalah folder; sebutkan sebuah berkas.`,
    fileUnreadable: (file: string) => `Berkas ${file} tidak dapat dibaca. Periksa hak aksesnya.`,
    fileEmpty: (file: string) => `Berkas ${file} kosong.`,
    fileTooLarge: (file: string, limit: number) => `Berkas ${file} melebihi ${limit} MB. Bagi menjadi beberapa berkas.`,
    fileNotJson: (file: string, why: string) => `Berkas ${file} bukan JSON yang sah: ${why}`,
    databaseBroken: (file: string) =>
      `Berkas ${file} rusak atau bukan basis data Sinergi. Pulihkan dari cadangan, atau pilih folder lain dengan --data-dir.`,
    databaseBusy: (file: string) => `Basis data ${file} sedang dipakai proses lain. Tunggu sebentar, lalu ulangi.`,
    databaseClosed: (file: string) =>
      `Basis data ${file} tidak dapat dibuka atau ditulisi. Periksa hak akses dan sisa ruang, atau pilih folder lain dengan --data-dir.`,
    settings: (why: string) => `${why}. Perbaiki nilainya, lalu ulangi.`,
    interrupted: 'Dihentikan. Yang sudah selesai tersimpan; ulangi perintah yang sama untuk melanjutkan.',
    fault: (why: string) => `Terjadi kesalahan yang tidak terduga: ${why}. Rinciannya: ulangi dengan LOG_LEVEL=debug.`,
  },
  databaseCreated: (file: string) => `Basis data baru dibuat: ${file}`,
}
