import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { IntakeError } from '../intake-error.ts'
import { LIMITS } from '../limits.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

export interface Zip {
  readonly path: string
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Bytes unpacked so far over all entries, held against the limit. */
  spent: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const SENTINEL = 0xffffffff
const broken = () => new IntakeError('file.broken')
const bomb = () => new IntakeError('file.bomb')

async function readAt(path: string, offset: number, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await file.read(buffer, 0, length, offset)
    if (bytesRead < length) throw broken()
    return buffer
  } finally {
    await file.close()
  }
}

/** The ZIP64 sizes of an entry (extra field 1), in the order of the fields that were too small for them. */
function wideSizes(extra: Buffer, fields: number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return fields.map((field) => {
      if (field !== SENTINEL) return field
      if (next + 8 > extra.length) throw broken()
      const wide = Number(extra.readBigUInt64LE(next))
      next += 8
      return wide
    })
  }
  return fields
}

/**
 * Reads the central directory only.
 * @throws IntakeError `file.broken` for what is no whole archive, `file.bomb` when the sizes it declares are out of proportion.
 */
export async function openZip(path: string, size: number): Promise<Zip> {
  const tailLength = Math.min(size, 65_557)
  if (tailLength < 22) throw broken()
  const tail = await readAt(path, size - tailLength, tailLength)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw broken()
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > LIMITS.zipEntries) throw bomb()
  if (start + length > size) throw broken()
  const directory = await readAt(path, start, length)
  const entries = new Map<string, ZipEntry>()
  let total = 0
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const nameEnd = at + 46 + nameLength
    const name = directory.toString('utf8', at + 46, nameEnd).replace(/^\//, '')
    const [unpacked, packed, offset] = wideSizes(directory.subarray(nameEnd, nameEnd + extraLength), [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]) as [number, number, number]
    if (directory.readUInt16LE(at + 8) & 1) throw new IntakeError('file.encrypted')
    if (entries.has(name) || offset + packed > size) throw broken()
    total += unpacked
    if (total > LIMITS.unpackedBytes || isBomb(unpacked, packed)) throw bomb()
    entries.set(name, { name, method: directory.readUInt16LE(at + 10), packed, unpacked, offset })
    at = nameEnd + extraLength + directory.readUInt16LE(at + 32)
  }
  if (entries.size === 0) throw broken()
  return { path, entries, spent: 0 }
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > LIMITS.ratioFrom && unpacked > Math.max(1, packed) * LIMITS.ratio
}

/**
 * The unpacked bytes of an entry, piece by piece. What the directory declares is not believed: every byte is counted.
 * @param onRead called with the packed bytes read so far.
 */
export async function* entryBytes(
  zip: Zip,
  entry: ZipEntry,
  onRead?: (packed: number) => void,
): AsyncGenerator<Buffer> {
  const header = await readAt(zip.path, entry.offset, 30)
  if (header.readUInt32LE(0) !== LOCAL) throw broken()
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.packed === 0) return
  const source = createReadStream(zip.path, { start, end: start + entry.packed - 1 })
  if (entry.method !== 0 && entry.method !== 8) throw broken()
  const unpacking = entry.method === 8 ? source.pipe(createInflateRaw({ chunkSize: 64 * 1024 })) : source
  let failure: Error | undefined
  source.on('error', (error) => {
    failure = error
    unpacking.destroy(error)
  })
  let unpacked = 0
  try {
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      unpacked += piece.length
      zip.spent += piece.length
      if (zip.spent > LIMITS.unpackedBytes || isBomb(unpacked, entry.packed)) throw bomb()
      onRead?.(source.bytesRead)
      yield piece
    }
  } catch (error) {
    throw error instanceof IntakeError ? error : (failure ?? broken())
  } finally {
    source.destroy()
    unpacking.destroy()
  }
}

/** A small part as text. @throws IntakeError `file.bomb` when it is larger than a part of its kind can be. */
export async function entryText(zip: Zip, name: string): Promise<string | null> {
  const entry = zip.entries.get(name)
  if (!entry) return null
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of entryBytes(zip, entry)) {
    length += piece.length
    if (length > LIMITS.partBytes) throw bomb()
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
