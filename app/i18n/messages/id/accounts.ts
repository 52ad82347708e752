export const accounts = {
  roles: {
    ministry: 'Kementerian',
    province: 'Dinas provinsi',
    district: 'Dinas kabupaten/kota',
    companion: 'Pendamping',
    partner: 'Mitra',
    admin: 'Pengelola sistem',
  },
  bar: {
    signIn: 'Masuk',
    account: 'Akun saya',
    signOut: 'Keluar',
    national: 'seluruh Indonesia',
  },
  signIn: {
    title: 'Masuk',
    intro: 'Untuk petugas dinas, pendamping, mitra, dan kementerian yang sudah diundang.',
    needed: 'Masuk dahulu untuk membuka halaman ini',
    neededText:
      'Data pelaku hanya dapat dilihat oleh orang yang bertugas untuknya. Setelah masuk, Anda langsung dibawa ke halaman yang Anda tuju.',
    email: 'Alamat surel',
    password: 'Kata sandi',
    submit: 'Masuk',
    forgot: 'Lupa kata sandi?',
    noAccount:
      'Belum punya akun? Akun dibuat lewat undangan: dinas mengundang pendamping, kementerian mengundang dinas dan mitra.',
    wrong: 'Surel atau kata sandi tidak cocok. Periksa keduanya, atau setel ulang kata sandi.',
    wait: (clock: string) =>
      `Terlalu banyak percobaan yang gagal. Demi keamanan, coba lagi setelah pukul ${clock}. Bila lupa kata sandi, setel ulang lewat surel.`,
    missingEmail: 'Tulis alamat surel Anda.',
    missingPassword: 'Tulis kata sandi Anda.',
    demo: {
      title: 'Mencoba dengan akun contoh',
      text: 'Satu ketukan, tanpa kata sandi. Orangnya rekaan. Akun contoh dibebaskan dari langkah kedua, yang wajib bagi akun kementerian dan pengelola yang sungguhan.',
      button: (role: string) => `Masuk sebagai ${role}`,
      refused: 'Akun contoh tidak dapat dipakai di situs ini.',
      what: {
        ministry: 'perhitungan nasional dan kesenjangan, tanpa identitas pelaku',
        province: 'papan semua kabupaten/kota di Jawa Tengah',
        district: 'Kab. Kendal: impor, papan, dan profil pelaku',
        companion: 'Kab. Kendal: hanya pelaku yang didampinginya',
        partner: 'PNM: kartu pelaku tanpa identitas',
        admin: 'akun dan jejak audit, tanpa data pelaku',
      },
    },
  },
}
