import type { FindingCode, StructuralCondition } from '#app/domain/eligibility/finding.ts'
import type { FitComponent } from '#app/domain/matching/fit.ts'
import type { FactId } from '#app/domain/values/facts.ts'

/** Words already in the reader's language: the recorded value, the threshold, what both share, the partner's own rule. */
export interface FindingWords {
  readonly actual: string
  readonly threshold: string
  readonly shared: string
  readonly rule: string
}

export const match = {
  finding: {
    'region.national': () => 'Berlaku di seluruh Indonesia',
    'region.province': (w) => `Melayani provinsi tempat ${w.actual} berada`,
    'region.regency': (w) => `Melayani ${w.actual}`,
    'region.outside': (w) => `Belum melayani ${w.actual}; wilayahnya ${w.threshold}`,
    'region.ask_partner': () => 'Wilayah layanan terbatas dan daftarnya belum diketahui: tanyakan mitra',
    'region.actor_unknown': () => 'Kabupaten atau kota pelaku belum tercatat',
    'cluster.served': (w) => `Melayani klaster ${w.actual}`,
    'cluster.not_served': (w) => `Hanya untuk klaster ${w.threshold}`,
    'cluster.unknown': () => 'Klaster pelaku belum tercatat',
    'sector.named': (w) => `Melayani sektor ${w.shared}`,
    'sector.all': () => 'Terbuka untuk semua sektor',
    'sector.not_served': (w) => `Hanya untuk sektor ${w.threshold}`,
    'sector.unknown': () => 'Sektor usaha belum tercatat',
    'need.shared': (w) => `Menjawab kebutuhan: ${w.shared}`,
    'need.none_shared': (w) => `Tidak menjawab kebutuhannya; penawaran ini untuk ${w.threshold}`,
    'need.unknown': () => 'Kebutuhan pelaku belum tercatat',
    'status.current': () => 'Program sedang berjalan',
    'status.unverified': () => 'Program belum diverifikasi: pastikan dahulu ke mitra',
    'status.historical': () => 'Program sudah lampau dan dicatat sebagai riwayat',
    'window.none_stated': () => 'Tidak ada batas waktu yang disebutkan',
    'window.open': () => 'Pendaftaran sedang dibuka',
    'window.not_yet': (w) => `Pendaftaran belum dibuka; waktunya ${w.threshold}`,
    'window.closed': (w) => `Pendaftaran sudah ditutup; waktunya ${w.threshold}`,
    'capacity.not_stated': () => 'Mitra tidak menyebutkan batas tempat',
    'capacity.places_left': (w) => `Masih ada tempat: ${w.actual}`,
    'capacity.full': () => 'Tempat sudah habis',
    'capacity.stale': (w) => `Sisa tempat (${w.actual}) perlu dikonfirmasi ke mitra: datanya lama`,
    'collaboration.none': () => 'Belum diusulkan untuk penawaran ini',
    'collaboration.existing': () => 'Sudah diusulkan untuk penawaran ini, atau sudah terbantu',
    'fact.met': (w) => w.rule,
    'fact.unmet': (w) => w.rule,
    'fact.unknown': (w) => w.rule,
    'partner.to_check': (w) => `Diperiksa mitra: ${w.rule}`,
  } satisfies Record<FindingCode, (words: FindingWords) => string> as Record<
    FindingCode,
    (words: FindingWords) => string
  >,
  /** "kini X, syarat Y" beside a reason. */
  measure: {
    notRecorded: 'belum tercatat',
    both: (actual: string, threshold: string) => `tercatat ${actual}; syarat ${threshold}`,
    unknown: (threshold: string) => `belum tercatat; syarat ${threshold}`,
  },
  /** A threshold in words. */
  threshold: {
    gte: (value: string) => `paling sedikit ${value}`,
    lte: (value: string) => `paling banyak ${value}`,
    has_any: (value: string) => `salah satu dari ${value}`,
    has_all: (value: string) => value,
    lacks: (value: string) => `tanpa ${value}`,
    in: (value: string) => value,
    not_in: (value: string) => `selain ${value}`,
    is: (value: string) => value,
  },
  value: {
    yes: 'ya',
    no: 'tidak',
    none: 'tidak ada',
    people: (count: string) => `${count} orang`,
    notInGroup: 'tidak berkelompok',
    months: (count: string) => `${count} bulan`,
    places: (count: string) => `${count} tempat`,
    upTo: (amount: string) => `sampai ${amount}`,
    from: (day: string) => `mulai ${day}`,
    until: (day: string) => `sampai ${day}`,
    between: (opens: string, closes: string) => `${opens} sampai ${closes}`,
  },
  change: {
    addPermits: (permits: string) => `urus ${permits}`,
    addMembers: (count: string) => `tambah ${count} anggota kelompok`,
    joinGroup: (count: string) => `bergabung dengan kelompok beranggota ${count} orang`,
    smallerGroup: (count: string) => `bentuk kelompok paling banyak ${count} orang`,
    bank_account: 'buka rekening bank',
    smartphone: 'sediakan ponsel pintar',
    internet: 'sediakan akses internet',
    email: 'buat alamat surel',
    has_brand_label: 'buat label merek',
    separate_halal_production: 'pisahkan tempat produksi halal',
    export_ready: 'siapkan produk untuk ekspor',
    product_form: (form: string) => `ubah bentuk produk menjadi ${form}`,
  },
  /** The match card, the same wherever a pair is shown. */
  card: {
    inShort: 'Ringkasan alasan',
    conditions: 'Syarat satu per satu',
    partnerChecks: 'Akan diperiksa mitra sendiri',
    unfold: (count: string) => `Semua alasan (${count} syarat)`,
    count: (count: string, verdict: string) => `${count} ${verdict.toLowerCase()}`,
    /** What is not known, where it is nothing about her that an answer of hers would tell. */
    open: {
      status: 'keadaan programnya',
      region: 'wilayah layanan mitra (tanyakan mitra)',
      cluster: 'klasternya',
      sector: 'sektor usahanya',
      need: 'kebutuhannya',
      window: 'masa pendaftaran (tanyakan mitra)',
      capacity: 'sisa tempat (tanyakan mitra)',
      collaboration: 'kerja sama yang sudah ada',
    } satisfies Record<StructuralCondition, string> as Record<StructuralCondition, string>,
    ifNot: (change: string) => `Bila ternyata belum: ${change}`,
    toOpen: (change: string) => `Agar memenuhi syarat: ${change}`,
    opens: (change: string, offer: string) => `${change}: terbuka ${offer}`,
    missing: {
      nothing: 'Semua syarat yang tercatat terpenuhi',
      partner: (rules: string) => `Mitra masih akan memeriksa: ${rules}`,
      unknown: (rules: string) => `Belum diketahui: ${rules}`,
      fail: (rules: string) => `Belum terpenuhi: ${rules}`,
      more: (count: string) => `dan ${count} lagi`,
    },
    score: (score: string) => `Nilai kecocokan ${score} dari 100:`,
    part: (name: string, points: string, of: string) => `${name} ${points} dari ${of}`,
    parts: {
      need: 'kebutuhan',
      sector: 'sektor',
      region: 'wilayah',
      cluster: 'klaster',
      record: 'rekam jejak',
    } satisfies Record<FitComponent, string> as Record<FitComponent, string>,
    source: (confidence: string, day: string | null) =>
      day
        ? `Keyakinan atas sumber: ${confidence}, keadaan ${day}.`
        : `Keyakinan atas sumber: ${confidence}, tanggal tidak disebutkan.`,
    sourceConfidence: { high: 'tinggi', medium: 'sedang', low: 'rendah' },
  },
  /** What is wrong with a description of an actor; `field` is its name in the file. */
  input: {
    notAnObject: () => 'Isi berkas harus satu objek JSON {regency, sectors, cluster, needs, facts}',
    unknownField: (field: string) =>
      `Isian "${field}" tidak dikenal; yang dipakai: regency, sectors, cluster, needs, facts`,
    notAList: (field: string) => `Isian "${field}" harus daftar teks, misalnya ["a", "b"]`,
    notInVocabulary: (field: string, value: string, allowed: string) =>
      `Isian "${field}": "${value}" tidak dikenal; pilihannya ${allowed}`,
    twice: (field: string, value: string) => `Isian "${field}": "${value}" ditulis dua kali`,
    unknownFact: (field: string, allowed: string) => `Fakta "${field}" tidak dikenal; pilihannya ${allowed}`,
    notBoolean: (field: string) => `Isian "${field}" harus true, false, atau null bila belum diketahui`,
    notWhole: (field: string) => `Isian "${field}" harus bilangan bulat mulai 0, atau null bila belum diketahui`,
    unknownRegion: (value: string, suggestions: string) =>
      suggestions
        ? `Isian "regency": "${value}" tidak dikenal; maksudnya ${suggestions}?`
        : `Isian "regency": "${value}" tidak dikenal; tulis kode (33.24) atau nama kabupaten/kota`,
    ambiguousRegion: (value: string, candidates: string) =>
      `Isian "regency": "${value}" bisa berarti ${candidates}; tulis salah satunya`,
  },
  question: {
    permits: 'Izin apa saja yang sudah ia miliki?',
    operating_months: 'Sudah berapa bulan usahanya berjalan?',
    group_size: 'Berapa anggota kelompoknya di desa yang sama? Isi 0 bila tidak berkelompok.',
    credit_active: 'Kredit apa yang sedang berjalan?',
    credit_past: 'Kredit apa yang pernah ia terima?',
    smartphone: 'Apakah ia punya ponsel pintar?',
    internet: 'Apakah ada akses internet?',
    bank_account: 'Apakah ia punya rekening bank?',
    email: 'Apakah ia punya alamat surel?',
    woman_owned: 'Apakah usahanya milik perempuan?',
    aided_before: 'Apakah ia pernah menerima bantuan?',
    separate_halal_production: 'Apakah tempat produksi halalnya terpisah dari yang tidak halal?',
    export_ready: 'Apakah produknya siap diekspor?',
    has_brand_label: 'Apakah produknya sudah berlabel merek?',
    product_form: 'Bagaimana bentuk produknya?',
    annual_sales_idr: 'Berapa omzetnya setahun?',
    ownership: 'Usahanya milik perorangan, kelompok, atau koperasi?',
  } satisfies Record<FactId, string> as Record<FactId, string>,
}
