export const readiness = {
  title: 'Kesiapan wilayah',
  titleOf: (place: string) => `Kesiapan ${place}`,
  country: 'Indonesia',
  intro:
    'Wilayah mana yang siap menjadi model bersinergi. Setiap kriteria tampil dengan buktinya; yang belum tercatat tetap belum diketahui dan tidak dihitung sebagai kekurangan.',
  version: (version: string, day: string) =>
    `Kriteria versi ${version}, keadaan ${day}. Batas angkanya usulan awal dan ditetapkan oleh Kementerian.`,
  demo: (count: string) => `Termasuk pelaku contoh rekaan (seluruhnya ${count}).`,
  demoPart: (count: string) => `termasuk ${count} catatan contoh rekaan`,
  counts: (met: string, notMet: string, unknown: string) =>
    `${met} kriteria terpenuhi, ${notMet} belum terpenuhi, ${unknown} belum diketahui`,
  countsShort: (met: string, notMet: string, unknown: string) =>
    `${met} terpenuhi, ${notMet} belum, ${unknown} belum diketahui`,
  outOf: (number: string, denominator: string) => `${number} dari ${denominator}`,
  shortStates: { met: 'Terpenuhi', not_met: 'Belum', unknown: 'Belum diketahui' },
  states: { met: 'Terpenuhi', not_met: 'Belum terpenuhi', unknown: 'Belum diketahui' },
  list: 'Kabupaten dan kota',
  order: {
    label: 'Urutkan',
    terpenuhi: 'Paling banyak terpenuhi',
    belum: 'Paling banyak belum terpenuhi',
    nama: 'Nama',
  },
  byCriterion: (regions: string) => `Menurut kriteria, dari ${regions} kabupaten/kota`,
  criteriaOf: (place: string) => `Kriteria kesiapan ${place}`,
  columns: {
    criterion: 'Kriteria',
    region: 'Wilayah',
    counts: 'Kriteria',
    state: 'Keadaan',
    evidence: 'Bukti',
    asks: 'Yang diminta',
    date: 'Catatan terakhir',
    source: 'Sumber',
  },
  nothing: 'belum ada catatan',
  noDate: 'belum ada',
  criteria: {
    mou: {
      name: 'MoU ditandatangani',
      short: 'MoU',
      asks: (least: string) => `sedikitnya ${least} MoU berlaku yang menyebut wilayah ini atau provinsinya`,
      evidence: (number: string, of: string) => `${number} MoU berlaku dari ${of} yang tercatat`,
      source: 'daftar MoU',
    },
    team: {
      name: 'Tim ditunjuk',
      short: 'Tim',
      asks: 'keputusan yang menunjuk tim kabupaten/kota',
      evidence: (number: string, _of: string) => `${number} keputusan penunjukan tercatat`,
      source: 'keputusan penunjukan tim yang dicatat di halaman ini',
    },
    companions: {
      name: 'Pendamping untuk pelaku',
      short: 'Pendamping',
      asks: (most: string) => `satu pendamping untuk paling banyak ${most} pelaku`,
      evidence: (number: string, of: string) => `${number} pendamping yang mendampingi, untuk ${of} pelaku`,
      source: 'akun pendamping dan penugasannya',
    },
    fresh_data: {
      name: 'Data pelaku mutakhir',
      short: 'Data mutakhir',
      asks: (percent: string, days: string) =>
        `sedikitnya ${percent} persen pelaku dipastikan datanya dalam ${days} hari terakhir`,
      evidence: (number: string, of: string) => `${number} dari ${of} pelaku`,
      source: 'tanggal data pelaku terakhir dipastikan',
    },
    answers: {
      name: 'Mitra menjawab',
      short: 'Jawaban mitra',
      asks: (percent: string, days: string) =>
        `sedikitnya ${percent} persen usulan dijawab tepat waktu, dari yang dikirim dalam ${days} hari terakhir`,
      evidence: (number: string, of: string) =>
        `${number} dijawab tepat waktu, dari ${of} usulan yang sudah dijawab atau habis waktunya`,
      source: 'catatan usulan kolaborasi',
    },
    open_places: {
      name: 'Tempat tersedia',
      short: 'Tempat',
      asks: (least: string) =>
        `sedikitnya ${least} penawaran untuk wilayah ini dengan tempat yang baru dipastikan mitra`,
      evidence: (number: string, of: string) =>
        `${number} dari ${of} penawaran untuk wilayah ini punya tempat yang dipastikan`,
      source: 'jumlah tempat yang dipastikan mitra',
    },
  },
  mapOfProvinces: {
    title: 'Peta kesiapan',
    figure: (count: string) => `paling banyak ${count} kriteria terpenuhi di satu kabupaten/kota`,
    legend: 'Warna menurut jumlah kriteria yang terpenuhi di kabupaten/kota terdepan dalam provinsi',
    range: (from: string, to: string) => (from === to ? `${from} kriteria` : `${from}–${to} kriteria`),
    none: 'Belum ada kriteria yang diketahui terpenuhi',
  },
  mapOfDistricts: {
    title: 'Peta kesiapan',
    figure: (count: string) => `${count} kriteria terpenuhi`,
    legend: 'Warna menurut jumlah kriteria yang terpenuhi',
    range: (from: string, to: string) => (from === to ? `${from} kriteria` : `${from}–${to} kriteria`),
    none: 'Belum ada kriteria yang diketahui terpenuhi',
  },
  team: {
    title: 'Tim kabupaten/kota',
    none: 'Belum ada keputusan penunjukan tim yang dicatat.',
    recorded: (decree: string, day: string, at: string) => `${decree}, tanggal ${day}. Dicatat ${at}.`,
    decree: 'Keputusan yang menunjuk tim',
    decreeHint: 'Jenis dan nomornya, misalnya SK Bupati 463/12/2026. Jangan menulis nama orang.',
    day: 'Tanggal keputusan',
    dayHint: 'TTTT-BB-HH, misalnya 2026-03-15',
    save: 'Catat tim',
    remove: 'Hapus catatan',
    removeAsk: 'Hapus catatan tim ini?',
    decreeMissing: 'Isi jenis dan nomor keputusan yang menunjuk tim.',
    decreeLong: (most: string) => `Singkatkan menjadi paling banyak ${most} karakter.`,
    decreeNumber: 'Hapus nomor telepon atau NIK; cukup jenis dan nomor keputusan.',
    dayProblem: 'Isi tanggal keputusan seperti 2026-03-15.',
    dayAhead: 'Tanggal keputusan belum tiba; isi tanggal hari ini atau sebelumnya.',
    conflict:
      'Catatan tim baru saja diubah orang lain. Periksa yang tercatat sekarang, lalu kirim lagi bila masih perlu.',
  },
  board: 'Buka papan kecocokan daerah ini',
}
