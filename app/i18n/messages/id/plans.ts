export const plans = {
  input: {
    file: 'skenario',
    notAnObject: (field: string) => `"${field}" harus berupa objek JSON.`,
    unknownField: (field: string, known: string) => `Isian "${field}" tidak dikenal; yang ada: ${known}.`,
    notText: (field: string) => `"${field}" harus berupa teks, paling panjang 300 huruf.`,
    notBoolean: (field: string) => `"${field}" harus true atau false.`,
    notWhole: (field: string, low: number, high: number) => `"${field}" harus bilangan bulat ${low} sampai ${high}.`,
    notShare: (field: string) => `"${field}" harus bilangan 0 sampai 1, misalnya 0.3.`,
    notAList: (field: string) => `"${field}" harus berupa daftar JSON.`,
    notOneOf: (field: string, value: string, allowed: string) =>
      `"${field}" berisi "${value}"; pilih dari: ${allowed}.`,
    unknownRegion: (field: string, text: string) =>
      `Wilayah "${text}" pada "${field}" tidak dikenal atau bermakna ganda. Tulis kode seperti "33" atau "33.24".`,
    unknownOffer: (field: string, id: string) =>
      `"${id}" pada "${field}" bukan kode penawaran atau mitra. Periksa kodenya di halaman Mitra.`,
    needsReason: (field: string) => `"${field}" wajib diisi: setiap perubahan tangan harus beralasan.`,
    matrixShape: 'harus berisi {"values": [[..]], "capacities": [..]}: baris = pelaku, kolom = penawaran.',
    matrixCapacity: (column: number) => `kapasitas kolom ke-${column} harus bilangan bulat, paling kecil 0.`,
    matrixRow: (row: number, columns: number) => `baris ke-${row} harus berisi ${columns} nilai, sebanyak kapasitas.`,
    matrixCell: (row: number, column: number) => `nilai pada baris ke-${row} kolom ke-${column} bukan bilangan.`,
    matrixTooLarge: (most: number) => `paling banyak ${most} nilai.`,
  },
  refusal: {
    empty_scope: 'Tidak ada pelaku dengan kebutuhan dalam cakupan ini. Luaskan wilayah, kluster, atau kebutuhannya.',
    no_places:
      'Tidak ada tempat yang boleh dibagikan: kapasitas mitra belum dinyatakan atau sudah usang. Mintalah konfirmasi mitra, atau isi kapasitas beserta alasannya.',
    nothing_open:
      'Tidak ada pelaku dalam cakupan ini yang memenuhi syarat penawaran dengan tempat tersedia. Lihat papan kesenjangan untuk sebabnya.',
    out_of_time: 'Waktu habis sebelum ada rencana. Beri waktu lebih lama atau persempit cakupannya.',
  },
  fault: (number: number, offer: string, what: string, other: number | null) =>
    `Perubahan tangan ke-${number} (${offer}): ${what}${other === null ? '' : ` (perubahan ke-${other})`}.`,
  faults: {
    unknown_offer: 'penawaran ini tidak punya tempat yang boleh dibagikan dalam skenario',
    unknown_actor: 'pelaku itu tidak ada dalam cakupan',
    unknown_regency: 'kabupaten/kota itu tidak dikenal',
    not_open: 'penawaran ini tidak terbuka untuk pelaku atau kebutuhan itu',
    pin_and_forbid: 'ditetapkan dan dilarang sekaligus',
    pin_twice: 'ditetapkan dua kali untuk pelaku yang sama',
    number_twice: 'jumlahnya ditetapkan dua kali',
    number_and_forbid: 'jumlahnya ditetapkan, padahal penawaran dilarang di sana',
    number_below_pins: 'jumlahnya lebih kecil daripada pelaku yang sudah ditetapkan',
    over_room: 'melebihi jumlah mitra per pelaku',
    over_places: 'melebihi tempat penawaran ini',
    below_batch: 'program ini tidak dapat memenuhi jumlah paling sedikit',
  },
}
