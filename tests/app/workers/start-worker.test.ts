import { expect, test } from 'vitest'
import { startWorker } from '#app/workers/start-worker.ts'

test('a worker written in TypeScript starts from a process that reads TypeScript in its own way', async () => {
  const worker = startWorker('tests/fixtures/echo.worker.ts', { workerData: { word: 'halo' } })
  const answer = await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  expect(answer).toEqual({ word: 'halo', regencies: 514 })
  await worker.terminate()
})
