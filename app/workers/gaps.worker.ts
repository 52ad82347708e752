import { workerData } from 'node:worker_threads'
import { computeGaps, type GapRequest } from '#app/features/gaps/compute-gaps.server.ts'
import { createDb } from '#db/client.ts'
import { answerCalls } from './answer-calls.ts'

const { databaseFile } = workerData as { readonly databaseFile: string }
const client = createDb(databaseFile, { readonly: true })

answerCalls({ gaps: (request: GapRequest) => computeGaps(client, request) })
