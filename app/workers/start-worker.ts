import { resolve } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a worker of app/ or search/ by its path from the project root. The web bundle lives in build/, so a path
 * relative to the module would not hold; TypeScript is loaded by the same loader the process was started with.
 */
export function startWorker(path: string, options: WorkerOptions = {}): Worker {
  return new Worker(resolve(path), options)
}
