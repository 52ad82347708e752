import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type IndexName, type SearchDocument, type SearchEngine, SearchRejected, SearchUnavailable } from '../engine.ts'
import type { SyncResult } from '../sync.ts'
import type { CallName, WorkerCalls, WorkerReply, WorkerSettings } from './worker-protocol.ts'

const WORKER = 'search/embedded/worker-entry.js'

export interface SearchWorker extends SearchEngine {
  /** Brings the index up to the change log of the main database, in the worker. */
  sync(): Promise<SyncResult>
  /** Fills an index anew from the main database, in the worker; returns the number of documents. */
  rebuild(index: IndexName): Promise<number>
  close(): Promise<void>
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** The embedded engine in a thread of its own, so that no query holds up the web process. Starts with the first call. */
export function startSearchWorker(settings: WorkerSettings): SearchWorker {
  let worker: Worker | undefined
  let lastId = 0
  const pending = new Map<number, Pending>()

  function fail(error: Error): void {
    worker = undefined
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }

  function running(): Worker {
    if (worker) return worker
    const started = new Worker(join(projectRoot(), WORKER), { workerData: settings, execArgv: [] })
    started.on('message', (message: WorkerReply) => {
      const waiting = pending.get(message.id)
      pending.delete(message.id)
      if (pending.size === 0) started.unref()
      if ('error' in message) waiting?.reject(errorFrom(message.error))
      else waiting?.resolve(message.value)
    })
    started.on('error', (cause) => fail(new SearchUnavailable('the search worker failed', { cause })))
    started.on('exit', () => {
      if (worker === started) fail(new SearchUnavailable('the search worker ended'))
    })
    worker = started
    return started
  }

  function call<C extends CallName>(name: C, ...args: Parameters<WorkerCalls[C]>): Promise<ReturnType<WorkerCalls[C]>> {
    return new Promise((resolve, reject) => {
      const thread = running()
      const id = ++lastId
      pending.set(id, { resolve: resolve as (value: unknown) => void, reject })
      thread.ref()
      thread.postMessage({ id, call: name, args })
    })
  }

  return {
    search: (index, query) => call('search', index, query),
    put: (index, documents, cursor) => call('put', index, documents, cursor),
    apply: (index, batch) => call('apply', index, batch),
    remove: (index, ids, cursor) => call('remove', index, ids, cursor),
    replaceAll: async (index, documents, cursor) => {
      await call('replaceStart', index, cursor)
      await sendAll(documents, (batch) => call('replaceBatch', batch)).catch(async (error) => {
        await call('replaceEnd', false)
        throw error
      })
      await call('replaceEnd', true)
    },
    status: () => call('status'),
    sync: () => call('sync'),
    rebuild: (index) => call('rebuild', index),
    close: async () => {
      const ending = worker
      fail(new SearchUnavailable('the search worker was closed'))
      await ending?.terminate()
    },
  }
}

async function sendAll(
  documents: AsyncIterable<readonly SearchDocument[]>,
  send: (batch: readonly SearchDocument[]) => Promise<unknown>,
): Promise<void> {
  for await (const batch of documents) await send(batch)
}

function errorFrom({ name, message }: { name: string; message: string }): Error {
  if (name === 'SearchRejected') return new SearchRejected(message)
  if (name === 'SearchUnavailable') return new SearchUnavailable(message)
  return new Error(message)
}

/** The folder that holds search/: the built server bundle stands elsewhere than the sources. */
function projectRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, WORKER))) return folder
    if (folder === dirname(folder)) throw new SearchUnavailable(`${WORKER} was not found above the program`)
  }
}
