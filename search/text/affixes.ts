import { isPlaceWord } from './places.ts'
import { apart, roots } from './roots.ts'

/** Shorter stems are too often a chance remainder ("sepatu", "kecap"). */
const SHORTEST_ROOT = 4

/**
 * Prefixes with what the first letter of the root may have been: "meny-" stands before a lost s, "mem-" before b, f or a
 * lost p. '' puts nothing back. Longest first, so that "meng-" is not read as "me-" before "ng".
 */
const PREFIXES: readonly (readonly [string, readonly string[]])[] = [
  ...nasal('me'),
  ...nasal('pe'),
  ...nasal('dipe'),
  ['memper', ['']],
  ['diper', ['']],
  ['keber', ['']],
  ['keter', ['']],
  ['pember', ['', 'ber']],
  ['penge', ['']],
  ['menge', ['']],
  ['berke', ['']],
  ['seke', ['']],
  ['ber', ['', 'r']],
  ['bel', ['']],
  ['ter', ['', 'r']],
  ['per', ['', 'r']],
  ['di', ['']],
  ['ke', ['']],
  ['se', ['']],
  ['be', ['r']],
  ['', ['']],
]

function nasal(start: string): readonly (readonly [string, readonly string[]])[] {
  return [
    [`${start}nye`, ['se']],
    [`${start}ny`, ['s']],
    [`${start}ng`, ['', 'k']],
    [`${start}mp`, ['p']],
    [`${start}m`, ['', 'p']],
    [`${start}n`, ['', 't']],
    [start, ['']],
  ]
}

const SUFFIXES = ['kan', 'an', 'i', ''] as const
const ENDINGS = ['nya', 'lah', 'kah', 'ku', 'mu', ''] as const

/** Every stem that stripping affixes from a word could leave, the word itself excluded. Most of them are no words. */
export function possibleRoots(word: string): readonly string[] {
  const found = new Set<string>()
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const bare = word.slice(0, word.length - ending.length)
    for (const suffix of SUFFIXES) {
      if (!bare.endsWith(suffix)) continue
      const middle = bare.slice(0, bare.length - suffix.length)
      for (const [prefix, restored] of PREFIXES) {
        if (!middle.startsWith(prefix)) continue
        for (const letter of restored) found.add(letter + middle.slice(prefix.length))
      }
    }
  }
  found.delete(word)
  return [...found].filter((root) => root.length >= SHORTEST_ROOT)
}

/** Tells whether a stem is a word that stands on its own in the index. */
export type IsWord = (stem: string) => boolean

/**
 * The root a word is folded on: the longest stem that is a known root, else the longest that stands in the index itself;
 * the word when there is none. Names of places and the words of the list `apart` are never folded.
 */
export function rootOf(word: string, isWord: IsWord): string {
  if (apart.has(word) || roots.has(word) || isPlaceWord(word)) return word
  const stems = possibleRoots(word)
  const best =
    longest(stems.filter((stem) => roots.has(stem))) || longest(stems.filter((s) => apart.has(s) || isWord(s)))
  // why: "pengemasan" is first folded on "kemasan", which is derived itself
  return best === '' ? word : rootOf(best, isWord)
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '')
}

/** The words of the index that share the root of a word, itself excluded; `isWord` says which stems may be roots. */
export function relativesOf(word: string, isWord: IsWord, exists: IsWord): readonly string[] {
  if (word.length < SHORTEST_ROOT || /\p{N}/u.test(word)) return []
  const root = rootOf(word, isWord)
  const forms = formsOf(root).filter((form) => form !== word && exists(form) && rootOf(form, isWord) === root)
  return root !== word && exists(root) ? [root, ...forms] : forms
}

/** The words that affixes can make of a root, likely or not; the caller keeps those that exist. */
export function formsOf(root: string): readonly string[] {
  const forms = new Set<string>()
  for (const start of startsOf(root)) {
    for (const suffix of SUFFIXES) {
      for (const ending of ENDINGS) forms.add(start + suffix + ending)
    }
  }
  forms.delete(root)
  return [...forms]
}

/** What each first letter becomes after me- and pe-; letters that are not here take the plain prefix. */
const NASALS: Readonly<Record<string, readonly string[]>> = {
  p: ['m', 'mp'],
  b: ['mb'],
  f: ['mf'],
  t: ['n', 'nt'],
  d: ['nd'],
  c: ['nc'],
  j: ['nj'],
  z: ['nz'],
  s: ['ny', 'ns'],
  k: ['ng', 'ngk'],
  g: ['ngg'],
  h: ['ngh'],
  a: ['nga'],
  e: ['nge'],
  i: ['ngi'],
  o: ['ngo'],
  u: ['ngu'],
}

function startsOf(root: string): readonly string[] {
  const rest = root.slice(1)
  const nasals = (NASALS[root[0]!] ?? [root[0]!]).map((letters) => letters + rest)
  const plain = ['', 'ber', 'ter', 'per', 'di', 'ke', 'se', 'memper', 'diper', 'pember', 'keber', 'be', 'pe', 'bel']
  return [
    ...plain.map((prefix) => prefix + root),
    ...nasals.flatMap((form) => [`me${form}`, `pe${form}`]),
    ...(root.startsWith('r') ? [`be${root}`, `te${root}`, `pe${root}`] : []),
  ]
}
