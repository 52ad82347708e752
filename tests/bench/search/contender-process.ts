import { performance } from 'node:perf_hooks'
import { percentile } from '../report.ts'
import type { ClassTimes, Contender, ContenderName, Measured } from './contender.ts'
import { corpus } from './corpus.ts'
import { embeddedContender } from './embedded-contender.ts'
import { miniContender } from './mini-contender.ts'
import { benchQueries, QUERY_CLASSES } from './queries.ts'
import { sqlContender } from './sql-contender.ts'

/** One engine at one size, measured in this process: arguments are its name, the number of documents and a folder. */
const [name, size, folder] = process.argv.slice(2) as [ContenderName, string, string]
const count = Number(size)
/** A class is not measured longer than this, but for one query that takes longer; slow engines get fewer samples. */
const BUDGET_MS = 8_000
const ROUNDS_AGAIN = 3
const UPDATES = 60

const contender: Contender =
  name === 'embedded' ? embeddedContender(folder) : name === 'sql' ? sqlContender(folder) : miniContender()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Asks every query for the first time, then all of them again, as long as the budget lasts. */
async function timesOf(works: readonly (() => Promise<unknown>)[]): Promise<ClassTimes> {
  const end = performance.now() + BUDGET_MS
  const first: number[] = []
  for (const work of works) {
    if (first.length > 0 && performance.now() > end) break
    first.push(await timed(work))
  }
  const rounds: number[][] = first.map(() => [])
  for (let round = 0; round < ROUNDS_AGAIN; round++) {
    for (const [at, samples] of rounds.entries()) {
      if (performance.now() < end) samples.push(await timed(works[at]!))
    }
  }
  const asked = rounds.filter((samples) => samples.length > 0)
  return { first, again: asked.map((samples) => percentile(samples, 0.5)) }
}

const summary = (samples: readonly number[]) => ({ p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) })

const buildSeconds = (await timed(() => contender.build(count))) / 1000
const ready = await timed(() => contender.open())
const queries = benchQueries(count)
const classes: Record<string, ClassTimes> = {}
const settled = await timed(() => contender.settle())
for (const kind of QUERY_CLASSES) {
  classes[kind] = await timesOf(queries[kind].map((query) => () => contender.search(query)))
}
const changed = [...corpus(UPDATES, Math.floor(count / 2))].map((document) => ({
  ...document,
  text: { products: `${document.text.products} terbaru` },
}))
const updates: number[] = []
for (const document of changed) updates.push(await timed(() => contender.update(document)))
global.gc?.()
const measured: Measured = {
  buildSeconds,
  diskMb: contender.bytes() === null ? null : contender.bytes()! / 1e6,
  rssMb: process.memoryUsage().rss / 1e6,
  ready,
  settled,
  update: summary(updates),
  classes,
}
process.send?.(measured)
process.disconnect?.()
