const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntity(whole: string, body: string): string {
  if (body[0] !== '#') return NAMED.get(body) ?? whole
  const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Text between tags with the five named entities, character numbers and Excel's `_x000D_` form undone. No DTD is read. */
export function xmlText(raw: string): string {
  const text = raw.includes('&') ? raw.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, decodeEntity) : raw
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

const patterns = new Map<string, RegExp>()

/** A pattern made once for each source text. */
export function pattern(source: string): RegExp {
  let known = patterns.get(source)
  if (!known) {
    known = new RegExp(source)
    patterns.set(source, known)
  }
  return known
}

/** The value of an attribute in the inside of a tag, entities undone; null when it is not there. */
export function attribute(tag: string, name: string): string | null {
  const found = pattern(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? xmlText(found[1] ?? found[2] ?? '') : null
}

/** The insides of every opening tag of this local name. */
export function tagsOf(xml: string, name: string): string[] {
  return Array.from(
    xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s[^>]*)?)/?>`, 'g')),
    (match) => match[1] ?? '',
  )
}

/** All `<t>` texts of a string item joined, phonetic guides left out. */
export function richText(xml: string, prefix: string): string {
  const clean = xml.includes(`<${prefix}rPh`) ? xml.replace(/<(\w+:)?rPh[\s>][\s\S]*?<\/\1?rPh>/g, '') : xml
  let text = ''
  for (let at = clean.indexOf(`<${prefix}t`); at >= 0; at = clean.indexOf(`<${prefix}t`, at + 1)) {
    const next = clean.charCodeAt(at + prefix.length + 2)
    if (next !== 62 && next !== 32 && next !== 47) continue
    const open = clean.indexOf('>', at)
    if (clean.charCodeAt(open - 1) === 47) continue
    const close = clean.indexOf(`</${prefix}t>`, open)
    if (open < 0 || close < 0) break
    text += xmlText(clean.slice(open + 1, close))
    at = close
  }
  return text
}
