import { type CallThread, callThread } from '#app/workers/call-thread.ts'
import type { BoardCalls } from './board-request.ts'

export type BoardThread = CallThread<BoardCalls>

/** Boards of large districts in a thread of its own, so that no other page waits for them. */
export function boardThread(databaseFile: string): BoardThread {
  return callThread<BoardCalls>('app/workers/board.worker.ts', { databaseFile })
}
