import { IntakeError } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'
import { xmlElements } from './xml-elements.ts'
import { attribute, richText, tagsOf } from './xml-text.ts'
import { entryBytes, entryText, type Zip, type ZipEntry } from './zip.ts'

export interface BookSheet {
  readonly name: string
  readonly entry: ZipEntry
}

export interface Book {
  readonly zip: Zip
  /** The visible sheets, in the order of their tabs. */
  readonly sheets: readonly BookSheet[]
  readonly strings: readonly string[]
  /** By the number of a cell's style: whether it shows a date. */
  readonly dateStyles: readonly boolean[]
  /** Days from Excel's day 0 to 1970-01-01. */
  readonly epoch: number
}

function resolvePart(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = base.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly path: string
}

async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/')
  const xml = await entryText(zip, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`)
  return tagsOf(xml ?? '', 'Relationship')
    .filter((tag) => attribute(tag, 'TargetMode') !== 'External')
    .map((tag) => ({
      id: attribute(tag, 'Id') ?? '',
      type: (attribute(tag, 'Type') ?? '').split('/').pop() ?? '',
      path: resolvePart(part, attribute(tag, 'Target') ?? ''),
    }))
}

/** Number formats that show a date: the built-in ones of the file format, and own ones with a day, month or year. */
function readDateStyles(xml: string | null): boolean[] {
  if (!xml) return []
  const own = new Map(
    tagsOf(xml, 'numFmt').map((tag) => [
      Number(attribute(tag, 'numFmtId')),
      /[dmy]/i.test((attribute(tag, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
    ]),
  )
  const builtIn = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const formats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tagsOf(formats, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    return own.get(id) ?? builtIn(id)
  })
}

async function readStrings(zip: Zip, path: string | undefined): Promise<string[]> {
  const entry = path === undefined ? undefined : zip.entries.get(path)
  const strings: string[] = []
  if (!entry) return strings
  let length = 0
  const counted = async function* () {
    for await (const piece of entryBytes(zip, entry)) {
      length += piece.length
      if (length > LIMITS.sharedStringBytes) throw new IntakeError('file.bomb')
      yield piece
    }
  }
  for await (const { elements, prefix } of xmlElements(counted(), 'si')) {
    for (const element of elements) strings.push(richText(element, prefix).slice(0, LIMITS.cellChars))
  }
  return strings
}

/**
 * Reads what stands around the rows: sheets, text table, date formats.
 * @throws IntakeError when the archive is no workbook of the XLSX kind.
 */
export async function readBook(zip: Zip): Promise<Book> {
  const root = (await relationsOf(zip, '')).find((relation) => relation.type === 'officeDocument')?.path
  const xml = root ? await entryText(zip, root) : null
  if (!root || xml === null) throw new IntakeError(kindOfArchive(zip))
  const relations = await relationsOf(zip, root)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets: BookSheet[] = []
  for (const tag of tagsOf(xml, 'sheet')) {
    const relation = byId.get(/(?:^|\s)[\w.-]+:id\s*=\s*["']([^"']+)["']/.exec(tag)?.[1] ?? '')
    const entry = relation?.type === 'worksheet' ? zip.entries.get(relation.path) : undefined
    if (entry && (attribute(tag, 'state') ?? 'visible') === 'visible') {
      sheets.push({ name: attribute(tag, 'name') ?? '', entry })
    }
  }
  if (sheets.length === 0) throw new IntakeError(kindOfArchive(zip))
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.path
  const styles = partOf('styles')
  return {
    zip,
    sheets,
    strings: await readStrings(zip, partOf('sharedStrings')),
    dateStyles: readDateStyles(styles ? await entryText(zip, styles) : null),
    epoch: /date1904\s*=\s*["'](?:1|true)["']/.test(xml) ? 24_107 : 25_569,
  }
}

function kindOfArchive(zip: Zip): 'file.xlsb' | 'file.ods' | 'file.broken' | 'file.zip' {
  if (zip.entries.has('xl/workbook.bin')) return 'file.xlsb'
  if (zip.entries.has('content.xml') && zip.entries.has('mimetype')) return 'file.ods'
  return zip.entries.has('xl/workbook.xml') || zip.entries.has('[Content_Types].xml') ? 'file.broken' : 'file.zip'
}
