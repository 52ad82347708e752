export const contacts = {
  link: 'Nomor telepon',
  title: 'Nomor telepon',
  intro:
    'Tidak wajib. Nomornya disimpan tersandi, tidak ikut dalam pencarian atau daftar, dan hanya sampai ke mitra bila ia menyetujuinya untuk usulan dengan nama.',
  none: 'Nomor teleponnya tidak disimpan.',
  kept: 'Nomornya disimpan tersandi. Siapa yang menampilkannya tercatat dalam jejak datanya.',
  show: 'Tampilkan nomor',
  recorded: 'Penampilan ini tercatat dalam jejak datanya.',
  phone: 'Nomor telepon',
  hint: 'Contoh: 0812-0000-0000. Tanyakan lebih dahulu apakah ia mau nomornya disimpan.',
  add: 'Simpan nomornya',
  change: 'Ganti atau hapus',
  save: 'Simpan nomor',
  remove: 'Hapus nomor',
  done: { kept: 'Nomor disimpan', removed: 'Nomor dihapus' },
  missingKey: {
    title: 'Nomor ini tidak dapat dibuka',
    text: (key: string) =>
      `Nomornya disegel dengan kunci ${key}, yang tidak ada dalam pengaturan. Minta pengelola server menambahkan kunci itu ke CONTACT_KEYS_OLD, atau simpan nomornya lagi.`,
  },
  problems: {
    phone: 'Tulis nomor telepon Indonesia, diawali 0 atau +62',
    noKey:
      'Nomor belum dapat disimpan: server ini belum mempunyai kunci untuk menyandikannya. Minta pengelola server mengatur CONTACT_KEY.',
  },
}
