import { parentPort } from 'node:worker_threads'
import type { ThreadCalls, ThreadReply, ThreadRequest } from './call-thread.ts'

/** Answers the calls of `callThread` in a worker, in the order they come in. */
export function answerCalls<Calls extends ThreadCalls<Calls>>(calls: Calls): void {
  parentPort!.on('message', async ({ id, call, request }: ThreadRequest) => {
    try {
      parentPort!.postMessage({ id, value: await calls[call as keyof Calls](request as never) } satisfies ThreadReply)
    } catch (error) {
      parentPort!.postMessage({ id, error: String((error as Error).stack ?? error) } satisfies ThreadReply)
    }
  })
}
