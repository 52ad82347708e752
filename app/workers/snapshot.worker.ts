import { workerData } from 'node:worker_threads'
import { type CandidatesRequest, computeOfferSnapshot } from '#app/features/matches/offer-snapshot.server.ts'
import { createDb } from '#db/client.ts'
import { answerCalls } from './answer-calls.ts'

const { databaseFile } = workerData as { readonly databaseFile: string }
const client = createDb(databaseFile, { readonly: true })

answerCalls({ offer: (request: CandidatesRequest) => computeOfferSnapshot(client, request) })
