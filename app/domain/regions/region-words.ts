/** What a word before or after a name says of it. `either`: kabupaten or kota, as in the heading "Kab/Kota". */
export type RegionMark = 'kabupaten' | 'kota' | 'either' | 'province'

const PREFIX_TEXTS: readonly (readonly [RegionMark, string])[] = [
  [
    'kabupaten',
    'kab|kabupaten|kab adm|kab administrasi|kabupaten adm|kabupaten administrasi|pemkab|pemerintah kabupaten',
  ],
  ['kabupaten', 'kab dati ii|kabupaten dati ii|kabupaten daerah tingkat ii|regency of|pemerintah kab'],
  ['kota', 'kota|kota adm|kota administrasi|kota administratif|kotif|kotamadya|kota madya|kotamadia|kodya|kodia|kotip'],
  ['kota', 'kotamadya dati ii|kodya dati ii|kotamadya daerah tingkat ii|pemkot|pemerintah kota|city of'],
  ['either', 'kabkota|kab kota|kabupaten kota'],
  ['province', 'prov|provinsi|propinsi|prop|pemprov|pemerintah provinsi|province of'],
]

const SUFFIX_TEXTS: readonly (readonly [RegionMark, string])[] = [
  ['kabupaten', 'kab|kabupaten|regency'],
  ['kota', 'kota|kotamadya|kodya|city|municipality'],
  ['province', 'prov|provinsi|province'],
]

function wordLists(texts: readonly (readonly [RegionMark, string])[]) {
  return texts
    .flatMap(([mark, text]) => text.split('|').map((phrase) => ({ mark, words: phrase.split(' ') })))
    .sort((a, b) => b.words.length - a.words.length)
}

const PREFIXES = wordLists(PREFIX_TEXTS)
const SUFFIXES = wordLists(SUFFIX_TEXTS)

/** A name with the mark that was written beside it; the mark is null for the words as they stand. */
export interface MarkedName {
  readonly mark: RegionMark | null
  readonly words: readonly string[]
}

/** Every way to read a name: as it stands, without a word before it (longest first), without a word after it. */
export function readingsOf(words: readonly string[]): MarkedName[] {
  const readings: MarkedName[] = [{ mark: null, words }]
  for (const prefix of PREFIXES) {
    if (prefix.words.length < words.length && prefix.words.every((word, index) => words[index] === word)) {
      readings.push({ mark: prefix.mark, words: words.slice(prefix.words.length) })
    }
  }
  for (const suffix of SUFFIXES) {
    const start = words.length - suffix.words.length
    if (start > 0 && suffix.words.every((word, index) => words[start + index] === word)) {
      readings.push({ mark: suffix.mark, words: words.slice(0, start) })
    }
  }
  return readings
}

/** The mark that a part like "(Kab.)" consists of, or null. */
export function markOf(words: readonly string[]): RegionMark | null {
  const text = words.join(' ')
  return [...PREFIXES, ...SUFFIXES].find((entry) => entry.words.join(' ') === text)?.mark ?? null
}

/** Parts of an address that stand below a kabupaten or kota, and the country above it. */
const SKIPPED = /^(kec|kecamatan|kel|kelurahan|desa|ds|dusun|dsn|rt|rw|jl|jalan|distrik|nagari|indonesia|republik)$/

export function isOtherPlace(words: readonly string[]): boolean {
  return SKIPPED.test(words[0] ?? '')
}

const SHORT_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['kep', ['kepulauan']],
  ['kepul', ['kepulauan']],
  ['tj', ['tanjung']],
  ['tg', ['tanjung']],
  ['tjg', ['tanjung']],
  ['tanj', ['tanjung']],
  ['p', ['pulau', 'padang', 'pematang']],
  ['pd', ['padang']],
  ['sel', ['selatan']],
  ['slt', ['selatan']],
  ['tim', ['timur']],
  ['tmr', ['timur']],
  ['ut', ['utara']],
  ['utr', ['utara']],
  ['bar', ['barat']],
  ['brt', ['barat']],
  ['teng', ['tengah']],
  ['tgh', ['tengah']],
  ['tgr', ['tenggara']],
  ['sei', ['sungai']],
  ['sungei', ['sungai']],
  ['s', ['sungai']],
  ['gn', ['gunung']],
  ['g', ['gunung']],
  ['tlk', ['teluk']],
  ['lb', ['lubuk']],
  ['mr', ['muara']],
  ['ma', ['muara']],
  ['bdr', ['bandar']],
  ['peg', ['pegunungan']],
  ['l', ['limapuluh']],
])

/** The keys a name has once its short words are written out ("Kep. Aru", "L Kota"); none when it has no short word. */
export function longKeysOf(words: readonly string[]): string[] {
  if (!words.some((word) => SHORT_WORDS.has(word))) return []
  let keys = ['']
  for (const word of words) {
    const long = SHORT_WORDS.get(word) ?? [word]
    keys = keys.flatMap((key) => long.map((one) => key + one)).slice(0, 27)
  }
  return keys
}
