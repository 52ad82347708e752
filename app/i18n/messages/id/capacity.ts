export const capacity = {
  letter: {
    subject: (offer: string) => `Mohon konfirmasi jumlah tempat ${offer}`,
    body: (offer: string) =>
      `Kementerian sedang menyusun pembagian tempat bagi pelaku industri rumahan. Mohon dikonfirmasi berapa tempat yang tersedia pada penawaran ${offer}.`,
    why: {
      not_stated: 'Jumlah tempatnya belum pernah dinyatakan.',
      stale: 'Angka yang tercatat sudah lama, sehingga tempatnya belum dapat dibagikan.',
      unit: 'Jumlah yang tercatat dihitung per kelompok atau desa. Mohon nyatakan dalam jumlah orang.',
    },
    link: 'Konfirmasi cukup dengan satu ketukan, tanpa masuk akun, melalui tautan ini:',
    once: (days: string) =>
      `Tautan berlaku ${days} hari, untuk satu jawaban. Mohon tidak diteruskan kepada orang lain.`,
    desk: 'Jawaban juga dapat diberikan di meja mitra:',
  },
  link: {
    intro: {
      not_stated: 'Berapa tempat yang tersedia pada penawaran ini? Jumlahnya belum pernah dinyatakan.',
      stale: 'Apakah jumlah tempat ini masih benar? Angkanya sudah lama tidak dikonfirmasi.',
      unit: 'Berapa orang yang dapat diterima lewat penawaran ini? Angka yang tercatat dihitung per kelompok atau desa.',
    },
    known: (left: string, slots: string, day: string | null) =>
      `${left} dari ${slots} tempat tersisa${day === null ? '' : ` (per ${day})`}`,
    same: 'Masih benar',
    none: 'Tidak ada tempat lagi',
    other: 'Jumlahnya lain',
    state: 'Nyatakan jumlahnya',
    slots: 'Jumlah tempat (orang)',
    slotsHint: 'Semua tempat pada penawaran ini, termasuk yang sudah terisi.',
    thanks: {
      title: 'Terima kasih',
      text: 'Jumlah tempat sudah dicatat dengan tanggal hari ini.',
    },
    dead: {
      unknown: {
        title: 'Tautan tidak dikenal',
        text: 'Periksa apakah alamatnya utuh, atau jawab di meja mitra setelah masuk.',
      },
      expired: {
        title: 'Tautan sudah kedaluwarsa',
        text: 'Masuk untuk memperbarui jumlah tempat di meja mitra.',
      },
      revoked: {
        title: 'Tautan tidak berlaku lagi',
        text: 'Akun penerima surat ini dimatikan atau tidak lagi mewakili mitra. Rekan yang mewakili mitra dapat mengisinya setelah masuk.',
      },
      answered: {
        title: 'Jumlah tempat sudah dikonfirmasi',
        text: 'Permintaan ini sudah dijawab. Bila jumlahnya berubah, perbarui di meja mitra setelah masuk.',
      },
    },
  },
  desk: {
    asked: (day: string) => `Konfirmasi diminta ${day}`,
    people: 'Jumlah tempat (orang)',
  },
}
