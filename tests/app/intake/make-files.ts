import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { type CellValue, type WriteOptions, writeXlsx } from 'hucre/xlsx'
import { afterAll } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'sinergi-intake-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A new path in a folder that is removed after the tests of the file. */
export function tempPath(name: string): string {
  return join(folder, `${randomBytes(6).toString('hex')}-${name}`)
}

export function writeTemp(name: string, content: string | Uint8Array): string {
  const path = tempPath(name)
  writeFileSync(path, content)
  return path
}

export async function xlsxFile(
  rows: CellValue[][],
  extra: Partial<WriteOptions['sheets'][number]> = {},
): Promise<string> {
  return writeTemp('buku.xlsx', await writeXlsx({ sheets: [{ name: 'Data', rows, ...extra }] }))
}

/** A ZIP archive by hand (without checksums), for parts that no writer would make. `declared` overrides the unpacked size it claims. */
export function zipFile(parts: Record<string, string | Buffer>, options: { declared?: number } = {}): string {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.isBuffer(content) ? content : Buffer.from(content)
    const packed = deflateRawSync(raw)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(options.declared ?? raw.length, 8)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    sizes.copy(local, 14)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return writeTemp('arsip.xlsx', Buffer.concat([...locals, directory, end]))
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook with one sheet whose XML is given. */
export function bookParts(sheetXml: string | Buffer): Record<string, string | Buffer> {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${DOCUMENT}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
  }
}

/** A sheet whose rows are given as XML. */
export function sheetXml(rows: string): string {
  return `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`
}
