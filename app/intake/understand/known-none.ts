import { plain } from './plain.ts'

const UNKNOWN = new Set(
  `tidak tahu|tdk tahu|tidak diketahui|belum diketahui|belum tahu|tt|na|n a|belum didata|belum terdata|belum diisi|null|kosong|tidak diisi`.split(
    '|',
  ),
)

const NO_WORDS = /^[\s\-–—_.?/\\*#]*$/

const NONE = new Set(
  `tidak ada|tdk ada|tidak punya|tdk punya|belum ada|blm ada|belum punya|blm punya|belum memiliki|tidak memiliki|nihil|tidak|belum|tdk|blm|tanpa|none|no|tidak pernah|belum pernah|0|tidak mempunyai|belum mempunyai|tidak ada izin|belum ada izin|tidak ada kebutuhan|tidak membutuhkan|tidak butuh|gak ada|tidak berizin|belum berizin|tidak ada kredit|tidak kredit`.split(
    '|',
  ),
)

/** The cell says nothing: empty, a dash, dots, a question mark, "tidak tahu". Such a cell is unknown, never false. */
export function saysNothing(text: string): boolean {
  return text === '' || NO_WORDS.test(text) || (text.length <= 20 && UNKNOWN.has(plain(text)))
}

/** The cell of a list says that there is none ("tidak ada"), which is knowledge. */
export function saysNone(text: string): boolean {
  return NONE.has(plain(text))
}
