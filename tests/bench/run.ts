import { parseArgs } from 'node:util'
import { missedTargets, print } from './report.ts'

/**
 * npm run bench [-- --only matching|search|planning] [--actors N] [--offers N] [--no-targets]: prints ratios against baselines timed in
 * the same run. Ends with code 1 when a target was missed, unless --no-targets says that only the answers matter.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    actors: { type: 'string', default: '1000000' },
    offers: { type: 'string', default: '2000' },
    'no-targets': { type: 'boolean', default: false },
  },
})

const options = { actors: Number(values.actors), offers: Number(values.offers) }
const benches: Record<string, () => Promise<void>> = {
  matching: async () => (await import('./matching.bench.ts')).run(options),
  search: async () => (await import('./search.bench.ts')).run(options),
  planning: async () => (await import('./planning.bench.ts')).run(),
}

for (const [name, bench] of Object.entries(benches)) if (!values.only || values.only === name) await bench()
const missed = missedTargets()
print(missed.length === 0 ? '\nAll targets met.' : `\nTargets missed: ${missed.length}\n${missed.join('\n')}`)
process.exitCode = missed.length === 0 || values['no-targets'] ? 0 : 1
