/**
 * Roots of the trade, valid even where an index has only derived forms of them. An editor extends the list when eval:search
 * shows words of one family that miss each other.
 */
export const roots: ReadonlySet<string> = new Set(
  (
    'jahit jual beli olah kemas anyam tenun sulam bordir rajut ukir batik goreng masak panggang rebus kukus bakar ' +
    'giling kering asap manis asin pasar modal latih damping bina usaha wirausaha izin buku catat kirim bayar tabung ' +
    'pinjam biaya dana bantu bahan alat mutu didik ajar pasok salur mitra kelola produksi promosi daftar sertifikat ' +
    'merek label kebun tani ternak nelayan ikan kelompok koperasi warung dagang niaga ekspor impor digital warna celup ' +
    'potong bentuk rakit cetak lukis hias rias rajang parut saring peras tumbuk fermentasi awet beku dingin saji hidang ' +
    'sehat bersih rumah desa perempuan ibu rawat cuci setrika pahat bubut samak gambar rancang desain foto tulis hitung ' +
    'rencana kembang tumbuh mandiri berdaya uang cicil angsur simpan jamin layan pandu bimbing kerja pesan antar sewa ' +
    'kontrak kurasi pamer tanam panen pupuk bibit kacang sayur buah minum makan jajan camil ramu racik sangrai seduh ' +
    'rempah bumbu iris cacah kupas serut lipat gunting pintal simpul ikat rangkai jilid tempa'
  ).split(' '),
)

/**
 * Words that look derived and are not, or whose derived form has long been a thing of its own: "kerajinan" (craft) has
 * nothing to do with "rajin" (diligent). They are never folded; others may be folded on them.
 */
export const apart: ReadonlySet<string> = new Set(
  (
    'kerajinan durian pelangi ketupat pepaya terasi keramik kelapa perempuan pangan pelaku permen pertama terigu terong ' +
    'terima beras kepiting keripik kerupuk kemiri kemangi kecap ketan ketela kelor kelompok kemeja kedelai sepatu ' +
    'semangka sereh seruni serundeng selai sekam sedap seledri dimsum dipan dinas mentega menteri mendong melati merica ' +
    'mesin pedas pesisir pecel pempek petis pelita peci permata perkedel belut benang bengkel berlian santan rotan ' +
    'pandan intan ikan papan badan tangan taman teman kebaya kerudung kerang kerbau kesemek ketumbar kelengkeng ' +
    'kenari kenanga segera sederhana selama setelah sebelum sekolah sebagai seperti kepada terhadap menurut berita ' +
    'bekas penting kantung kendi bulan satuan selendang sewaktu penyu kelinci kencana kepala mentari pelana selada ' +
    'sepeda sejarah seminar kerabat keranjang keraton kelabu kelambu kedondong beranda dinding melayu mereka medali ' +
    'perdana perkara perisai teratai serangga serabi semangat kendali kecapi selimut penjara gulai nilai cukai masalah ' +
    'terapi seragam kelereng meriam majalah sehati memadai kentang keluarga kemarin kereta kerikil kertas peluru perahu ' +
    'perang pesawat petir menara berat terang terus'
  ).split(' '),
)
