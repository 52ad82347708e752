/** Choosing a district: search, lists and map. */
export const boardChoose = {
  choose: {
    title: 'Kecocokan menurut daerah',
    intro:
      'Pilih kabupaten atau kota untuk melihat penawaran mana yang cocok bagi pelakunya, kebutuhan apa yang belum terlayani, dan langkah apa yang membuka lebih banyak jalan.',
    national: 'Pencocokan nasional',
    search: {
      label: 'Cari kabupaten, kota, atau provinsi',
      hint: 'Contoh: Kendal, Kota Semarang, Jateng',
      submit: 'Buka',
    },
    several: (text: string) => `“${text}” bisa berarti beberapa daerah`,
    severalText: 'Pilih salah satu:',
    resemble: (text: string) => `Tidak ada daerah bernama “${text}”`,
    resembleText: 'Mungkin maksud Anda:',
    nothing: (text: string) => `Tidak ada daerah bernama “${text}”`,
    nothingText: 'Periksa ejaannya, atau pilih dari daftar di bawah.',
    models: 'Daerah model',
    modelsNote: (named: string, all: string, open: string) =>
      `${named} dari ${all} daerah model sudah diketahui namanya; ${open} lagi belum.`,
    modelsMore: 'Daftar lengkap dan sumbernya',
    modelMark: 'daerah model',
    provinces: 'Pelaku menurut provinsi',
    regencies: (province: string) => `Pelaku menurut kabupaten dan kota di ${province}`,
    listProvinces: 'Daftar provinsi',
    listRegencies: 'Daftar kabupaten dan kota',
    actors: (count: string) => `${count} pelaku`,
    noActors: 'belum ada pelaku',
    within: (filled: string, all: string) => `di ${filled} dari ${all} kabupaten/kota`,
    total: (actors: string, filled: string, all: string) => `${actors} pelaku di ${filled} dari ${all} kabupaten/kota`,
    demo: (count: string) => `${count} di antaranya rekaan`,
    withoutPlace: (count: string) => `${count} pelaku lagi belum tercatat kabupaten atau kotanya.`,
    asOf: (day: string) => `keadaan ${day}`,
  },
  map: {
    label: (area: string, legend: string) => `Peta ${area}. ${legend}. Daftar di dekatnya memuat angka yang sama.`,
    indonesia: 'Indonesia',
    shape: (name: string, actors: string) => `${name}: ${actors}`,
    legend: 'Warna menurut jumlah pelaku',
    range: (from: string, to: string) => (from === to ? `${from} pelaku` : `${from}–${to} pelaku`),
    none: 'Belum ada pelaku tercatat',
    share: {
      province: (count: string, all: string) => `${count} dari ${all} provinsi`,
      regency: (count: string, all: string) => `${count} dari ${all} kabupaten/kota`,
    },
    dots: 'Titik: daerah yang terlalu kecil untuk digambar.',
  },
}
