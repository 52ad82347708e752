import { parentPort, workerData } from 'node:worker_threads'
import type { BoardCalls } from '#app/features/board/board-request.ts'
import { computeBoard, computeConcerned } from '#app/features/board/compute-board.server.ts'
import { createDb } from '#db/client.ts'

export interface BoardWorkerRequest {
  readonly id: number
  readonly call: keyof BoardCalls
  readonly request: Parameters<BoardCalls[keyof BoardCalls]>[0]
}

export type BoardWorkerReply =
  | { readonly id: number; readonly value: ReturnType<BoardCalls[keyof BoardCalls]> }
  | { readonly id: number; readonly error: string }

const { databaseFile } = workerData as { readonly databaseFile: string }
const { db } = createDb(databaseFile, { readonly: true })
const calls = { board: computeBoard, concerned: computeConcerned }

parentPort!.on('message', async ({ id, call, request }: BoardWorkerRequest) => {
  const answer = calls[call] as (client: typeof db, request: unknown) => Promise<ReturnType<BoardCalls[typeof call]>>
  try {
    parentPort!.postMessage({ id, value: await answer(db, request) } satisfies BoardWorkerReply)
  } catch (error) {
    parentPort!.postMessage({ id, error: String((error as Error).stack ?? error) } satisfies BoardWorkerReply)
  }
})
