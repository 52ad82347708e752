import type { FieldId, IgnoredReason } from './fields.ts'

/**
 * Headings as offices write them, in the expanded spelling of `headingKey` ("kab" is "kabupaten" there).
 * Phrases are parted by commas. The first field that knows a phrase wins; a slip of the pen is forgiven.
 */
export const FIELD_PHRASES: Readonly<Partial<Record<FieldId, string>>> = {
  name: `
    nama, nama pelaku, nama pelaku ir, nama pelaku usaha, nama pelaku industri rumahan, nama pelaku umkm,
    nama pemilik, nama pemilik usaha, nama lengkap, nama lengkap pelaku, nama pengusaha, nama perajin,
    nama pengrajin, nama anggota, nama peserta, nama responden, nama ibu, nama penerima manfaat,
    nama pengelola, nama penanggung jawab, nama perempuan pelaku usaha, pelaku, pelaku usaha, pelaku ir,
    pemilik, pemilik usaha, nama wirausaha, nama ukm, owner, name, owner name, full name`,
  business_name: `
    nama usaha, nama industri rumahan, nama ir, nama toko, nama perusahaan, nama umkm, nama iumkm,
    nama kelompok usaha, nama tempat usaha, nama usaha produk, nama unit usaha, business name`,
  province: 'provinsi, propinsi, nama provinsi, asal provinsi, province',
  regency: `
    kabupaten kota, kabupaten, kota, kota kabupaten, nama kabupaten, nama kabupaten kota, daerah,
    asal kabupaten kota, kabupaten kota domisili, kabupaten kota asal, daerah kabupaten kota, regency,
    kode kabupaten, kode kabupaten kota, kode wilayah, regency city, kabkota`,
  village: `
    desa, kelurahan, desa kelurahan, kelurahan desa, nama desa, nama desa kelurahan, nama kelurahan,
    desa kelurahan domisili, alamat desa, village, nagari, gampong, kampung, desa nagari, pekon`,
  sector: `
    sektor, jenis usaha, sektor usaha, bidang usaha, jenis industri, bidang, jenis, kategori produk, sub sektor, subsektor, jenis kegiatan usaha, usaha, kbli, kode kbli,
    kegiatan usaha, jenis usaha produk, jenis industri rumahan, sector, jenis kegiatan,
    komoditas, komoditi`,
  products: `
    produk, jenis produk, nama produk, produk utama, produk unggulan, hasil produksi, produk yang dihasilkan,
    produk usaha, produksi, barang yang diproduksi, produk yang dijual, jenis produk yang dihasilkan, products,
    product, olahan`,
  cluster: `
    kluster, klaster, cluster, kluster ir, klaster ir, kelas ir, kelas, tingkat ir, kategori ir,
    klasifikasi ir, tingkatan ir, tahap ir, kelas usaha, kluster industri rumahan, klaster industri rumahan,
    kategori industri rumahan, ir, level ir, tipologi ir, tipologi, golongan ir, tingkat usaha`,
  needs: `
    kebutuhan, kebutuhan usaha, kebutuhan utama, kebutuhan pelaku, kebutuhan pendampingan, yang dibutuhkan,
    bantuan yang dibutuhkan, bantuan yang diharapkan, fasilitasi yang dibutuhkan, dukungan yang dibutuhkan,
    kebutuhan prioritas, prioritas kebutuhan, kebutuhan pengembangan, kebutuhan pengembangan usaha,
    kendala kebutuhan, harapan, usulan kebutuhan, kebutuhan fasilitasi, needs, kebutuhan dan prioritas,
    jenis kebutuhan, intervensi yang dibutuhkan, urutan kebutuhan`,
  permits: `
    izin, izin usaha, perizinan, izin yang dimiliki, izin dimiliki, perizinan yang dimiliki, legalitas,
    legalitas usaha, legalitas yang dimiliki, dokumen legalitas, sertifikat, sertifikat yang dimiliki,
    jenis izin, izin sertifikat, perizinan usaha, dokumen izin, dokumen usaha, permits, izin legalitas,
    kepemilikan izin, izin dan sertifikat, sertifikasi, sertifikasi yang dimiliki, perizinan dan sertifikasi`,
  operating_months: `
    lama usaha, lama usaha berjalan, lama berusaha, umur usaha, usia usaha, lama menjalankan usaha,
    lama beroperasi, lama operasi, lama produksi, masa usaha, lama usaha tahun, lama usaha bulan`,
  start_year: `
    tahun berdiri, tahun mulai, tahun mulai usaha, mulai usaha, berdiri sejak, sejak tahun, tahun usaha,
    tahun pendirian, tahun memulai usaha, usaha sejak, berdiri tahun, tahun mulai berdiri, tanggal mulai usaha,
    tanggal berdiri`,
  group_size: `
    jumlah anggota kelompok, jumlah anggota, anggota kelompok, banyak anggota, jumlah kelompok,
    jumlah anggota kelompok usaha, anggota, besar kelompok, jumlah anggota kub, jumlah anggota kube,
    jumlah anggota kelompok sedesa, ukuran kelompok`,
  credit_active: `
    kredit, kredit berjalan, kredit yang sedang berjalan, pinjaman, pinjaman berjalan, kredit aktif,
    sedang menerima kredit, pinjaman aktif, sedang kredit, pinjaman saat ini, kredit saat ini,
    kredit program berjalan`,
  credit_past: `
    kredit yang pernah diterima, pernah kredit, riwayat kredit, riwayat pinjaman,
    pinjaman yang pernah diterima, kredit sebelumnya, pernah menerima kredit, pinjaman sebelumnya`,
  smartphone: `
    punya nomor hp android, punya hp android, hp android, punya hp, punya smartphone, smartphone,
    punya ponsel pintar, ponsel pintar, ponsel, punya ponsel, memiliki smartphone, memiliki hp android,
    memiliki hp, jenis hp, android, kepemilikan hp, kepemilikan smartphone, hp, gawai`,
  internet: `
    internet, akses internet, ada internet, ada akses internet, jaringan internet, punya akses internet,
    memiliki akses internet, punya internet, sinyal internet, koneksi internet`,
  bank_account: `
    rekening, rekening bank, punya rekening, punya rekening bank, memiliki rekening, memiliki rekening bank,
    rekening tabungan, nomor rekening, kepemilikan rekening, nama bank, bank, rekening atas nama sendiri`,
  email: 'email, surel, e mail, alamat email, punya email, memiliki email, punya surel, alamat surel',
  woman_owned: 'usaha milik perempuan, milik perempuan, pemilik perempuan, dimiliki perempuan, kepemilikan perempuan',
  gender: 'jenis kelamin, l p, p l, kelamin, gender, jk, jenis kelamin pemilik',
  aided_before: `
    pernah menerima bantuan, pernah dibantu, pernah dapat bantuan, pernah mendapat bantuan, bantuan sebelumnya,
    penerima bantuan, pernah menerima bantuan pemerintah, riwayat bantuan, bantuan yang pernah diterima,
    pernah mendapatkan bantuan`,
  separate_halal_production: `
    produksi halal terpisah, dapur terpisah, tempat produksi terpisah, dapur produksi terpisah,
    produksi terpisah, tempat produksi halal terpisah`,
  export_ready: 'siap ekspor, kesiapan ekspor, sudah siap ekspor, siap export, pernah ekspor',
  has_brand_label: `
    punya label merek, label merek, merek, merk, nama merek, nama merk, merek dagang, merk dagang, punya merek,
    punya merk, brand, nama brand, label, punya label, label kemasan, merek produk, merk produk,
    memiliki merek, merek label, merek usaha`,
  product_form: 'bentuk produk, wujud produk, jenis pangan, bentuk olahan, kondisi produk, jenis bentuk produk',
  annual_sales_idr: `
    omzet, omset, omzet tahun, omset tahun, omzet per tahun, omset per tahun, omzet setahun, omset setahun,
    omzet tahunan, omset tahunan, omzet bulan, omset bulan, omzet per bulan, omset per bulan, omzet sebulan,
    penjualan, penjualan per tahun, penjualan tahunan, penjualan per bulan, hasil penjualan, omzet usaha,
    omzet bulanan, omset bulanan, hasil penjualan per tahun, hasil penjualan per bulan, omzet penjualan,
    penjualan setahun, rata rata omzet, rata rata omzet per bulan, omzet rata rata per bulan`,
  ownership: `
    kepemilikan, kepemilikan usaha, bentuk usaha, badan usaha, bentuk badan usaha, status kepemilikan,
    status usaha, bentuk kepemilikan, jenis kepemilikan`,
  as_of: `
    tanggal pendataan, tanggal data, tanggal, tanggal wawancara, tanggal survei, tanggal verifikasi,
    tanggal update, tanggal pembaruan, data per tanggal, tanggal kunjungan, tahun pendataan, tanggal isi,
    waktu pendataan`,
}

