export const tasks = {
  list: 'Tugas kesenjangan',
  listOf: (place: string) => `Tugas kesenjangan di ${place}`,
  country: 'seluruh Indonesia',
  intro:
    'Yang harus dikerjakan agar kebutuhan pelaku terlayani: mencari mitra baru, atau meminta mitra memperluas penawarannya. Tugas selesai hanya bila ada penawaran yang cocok.',
  toGaps: 'Buka papan kesenjangan',
  tabs: {
    label: 'Keadaan tugas',
    open: (count: string) => `Terbuka (${count})`,
    closed: (count: string) => `Selesai (${count})`,
  },
  captions: { open: 'Tugas yang terbuka', closed: 'Tugas yang sudah selesai' },
  empty: {
    open: 'Belum ada tugas yang terbuka',
    openText: 'Pilih satu kebutuhan di papan kesenjangan, lalu buka tugas untuk kesenjangannya.',
    closed: 'Belum ada tugas yang selesai',
    closedText: 'Tugas selesai dengan sendirinya setelah ada penawaran yang cocok dengan kesenjangannya.',
  },
  columns: {
    what: 'Tugas',
    gap: 'Kesenjangan',
    unserved: 'Belum terlayani',
    would: 'Bila diperluas',
    who: 'Dikerjakan oleh',
    since: 'Dibuka',
    closedBy: 'Penawaran yang menyelesaikan',
    closedAt: 'Selesai',
  },
  outOf: (part: string, all: string) => `${part} dari ${all}`,
  wouldShort: (needs: string, actors: string) => `${needs} kebutuhan ${actors} pelaku`,
  nobody: 'belum ada',
  sinceBy: (day: string, name: string) => `${day}, ${name}`,
  closedBy: (partner: string, offer: string, actors: string) => `${partner}: ${offer} (${actors} pelaku)`,
  gone: 'Kesenjangan sudah tidak ada',
  state: { open: 'Terbuka', closed: 'Selesai', gone: 'Kesenjangan sudah tidak ada' },
  title: {
    recruit: (need: string, place: string) => `Cari mitra baru untuk ${need} di ${place}`,
    extend: (partner: string, offer: string, target: string) => `Minta ${partner} memperluas ${offer} ke ${target}`,
  },
  refused: {
    no_gap: 'Tidak ada kebutuhan yang belum terlayani dalam pilihan ini, jadi tugas tidak dibuka.',
    no_extension:
      'Perluasan penawaran itu tidak akan melayani seorang pun dalam kesenjangan ini. Pilih penawaran lain.',
    stale:
      'Tugas ini sudah diubah atau selesai setelah Anda membukanya. Periksa keadaannya yang terbaru, lalu ulangi bila perlu.',
    empty: 'Tulis catatannya.',
    long: 'Catatan paling banyak 1.000 karakter.',
  },
  page: {
    goneTitle: 'Kesenjangan ini sudah tidak ada',
    goneText: (at: string) =>
      `Pencocokan pada ${at} tidak menemukan lagi pelaku yang belum terlayani, tanpa penawaran baru: pelakunya pindah, keluar, berubah datanya, atau tidak membutuhkannya lagi.`,
    closedTitle: 'Kesenjangan ini sudah bertemu penawaran yang cocok',
    closedText: (partner: string, offer: string, at: string) =>
      `${partner}, ${offer}. Ditemukan oleh pencocokan pada ${at}.`,
    closedActors: (actors: string, unserved: string) =>
      `Penawaran itu melayani ${actors} pelaku; saat tugas dibuka ada ${unserved} yang belum terlayani. Sisanya tetap terlihat di papan kesenjangan.`,
    toOffer: 'Lihat penawaran itu',
    atOpening: 'kebutuhan belum terlayani saat tugas dibuka',
    now: 'kebutuhan belum terlayani sekarang',
    would: (actors: string) => `kebutuhan dari ${actors} pelaku akan terlayani bila penawaran diperluas`,
    source: (actors: string, offers: string, policy: string) =>
      `pencocokan ${actors} pelaku dengan ${offers} penawaran, kebijakan ${policy}`,
    toGap: 'Lihat kesenjangan ini di papan',
    toAskedOffer: 'Lihat penawaran yang diminta diperluas',
    howItCloses:
      'Tugas ini tidak dapat diselesaikan secara manual. Setiap kali penawaran atau data pelaku berubah, pencocokan dijalankan lagi; begitu ada penawaran yang cocok bagi pelaku yang belum terlayani, tugas selesai dan penawaran itu disebut.',
    work: 'Mengerjakan tugas',
    takenByYou: 'Anda yang mengerjakan tugas ini.',
    takenBy: (name: string) => `Dikerjakan oleh ${name}.`,
    takenByNobody: 'Belum ada yang mengerjakan tugas ini.',
    take: 'Saya kerjakan',
    release: 'Lepaskan tugas',
    note: 'Catatan',
    noteHint: 'Misalnya siapa yang dihubungi dan jawabannya. Jangan tulis nama atau nomor pelaku.',
    saveNote: 'Simpan catatan',
    history: 'Riwayat',
    steps: {
      open: 'Dibuka',
      take: 'Mulai dikerjakan',
      release: 'Dilepaskan',
      note: 'Catatan',
      close: 'Selesai',
    },
    by: (name: string) => `oleh ${name},`,
    bySystem: 'oleh pencocokan,',
  },
}
