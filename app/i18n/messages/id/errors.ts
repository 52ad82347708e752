export const errors = {
  notFound: {
    title: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak mengarah ke halaman mana pun. Mungkin salah ketik, atau isinya sudah dipindahkan.',
  },
  forbidden: {
    title: 'Tindakan ini tidak diizinkan',
    text: 'Permintaan ditolak karena tidak dikirim dari halaman situs ini. Buka halamannya kembali, lalu coba sekali lagi.',
  },
  badRequest: {
    title: 'Permintaan tidak dapat dibaca',
    text: 'Alamat atau isian yang dikirim tidak sesuai. Kembali ke halaman sebelumnya, lalu coba sekali lagi.',
  },
  methodNotAllowed: {
    title: 'Cara membuka halaman ini tidak sesuai',
    text: 'Alamat ini hanya menerima isian formulir. Buka dari halaman yang memuat formulirnya.',
  },
  tooLarge: {
    title: 'Berkas terlalu besar',
    text: 'Berkas paling besar 50 MB. Hapus gambar dan lembar yang tidak dipakai, atau bagi berkas menjadi beberapa bagian.',
  },
  tooMany: {
    title: 'Terlalu banyak permintaan',
    text: 'Tunggu satu menit, lalu coba lagi.',
  },
  unavailable: {
    title: 'Layanan belum siap',
    text: 'Tunggu sebentar, lalu muat ulang halaman ini.',
  },
  fault: {
    title: 'Terjadi kesalahan di pihak kami',
    text: 'Halaman ini gagal dibuat. Data yang sudah tersimpan tidak hilang. Coba lagi; bila tetap gagal, sampaikan nomor kejadian ini kepada pengelola.',
  },
  reference: 'Nomor kejadian',
  goHome: 'Ke Beranda',
  goPartners: 'Cari mitra',
}
