export const cards = {
  title: 'Pelaku untuk penawaran Anda',
  intro:
    'Pelaku yang mengizinkan lembaga Anda melihat kartunya. Kartu tidak memuat nama; identitas dan kontak baru tampak dalam usulan yang disetujuinya.',
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
      `Kartu muncul setelah sedikitnya ${k} pelaku yang cocok mengizinkan lembaga Anda melihatnya. Dinas daerah yang menanyakan izin itu kepada mereka.`,
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
    none: (k: string) => `Belum ada sedikitnya ${k} pelaku yang cocok dan mengizinkan lembaga Anda melihat kartunya.`,
    open: 'Lihat kartu',
  },
}
