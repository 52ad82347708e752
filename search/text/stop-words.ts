/** Words that carry no subject. They are dropped from a query that has other words, never from a document. */
const STOP_WORDS = new Set(
  (
    'dan di ke dari yang untuk pada dengan atau oleh ini itu para serta agar bagi dalam akan ada saya kami ' +
    'the of for and in to a an or with'
  ).split(' '),
)

export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term)
}

export function stopWords(): readonly string[] {
  return [...STOP_WORDS]
}
