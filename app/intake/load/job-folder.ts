import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type JobPhase = 'reading' | 'writing'

/** How far a load is. Written by whoever works, read by whoever asks, also from another process. */
export interface JobProgress {
  readonly phase: JobPhase
  readonly done: number
  /** Rows in all; estimated while a file is being read. */
  readonly total: number
  /** Milliseconds of the epoch. */
  readonly startedAt: number
  readonly at: number
}

/** The folder of one load below the data folder, under the opaque id of its batch. */
export interface JobFolder {
  readonly path: string
  readonly source: string
  readonly staging: string
}

/** A load that has not said anything for so long is no longer worked on. */
const SILENCE_MS = 60_000
const EVERY_MS = 250
const STRAY_MS = 24 * 3_600_000

export function jobFolder(dataDir: string, batchId: string): JobFolder {
  if (!/^[0-9a-f-]{8,64}$/.test(batchId)) throw new Error('not an id of a load')
  const path = join(dataDir, 'uploads', batchId)
  return { path, source: join(path, 'source'), staging: join(path, 'staging.sqlite') }
}

export function makeJobFolder(folder: JobFolder): void {
  mkdirSync(folder.path, { recursive: true, mode: 0o700 })
}

export function removeJobFolder(folder: JobFolder): void {
  rmSync(folder.path, { recursive: true, force: true })
}

/** A folder no batch knows (a trial run or an upload that was killed) goes after a day; it may hold names. */
export function removeStrayFolders(dataDir: string, known: ReadonlySet<string>, now: number): void {
  const uploads = join(dataDir, 'uploads')
  if (!existsSync(uploads)) return
  for (const name of readdirSync(uploads)) {
    const path = join(uploads, name)
    if (!known.has(name) && now - statSync(path).mtimeMs > STRAY_MS) rmSync(path, { recursive: true, force: true })
  }
}

/** Asks whoever works on the load to stop at the next safe point. */
export function askToStop(folder: JobFolder): void {
  if (existsSync(folder.path)) writeFileSync(join(folder.path, 'stop'), '')
}

export function isAskedToStop(folder: JobFolder): boolean {
  return existsSync(join(folder.path, 'stop'))
}

/** The progress as last written; null when none is. */
export function readProgress(folder: JobFolder): JobProgress | null {
  try {
    return JSON.parse(readFileSync(join(folder.path, 'progress.json'), 'utf8')) as JobProgress
  } catch {
    return null
  }
}

/** Whether somebody works on the load: its last word is younger than a minute. `now` in milliseconds of the epoch. */
export function isAlive(folder: JobFolder, now: number): boolean {
  try {
    return now - statSync(join(folder.path, 'progress.json')).mtimeMs < SILENCE_MS
  } catch {
    return false
  }
}

export interface JobReporter {
  report(phase: JobPhase, done: number, total: number): void
  /** Whether the load has been asked to stop; looks at the disk a few times a second at most. */
  shouldStop(): boolean
}

/** Writes progress beside the staging, whole files only, a few times a second. */
export function jobReporter(folder: JobFolder, clock: () => number = Date.now): JobReporter {
  let startedAt = clock()
  let current: JobPhase | null = null
  let written = 0
  let looked = 0
  let stop = false
  return {
    report(phase, done, total) {
      const at = clock()
      if (phase !== current) {
        current = phase
        startedAt = at
      } else if (at - written < EVERY_MS && done < total) return
      written = at
      const draft = join(folder.path, 'progress.draft')
      writeFileSync(draft, JSON.stringify({ phase, done, total, startedAt, at } satisfies JobProgress))
      renameSync(draft, join(folder.path, 'progress.json'))
    },
    shouldStop() {
      const at = clock()
      if (!stop && at - looked >= EVERY_MS) {
        looked = at
        stop = isAskedToStop(folder)
      }
      return stop
    },
  }
}
