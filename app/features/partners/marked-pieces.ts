/** A text in pieces, those that answer the search marked. */
export type MarkedPieces = readonly { readonly text: string; readonly hit: boolean }[]

const SNIPPET_BEFORE = 60
const SNIPPET_AFTER = 120

export function plain(text: string): MarkedPieces {
  return [{ text, hit: false }]
}

/** The marks of the first `length` characters, for a text that stands at the start of an indexed field. */
export function marksAtStart(text: string, marks: MarkedPieces | undefined): MarkedPieces {
  if (!marks) return plain(text)
  const whole = marks.map((piece) => piece.text).join('')
  if (!whole.startsWith(text)) return plain(text)
  return between(marks, 0, text.length)
}

/** The part of an indexed list ("a; b; c") that has a mark, with its marks; null when none beyond the first has one. */
export function markedItem(marks: MarkedPieces | undefined, separator = '; '): MarkedPieces | null {
  if (!marks) return null
  const whole = marks.map((piece) => piece.text).join('')
  let at = whole.indexOf(separator)
  while (at >= 0) {
    const start = at + separator.length
    const next = whole.indexOf(separator, start)
    const item = between(marks, start, next < 0 ? whole.length : next)
    if (item.some((piece) => piece.hit)) return item
    at = next
  }
  return null
}

/** The words around the first mark of a long text; null when it has none. Lines never mix. */
export function snippet(marks: MarkedPieces | undefined): MarkedPieces | null {
  if (!marks) return null
  const first = marks.findIndex((piece) => piece.hit)
  if (first < 0) return null
  const whole = marks.map((piece) => piece.text).join('')
  const hitAt = marks.slice(0, first).reduce((sum, piece) => sum + piece.text.length, 0)
  const lineStart = whole.lastIndexOf('\n', hitAt) + 1
  const lineEnd = whole.indexOf('\n', hitAt) < 0 ? whole.length : whole.indexOf('\n', hitAt)
  const start = wordStart(whole, Math.max(lineStart, hitAt - SNIPPET_BEFORE), lineStart)
  const end = Math.min(lineEnd, start + SNIPPET_BEFORE + SNIPPET_AFTER)
  const cut = between(marks, start, end)
  return [...(start > lineStart ? plain('… ') : []), ...cut, ...(end < lineEnd ? plain(' …') : [])]
}

function wordStart(text: string, from: number, least: number): number {
  if (from === least) return from
  const space = text.indexOf(' ', from)
  return space < 0 ? from : space + 1
}

function between(marks: MarkedPieces, start: number, end: number): MarkedPieces {
  const pieces: { text: string; hit: boolean }[] = []
  let at = 0
  for (const piece of marks) {
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (text !== '') pieces.push({ text, hit: piece.hit })
    at += piece.text.length
  }
  return pieces
}