/** A column for one permit: "ya", a number or a tick means she holds it. */
export const PERMIT_PHRASES: Readonly<Record<string, string>> = {
  nib: 'nib, nomor nib, nomor induk berusaha, punya nib, memiliki nib, izin nib',
  sku: 'sku, surat keterangan usaha, punya sku, sku desa, izin sku',
  iumk: 'iumk, punya iumk, izin usaha mikro kecil, izin iumk',
  spp_irt: `
    pirt, p irt, spp irt, sppirt, nomor pirt, nomor p irt, punya pirt, sertifikat pirt, sertifikat p irt,
    izin pirt, izin p irt, punya p irt`,
  halal: `
    halal, sertifikat halal, sertifikasi halal, punya halal, punya sertifikat halal, nomor halal, izin halal,
    label halal`,
  bpom_md: 'bpom, bpom md, izin bpom, izin edar, izin edar bpom, md',
  slhs: 'slhs, laik higiene sanitasi, sertifikat laik higiene, sertifikat laik higiene sanitasi, laik sehat',
  merek: `
    merek terdaftar, merk terdaftar, haki, hki, haki merek, hki merek, sertifikat merek, sertifikat merk,
    hak merek, pendaftaran merek`,
  npwp: 'npwp, nomor npwp, punya npwp, memiliki npwp, npwp usaha',
}

