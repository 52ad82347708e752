export const cards = {
  title: 'Pelaku untuk penawaran Anda',
  intro:
    'Pelaku yang setuju kartunya dilihat lembaga Anda. Kartu tidak memuat nama; identitas dan kontak baru tampak dalam usulan yang disetujuinya.',
  rule: (others: string) =>
    `Demi privasi, setiap kartu tampak sama dengan sedikitnya ${others} kartu lain. Keterangan yang dimiliki terlalu sedikit orang disamarkan.`,
  filter: 'Saring kartu',
  any: 'Semua',
  attribute: {
    kesiapan: 'Kesiapan',
    penawaran: 'Penawaran',
    provinsi: 'Provinsi',
    kabkota: 'Kabupaten/kota',
    klaster: 'Klaster',
    produk: 'Produk',
    kebutuhan: 'Kebutuhan utama',
  },
  ready: 'Memenuhi syarat',
  almost: 'Menunggu keterangan',
  hidden: 'disamarkan',
  option: (label: string, count: string) => `${label} (${count})`,
  card: (code: string) => `Kartu ${code}`,
  found: (count: string, all: string) => (count === all ? `${count} kartu` : `${count} dari ${all} kartu`),
  empty: {
    title: 'Belum ada kartu yang dapat ditampilkan',
    text: (k: string) =>
      `Kartu muncul setelah sedikitnya ${k} pelaku yang cocok setuju kartunya dilihat lembaga Anda. Dinas daerah yang meminta persetujuan mereka.`,
  },
  nothing: {
    title: 'Tidak ada kartu dengan saringan ini',
    text: (k: string) =>
      `Kartu dengan keterangan yang sama kurang dari ${k} tidak ditampilkan. Lepaskan salah satu saringan.`,
    all: 'Lihat semua kartu',
  },
  offer: {
    title: 'Siapa yang cocok',
    count: (count: string) => `${count} kartu pelaku cocok dengan penawaran ini.`,
    none: (k: string) => `Pelaku yang cocok dan setuju kartunya dilihat lembaga Anda belum mencapai ${k} orang.`,
    open: 'Lihat kartu',
  },
}
