import { parentPort, workerData } from 'node:worker_threads'
import { readRunFile } from '#app/features/matches/run-file.server.ts'
import { summariseRun } from '#app/features/national/run-summary.ts'

const { file } = workerData as { readonly file: string }
parentPort!.postMessage(summariseRun(readRunFile(file)))