export const IGNORED_PHRASES: Readonly<Partial<Record<IgnoredReason, string>>> = {
  problems: 'masalah, problem',
  identity_number: `
    nik, nomor nik, nik ktp, nomor ktp, ktp, nomor induk kependudukan, nomor kk, kk, nomor kartu keluarga,
    kartu keluarga, nomor identitas, nik pemilik, nik pelaku`,
  contact: `
    nomor hp, nomor telepon, telepon, nomor telp, telp, nomor hp wa, nomor wa, wa, whatsapp, nomor whatsapp,
    kontak, nomor kontak, alamat, alamat lengkap, alamat rumah, alamat usaha, rt, rw, rt rw, jalan, dusun,
    rukun tetangga, nomor handphone, handphone, nomor ponsel, tanggal lahir, tempat lahir,
    tempat tanggal lahir, ttl, instagram, facebook, media sosial, sosial media, nomor telepon hp, hp wa, dukuh,
    alamat domisili, kode pos`,
  not_kept: `
    nomor, nomor urut, urut, kecamatan, nama kecamatan, keterangan, ket, catatan, distrik, umur, usia,
    pendidikan, pendidikan terakhir, foto, status perkawinan, tenaga kerja, jumlah tenaga kerja, nama kelompok,
    agama, pekerjaan, id, timestamp, cap waktu, stempel waktu, nama suami, nama pendamping, pendamping, aset,
    modal, modal awal, modal usaha, harga, kapasitas produksi, status, foto produk, titik koordinat`,
}
