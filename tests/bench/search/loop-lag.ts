import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startSearchWorker } from '#search/embedded/worker-client.ts'
import { benchQueries } from './queries.ts'

const SEARCHES = 24

/** How late the event loop of the web process is (p95, ms) while heavy searches run in the worker. */
export async function loopLag(searchFile: string, count: number): Promise<number> {
  const worker = startSearchWorker({ searchFile, databaseFile: null })
  await worker.status()
  const { prefix, word } = benchQueries(count)
  const heavy = [...prefix.filter((query) => query.text.length <= 2), ...word].slice(0, SEARCHES)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await Promise.all(heavy.map((query) => worker.search('actors', query)))
  delay.disable()
  await worker.close()
  // why: the monitor's own period of one millisecond is in every sample
  return Math.max(0, delay.percentile(95) / 1e6 - 1)
}
