import { workerData } from 'node:worker_threads'
import { computeExtensions, type ExtensionRequest } from '#app/features/gaps/compute-extensions.server.ts'
import { computeGaps, type GapRequest } from '#app/features/gaps/compute-gaps.server.ts'
import { computeService, type ServiceRequest } from '#app/features/gaps/compute-service.server.ts'
import { createDb } from '#db/client.ts'
import { answerCalls } from './answer-calls.ts'

const { databaseFile } = workerData as { readonly databaseFile: string }
const client = createDb(databaseFile, { readonly: true })

answerCalls({
  gaps: (request: GapRequest) => computeGaps(client, request),
  extensions: (request: ExtensionRequest) => computeExtensions(client, request),
  service: (request: ServiceRequest) => computeService(client, request),
})
