import { parentPort, workerData } from 'node:worker_threads'
import { createDb, type DbClient } from '#db/client.ts'
import type { SearchDocument } from '../engine.ts'
import { rebuildIndex } from '../rebuild.ts'
import { syncAll } from '../sync.ts'
import { BatchStream } from './batch-stream.ts'
import { createEmbeddedEngine } from './embedded-engine.ts'
import type { WorkerCalls, WorkerReply, WorkerRequest, WorkerSettings } from './worker-protocol.ts'

/** Changes applied at once while the log is followed: few enough that a search never waits long for its turn. */
const SYNC_BATCH = 100

const settings = workerData as WorkerSettings
const engine = createEmbeddedEngine(settings.searchFile)
let database: DbClient | undefined
let replacing: { stream: BatchStream<readonly SearchDocument[]>; done: Promise<void> } | undefined

function mainDatabase(): DbClient {
  if (settings.databaseFile === null) throw new Error('this search worker was given no database')
  database ??= createDb(settings.databaseFile, { readonly: true })
  return database
}

const calls: { [C in keyof WorkerCalls]: (...args: Parameters<WorkerCalls[C]>) => unknown } = {
  search: (index, query) => engine.search(index, query),
  put: (index, documents, cursor) => engine.put(index, documents, cursor),
  apply: (index, batch) => engine.apply(index, batch),
  remove: (index, ids, cursor) => engine.remove(index, ids, cursor),
  replaceStart: (index, cursor) => {
    const stream = new BatchStream<readonly SearchDocument[]>()
    const done = engine.replaceAll(index, stream, cursor)
    done.catch(() => {})
    replacing = { stream, done }
  },
  replaceBatch: (documents) => Promise.race([replacing!.stream.push(documents), replacing!.done]),
  replaceEnd: async (complete) => {
    const { stream, done } = replacing!
    replacing = undefined
    stream.end(complete ? null : new Error('the documents ended early'))
    if (complete) await done
    else await done.catch(() => {})
  },
  status: () => engine.status(),
  sync: () => syncAll(mainDatabase().db, engine, SYNC_BATCH),
  rebuild: (index) => rebuildIndex(mainDatabase().db, engine, index),
}

function reply(message: WorkerReply): void {
  parentPort!.postMessage(message)
}

parentPort!.on('message', async ({ id, call, args }: WorkerRequest) => {
  try {
    const value = await (calls[call] as (...args: readonly unknown[]) => unknown)(...args)
    reply({ id, value })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    reply({ id, error: { name, message } })
  }
  warmSoon()
})

let warming: NodeJS.Immediate | undefined

/** Uses the time in which nobody asks; every step is short, and questions that came meanwhile go first. */
function warmSoon(): void {
  if (warming) return
  warming = setImmediate(() => {
    warming = undefined
    if (engine.warmStep()) warmSoon()
  })
}

warmSoon()
