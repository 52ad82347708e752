import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { Ranking } from '#app/domain/engine/rank-range.ts'
import type { GroupCounts } from './rank-all.server.ts'

/** What a run file says of itself. */
export interface RunHeader {
  readonly id: string
  readonly policyVersion: string
  readonly rulesVersion: string
  readonly day: string
  readonly watermark: number
  readonly top: number
  readonly actors: number
  /** Offer ids in the order the numbers in the file refer to. */
  readonly offers: readonly string[]
  /** Counts by place and cluster, in the order of the actors; absent where only the ranking was kept. */
  readonly groups?: readonly GroupCounts[]
}

const MAGIC = 'SINERGI-RUN-1\n'

/**
 * Writes ids and scores only; explanations are recomputed from (actor, offer) on demand and cannot drift. The file
 * appears under its name only when it is whole and on disk.
 */
export function writeRunFile(file: string, header: RunHeader, ids: readonly string[], ranking: Ranking): void {
  const head = Buffer.from(JSON.stringify(header))
  const names = Buffer.from(ids.join('\n'))
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32LE(head.length, 0)
  sizes.writeUInt32LE(names.length, 4)
  const cells = header.actors * header.top * 2
  const handle = openSync(`${file}.part`, 'w')
  try {
    for (const part of [
      Buffer.from(MAGIC),
      sizes,
      head,
      names,
      Buffer.from(ranking.offers.buffer, 0, cells),
      Buffer.from(ranking.scores.buffer, 0, cells),
    ]) {
      for (let at = 0; at < part.length; ) at += writeSync(handle, part, at)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.part`, file)
}

export interface RunFile {
  readonly header: RunHeader
  readonly ids: readonly string[]
  readonly offers: Uint16Array
  readonly scores: Uint16Array
}

/** @throws Error when the file is not a run file or was cut short. */
export function readRunFile(file: string): RunFile {
  const bytes = readFileSync(file)
  let at = MAGIC.length
  if (bytes.toString('latin1', 0, at) !== MAGIC) throw new Error('not a run file')
  const headSize = bytes.readUInt32LE(at)
  const nameSize = bytes.readUInt32LE(at + 4)
  at += 8
  const header = JSON.parse(bytes.toString('utf8', at, at + headSize)) as RunHeader
  at += headSize
  const names = bytes.toString('utf8', at, at + nameSize)
  at += nameSize
  const cells = header.actors * header.top
  if (bytes.length !== at + cells * 4) throw new Error('run file cut short')
  // why: a typed array needs an even start, and the names may end anywhere
  const copy = (from: number) =>
    new Uint16Array(bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + from + cells * 2))
  return { header, ids: names === '' ? [] : names.split('\n'), offers: copy(at), scores: copy(at + cells * 2) }
}
