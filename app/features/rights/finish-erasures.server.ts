import { setTimeout as pause } from 'node:timers/promises'
import type { DbClient } from '#db/client.ts'
import { deleteErasureTasks, emptyErasureTask, findErasureTasks } from '#db/queries/erasure-tasks.ts'
import { type Forgotten, forgetInFiles } from './forget-in-files.server.ts'

export interface FinishedErasures {
  /** Files changed or removed. */
  readonly files: number
  /** Tasks that stay: a file could not be removed, or somebody who reads keeps the database's own log from being cut. */
  readonly left: number
  /** Why a file could not be removed. */
  readonly error: unknown
}

/**
 * Works off what erasures have to remove outside the database. Each task was written with its erasure and goes only when
 * all of it is done, so a process that dies in between leaves the rest to the next start; doing it twice changes nothing.
 */
export async function finishErasures(client: DbClient, dataDir: string): Promise<FinishedErasures> {
  const tasks = await findErasureTasks<Forgotten>(client.db)
  if (tasks.length === 0) return { files: 0, left: 0, error: null }
  let files = 0
  let error: unknown = null
  const emptied: string[] = []
  for (const { id, work } of tasks) {
    try {
      if (work) files += forgetInFiles(dataDir, work)
    } catch (failure) {
      error ??= failure
      continue
    }
    if (work) await emptyErasureTask(client.db, id)
    emptied.push(id)
  }
  if (!(await cutLog(client))) return { files, left: tasks.length, error }
  await deleteErasureTasks(client.db, emptied)
  return { files, left: tasks.length - emptied.length, error }
}

const TRIES = 5
const BETWEEN_TRIES_MS = 100

/** Empties the write-ahead log, in which her rows still stand. @returns false while somebody who reads keeps it from it. */
async function cutLog({ sqlite }: DbClient): Promise<boolean> {
  if (sqlite.memory) return true
  for (let attempt = 1; ; attempt++) {
    const patience = sqlite.pragma('busy_timeout', { simple: true })
    // why: waiting within SQLite would hold up every page
    sqlite.pragma('busy_timeout = 0')
    try {
      const [result] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]
      if (result?.busy === 0) return true
    } finally {
      sqlite.pragma(`busy_timeout = ${patience}`)
    }
    if (attempt === TRIES) return false
    await pause(BETWEEN_TRIES_MS)
  }
}
