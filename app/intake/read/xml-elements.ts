import { IntakeError } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'

/** The root tag stands within so many characters; what begins otherwise has no prefix. */
const ROOT_WITHIN = 8192

export interface XmlElements {
  /** Whole elements, from `<name` to `</name>` or `/>`, in the order of the file. */
  readonly elements: readonly string[]
  /** Namespace prefix of the tags, with its colon; mostly empty. */
  readonly prefix: string
}

/**
 * Cuts a large XML part into its elements of one name, holding one piece and one element at a time.
 * @throws IntakeError `file.broken` when one element exceeds the limit of a row.
 */
export async function* xmlElements(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<XmlElements> {
  let decoder: TextDecoder | undefined
  let rest = ''
  let prefix: string | undefined
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    rest += decoder.decode(piece, { stream: true })
    prefix ??= rootPrefix(rest.slice(0, ROOT_WITHIN))
    if (prefix === undefined && rest.length < ROOT_WITHIN) continue
    prefix ??= ''
    const elements: string[] = []
    rest = rest.slice(cut(rest, `<${prefix}${name}`, `</${prefix}${name}>`, elements))
    if (rest.length > LIMITS.rowChars) throw new IntakeError('file.broken')
    if (elements.length > 0) yield { elements, prefix }
  }
}

function rootPrefix(text: string): string | undefined {
  const root = /<([\w.-]+:)?[A-Za-z][\w.-]*[\s/>]/.exec(text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''))
  return root ? (root[1] ?? '') : undefined
}

/** Collects the complete elements; returns where the incomplete rest begins. */
function cut(text: string, open: string, close: string, into: string[]): number {
  let at = 0
  for (;;) {
    const start = text.indexOf(open, at)
    // why: a name cut in two by the piece boundary must stay in the rest
    if (start < 0) {
      const tail = text.lastIndexOf('<')
      return tail < at ? text.length : tail
    }
    const after = text.charCodeAt(start + open.length)
    const tagEnd = text.indexOf('>', start)
    if (Number.isNaN(after) || tagEnd < 0) return start
    if (after !== 32 && after !== 62 && after !== 47 && after !== 10 && after !== 13 && after !== 9) {
      at = start + open.length
      continue
    }
    if (text.charCodeAt(tagEnd - 1) === 47) {
      into.push(text.slice(start, tagEnd + 1))
      at = tagEnd + 1
      continue
    }
    const end = text.indexOf(close, tagEnd)
    if (end < 0) return start
    at = end + close.length
    into.push(text.slice(start, at))
  }
}
