import { workerData } from 'node:worker_threads'
import type { Scope } from '#app/domain/access/viewer.ts'
import type { BoardRequest, ConcernRequest } from '#app/features/board/board-request.ts'
import { computeBoard, computeConcerned, computeCounts } from '#app/features/board/compute-board.server.ts'
import { createDb } from '#db/client.ts'
import { answerCalls } from './answer-calls.ts'

const { databaseFile } = workerData as { readonly databaseFile: string }
const { db } = createDb(databaseFile, { readonly: true })

answerCalls({
  board: (request: BoardRequest) => computeBoard(db, request),
  concerned: (request: ConcernRequest) => computeConcerned(db, request),
  counts: (request: { readonly scope: Scope }) => computeCounts(db, request),
})
