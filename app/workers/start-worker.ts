import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a worker of app/ or search/ by its path from the project root. The web bundle lives in build/, so a path
 * relative to the module would not hold; an entry in plain JavaScript loads what reads TypeScript.
 */
export function startWorker(path: string, options: Omit<WorkerOptions, 'argv' | 'execArgv'> = {}): Worker {
  return new Worker(resolve('app/workers/worker-entry.js'), {
    ...options,
    argv: [pathToFileURL(resolve(path)).href],
    execArgv: [],
  })
}
