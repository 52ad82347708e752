import type { Worker } from 'node:worker_threads'
import { startWorker } from './start-worker.ts'

/** Functions a thread answers, by name; arguments and values must survive structured cloning. */
export type ThreadCalls<Calls> = { readonly [C in keyof Calls]: (request: never) => unknown }

export interface ThreadRequest {
  readonly id: number
  readonly call: string
  readonly request: unknown
}

export type ThreadReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }

export interface CallThread<Calls extends ThreadCalls<Calls>> {
  call<C extends keyof Calls & string>(
    call: C,
    request: Parameters<Calls[C]>[0],
  ): Promise<Awaited<ReturnType<Calls[C]>>>
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * A thread that answers calls, so that no page waits for the long ones. It starts with the first call, stays for the next
 * ones, does not keep the process alive, and is started anew should it ever end. The worker answers with `answerCalls`.
 */
export function callThread<Calls extends ThreadCalls<Calls>>(worker: string, workerData: unknown): CallThread<Calls> {
  const pending = new Map<number, Pending>()
  let thread: Worker | undefined
  let lastId = 0

  const fail = (error: Error) => {
    thread = undefined
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }

  const running = (): Worker => {
    if (thread) return thread
    const started = startWorker(worker, { workerData })
    started.on('message', (reply: ThreadReply) => {
      const waiting = pending.get(reply.id)
      pending.delete(reply.id)
      if (pending.size === 0) started.unref()
      if ('error' in reply) waiting?.reject(new Error(reply.error))
      else waiting?.resolve(reply.value)
    })
    started.on('error', fail)
    started.on('exit', () => {
      if (thread === started) fail(new Error(`the thread ${worker} ended`))
    })
    thread = started
    return started
  }

  return {
    call: (call, request) =>
      new Promise((resolve, reject) => {
        const target = running()
        const id = ++lastId
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject })
        target.ref()
        target.postMessage({ id, call, request } satisfies ThreadRequest)
      }),
  }
}
