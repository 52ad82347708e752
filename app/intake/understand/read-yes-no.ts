import { plain } from './plain.ts'

const YES = new Set(
  `ya|y|iya|ada|sudah|sdh|punya|memiliki|mempunyai|pernah|yes|true|benar|v|1|ada 1|sudah ada|sudah punya|ya ada|ya punya|sudah memiliki|dimiliki|aktif|siap|sudah siap|pernah dapat|pernah menerima|terpisah|ok|betul|ada sudah`.split(
    '|',
  ),
)
const NO = new Set(
  `tidak|t|tdk|tak|belum|blm|bukan|no|n|false|x|0|tidak ada|tdk ada|belum ada|blm ada|tidak punya|tdk punya|belum punya|blm punya|tidak memiliki|belum memiliki|belum pernah|tidak pernah|salah|nihil|gak|ga|nggak|enggak|tidak terpisah|belum terpisah|belum siap|tidak siap|tidak mempunyai|belum mempunyai|gak ada|gak punya`.split(
    '|',
  ),
)
const TICKS = /^[✓✔☑√🗸✅vV]+$/u
const CROSSES = /^[✗✘☒❌×xX]+$/u

/** What else counts as yes or no under a heading: the bank's name for "Rekening bank", the kind of phone for "HP". */
const EXTRA: Readonly<Record<string, { readonly yes: RegExp; readonly no?: RegExp }>> = {
  smartphone: {
    yes: /\b(android|smartphone|iphone|ios|pintar|samsung|oppo|vivo|xiaomi|realme|infinix|redmi)\b/,
    no: /^(hp biasa|hp jadul|biasa|jadul|hp lama|hp senter|nokia biasa|bukan android|hp non android)$/,
  },
  internet: { yes: /\b(wifi|wi fi|kuota|paket data|data seluler|indihome|4g|5g|lancar|hotspot)\b/ },
  bank_account: {
    yes: /\b(bri|bni|bca|bsi|btn|mandiri|bpd|bpr|bank|danamon|muamalat|btpn|cimb|simpedes|seabank|jago)\b|^[\d\s]{8,20}$/,
  },
  email: { yes: /@/ },
  aided_before: { yes: /^(pernah|sudah|bantuan|dapat|hibah|bpum|kur|dari)\b/ },
}

/** @returns true, false, or null when the text says neither. */
export function readYesNo(text: string, heading?: string): boolean | null {
  const trimmed = text.trim()
  const key = plain(trimmed)
  const extra = heading === undefined ? undefined : EXTRA[heading]
  if (extra?.no?.test(key)) return false
  if (YES.has(key) || TICKS.test(trimmed)) return true
  if (NO.has(key) || CROSSES.test(trimmed)) return false
  if (heading === 'email') return trimmed.includes('@') ? true : null
  // why: "tidak punya android" holds a word of yes
  if (/^(tidak|tdk|belum|blm|tanpa|bukan)\b/.test(key)) return key.split(' ').length <= 4 ? false : null
  return extra?.yes.test(key) ? true : null
}

/** Whether a permit column says she holds it; a number of eight digits or more is its registration number. */
export function readHolds(text: string): boolean | null {
  const answer = readYesNo(text)
  if (answer !== null) return answer
  if (/^(tidak|tdk|belum|blm|proses|dalam proses|sedang)\b/.test(plain(text))) return false
  return /\d{6,}/.test(text.replace(/[\s.\-/]/g, '')) ? true : null
}

/** L/P under "Jenis kelamin": true for a woman. */
export function readIsWoman(text: string): boolean | null {
  const key = plain(text)
  if (['p', 'pr', 'perempuan', 'wanita', 'w', 'female', 'f', 'ibu'].includes(key)) return true
  return ['l', 'lk', 'laki laki', 'pria', 'laki', 'male', 'm', 'bapak'].includes(key) ? false : null
}
