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
/** A class is not measured longer than this; slow engines get fewer samples. */
const BUDGET_MS = 12_000
const ROUNDS = 5
const UPDATES = 60

const contender: Contender =
  name === 'embedded' ? embeddedContender(folder) : name === 'sql' ? sqlContender(folder) : miniContender()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Asks every query in turn, round after round, as long as the budget lasts. */
async function timesOf(works: readonly (() => Promise<unknown>)[]): Promise<ClassTimes> {
  const rounds: number[][] = works.map(() => [])
  const end = performance.now() + BUDGET_MS
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, work] of works.entries())
      if (performance.now() < end || at === 0) rounds[at]!.push(await timed(work))
  }
  const asked = rounds.filter((samples) => samples.length > 0)
  const medians = asked.map((samples) => percentile(samples, 0.5))
  const first = percentile(
    asked.map((samples) => samples[0]!),
    0.95,
  )
  return { ...summary(medians), first, queries: asked.length }
}

const summary = (samples: readonly number[]) => ({ p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) })

const buildSeconds = (await timed(() => contender.build(count))) / 1000
const ready = await timed(() => contender.open())
const queries = benchQueries(count)
const classes: Record<string, ClassTimes> = {}
await contender.settle()
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
  update: summary(updates),
  classes,
}
process.send?.(measured)
process.disconnect?.()
