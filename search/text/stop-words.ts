/** Words that carry no subject: particles, and those of asking and wishing. They are dropped from a query that has other words, never from a document. */
const STOP_WORDS = new Set(
  (
    'dan di ke dari yang untuk pada dengan atau oleh ini itu para serta agar bagi dalam akan ada saya kami kita ' +
    'ingin mau cari mencari butuh perlu cara bagaimana tentang supaya bisa dapat juga adalah mohon tolong usaha ' +
    'yg utk dgn dr apa siapa mana bagaimana gimana berapa kapan cara syarat tentang mengenai mau ingin pengen cari ' +
    'mencari carikan butuh perlu bisa dapat mendapat mendapatkan supaya biar tolong bikin buat membuat urus mengurus ' +
    'pengurusan punya belum sudah ' +
    'the of for and in to a an or with who how what where'
  ).split(' '),
)

export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term)
}

export function stopWords(): readonly string[] {
  return [...STOP_WORDS]
}
