import type { Worker } from 'node:worker_threads'
import type { BoardWorkerReply, BoardWorkerRequest } from '#app/workers/board.worker.ts'
import { startWorker } from '#app/workers/start-worker.ts'
import type { BoardCalls } from './board-request.ts'

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export interface BoardThread {
  call<C extends keyof BoardCalls>(call: C, request: Parameters<BoardCalls[C]>[0]): Promise<ReturnType<BoardCalls[C]>>
}

/**
 * Boards of large districts in a thread of its own, so that no other page waits for them. The thread starts with the
 * first call, stays for the next ones, and does not keep the process alive.
 */
export function boardThread(databaseFile: string): BoardThread {
  const pending = new Map<number, Pending>()
  let worker: Worker | undefined
  let lastId = 0

  const fail = (error: Error) => {
    worker = undefined
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }

  const running = (): Worker => {
    if (worker) return worker
    const started = startWorker('app/workers/board.worker.ts', { workerData: { databaseFile } })
    started.on('message', (reply: BoardWorkerReply) => {
      const waiting = pending.get(reply.id)
      pending.delete(reply.id)
      if (pending.size === 0) started.unref()
      if ('error' in reply) waiting?.reject(new Error(reply.error))
      else waiting?.resolve(reply.value)
    })
    started.on('error', fail)
    started.on('exit', () => {
      if (worker === started) fail(new Error('the thread for boards ended'))
    })
    worker = started
    return started
  }

  return {
    call: (call, request) =>
      new Promise((resolve, reject) => {
        const thread = running()
        const id = ++lastId
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject })
        thread.ref()
        thread.postMessage({ id, call, request } satisfies BoardWorkerRequest)
      }),
  }
}
