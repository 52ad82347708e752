export const ATOM_TYPE = 'application/atom+xml'

export interface AtomEntry {
  /** An IRI that never changes. */
  readonly id: string
  readonly title: string
  /** Absolute URL of the page the entry speaks of. */
  readonly link: string
  /** ISO instant with Z. */
  readonly updated: string
  readonly summary: string
  readonly categories: readonly { readonly term: string; readonly label: string }[]
}

export interface AtomFeed {
  readonly id: string
  /** Language of all texts. */
  readonly language: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly updated: string
  /** Absolute URL of the feed itself. */
  readonly self: string
  /** Absolute URL of the page the feed follows. */
  readonly alternate: string
  readonly entries: readonly AtomEntry[]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Everything that is no character of XML 1.0: control characters, half surrogate pairs and two code points. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

function xml(text: string): string {
  return text.replace(NO_XML, ' ').replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
}

function element(name: string, text: string): string {
  return `<${name}>${xml(text)}</${name}>`
}

function entryLines(entry: AtomEntry): string[] {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${xml(entry.link)}"/>`,
    element('updated', entry.updated),
    element('summary', entry.summary),
    ...entry.categories.map(({ term, label }) => `<category term="${xml(term)}" label="${xml(label)}"/>`),
    '</entry>',
  ]
}

/** A feed as Atom 1.0 (RFC 4287); all texts are plain. */
export function atomDocument(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    `<author>${element('name', feed.author)}</author>`,
    element('updated', feed.updated),
    `<link rel="self" type="${ATOM_TYPE}" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.alternate)}"/>`,
    ...feed.entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n')
}
