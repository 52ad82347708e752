import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heading, ms, percentile, report, reportLimit } from './report.ts'
import type { ContenderName, Measured } from './search/contender.ts'
import { loopLag } from './search/loop-lag.ts'
import { QUERY_CLASS_LABELS, QUERY_CLASSES, type QueryClass } from './search/queries.ts'
import { typoQuality } from './search/typo-quality.ts'

const PROCESS = join(import.meta.dirname, 'search/contender-process.ts')
/** At this size the engine may be slower than no alternative. */
const MEDIUM = 100_000

/** Upper limits of p95 at a million documents, in milliseconds, of queries nobody asked before. */
const LIMITS: Readonly<Record<QueryClass, number>> = { filters: 25, word: 25, pair: 25, prefix: 50, deep: 50 }
const NAMES: Readonly<Record<ContenderName, string>> = {
  embedded: 'embedded engine',
  sql: 'FTS5 with GROUP BY',
  minisearch: 'MiniSearch',
}

function measure(name: ContenderName, count: number, folder: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, [name, String(count), folder], {
      // why: with little room for the young, an index of millions of objects is copied about for minutes
      execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=12000', '--max-semi-space-size=256'],
    })
    let answer: Measured | undefined
    child.on('message', (message) => {
      answer = message as Measured
    })
    child.on('exit', (code) => (answer ? resolve(answer) : reject(new Error(`${name} at ${count} ended with ${code}`))))
  })
}

function table(count: number, all: Readonly<Partial<Record<ContenderName, Measured>>>): void {
  for (const [name, measured] of Object.entries(all) as [ContenderName, Measured][]) {
    const disk = measured.diskMb === null ? 'nothing on disk' : `${measured.diskMb.toFixed(0)} MB on disk`
    const prepared = measured.settled < 1 ? '' : ` (and prepared for more in ${ms(measured.settled)} of idle time)`
    report({
      name: `${NAMES[name]} at ${count}`,
      value: `built in ${measured.buildSeconds.toFixed(1)} s, ${disk}, ${measured.rssMb.toFixed(0)} MB resident, ready in ${ms(measured.ready)}${prepared}, update ${ms(measured.update.p50)} / ${ms(measured.update.p95)}`,
    })
    for (const kind of QUERY_CLASSES) {
      const { first, again } = measured.classes[kind]!
      const repeated = again.length === 0 ? '' : `; asked again ${spread(again)}`
      report({
        name: `  ${QUERY_CLASS_LABELS[kind]}`,
        value: `${spread(first)} over ${first.length} different queries${repeated}`,
      })
    }
  }
}

const spread = (times: readonly number[]) => `p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}`

/** Compares the medians of those queries that both got to. */
function against(kind: QueryClass, ours: Measured, theirs: Measured, name: ContenderName, target: number): void {
  const [mine, other] = [ours.classes[kind]!.first, theirs.classes[kind]!.first]
  const shared = Math.min(mine.length, other.length)
  const [median, baseline] = [mine, other].map((times) => percentile(times.slice(0, shared), 0.5)) as [number, number]
  report({
    name: QUERY_CLASS_LABELS[kind],
    value: `${ms(median)} (p50 of ${shared} queries)`,
    ratio: { got: baseline / median, target, against: NAMES[name] },
  })
}

/** Search over invented actors: our engine against plain SQL and MiniSearch, each in a process of its own, one after another. */
export async function run(options: { readonly actors: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-bench-'))
  try {
    const large = options.actors
    const medium = Math.min(MEDIUM, large)
    heading(`Search, ${large} actor documents`)
    const at = async (count: number, names: readonly ContenderName[]) => {
      const all: Partial<Record<ContenderName, Measured>> = {}
      for (const name of names) all[name] = await measure(name, count, folder)
      return all as Record<ContenderName, Measured>
    }
    const big = await at(large, ['embedded', 'sql', 'minisearch'])
    table(large, big)
    for (const kind of QUERY_CLASSES) {
      const { first } = big.embedded.classes[kind]!
      reportLimit(`p95 of first-time queries, ${QUERY_CLASS_LABELS[kind]}`, percentile(first, 0.95), LIMITS[kind], 'ms')
    }
    reportLimit('ready after restart', big.embedded.ready, 2500, 'ms')
    reportLimit('one durable update, p50', big.embedded.update.p50, 1, 'ms')
    reportLimit('event loop lag, p95, 24 heavy searches', await loopLag(`${folder}/search.sqlite`, large), 20, 'ms')
    against('filters', big.embedded, big.sql, 'sql', 15)
    against('pair', big.embedded, big.minisearch, 'minisearch', 25)
    const { recall, precision, pairs } = await typoQuality(`${folder}/search.sqlite`)
    report({
      name: `one-edit typos, ${pairs} pairs: recall`,
      value: recall.toFixed(3),
      ratio: { got: recall, target: 0.99, against: 'of what was meant' },
    })
    report({
      name: `one-edit typos, ${pairs} pairs: precision`,
      value: precision.toFixed(3),
      ratio: { got: precision, target: 0.95, against: 'of what was found' },
    })
    rmSync(folder, { recursive: true, force: true })

    const small = mkdtempSync(join(tmpdir(), 'sinergi-bench-'))
    try {
      heading(`Search, ${medium} actor documents: never slower than an alternative`)
      const all: Partial<Record<ContenderName, Measured>> = {}
      for (const name of ['embedded', 'sql', 'minisearch'] as const) all[name] = await measure(name, medium, small)
      table(medium, all)
      for (const kind of QUERY_CLASSES) {
        for (const name of ['sql', 'minisearch'] as const) against(kind, all.embedded!, all[name]!, name, 1)
      }
    } finally {
      rmSync(small, { recursive: true, force: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
