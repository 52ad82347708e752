import { DEFAULT_SCENARIO } from '#app/domain/planning/scenario.ts'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { createDb } from '#db/client.ts'

/** A process of its own that begins a plan over a database, says so, and stays until it is killed. */
const client = createDb(process.argv[2]!)
const scenario = {
  ...DEFAULT_SCENARIO,
  name: 'Terhenti',
  undecided: true,
  capacities: { 'pnm.mekaar': { places: 20, reason: 'uji' } },
}
planRunner(client).start({ scenario, today: '2026-11-24', accountId: null, parentId: null })
const timer = setInterval(async () => {
  const row = await client.db.selectFrom('plan_result').select('id').executeTakeFirst()
  if (!row) return
  clearInterval(timer)
  // why: from here on nothing of this thread runs, so the plan stays under way until the process is killed
  process.stdout.write('under way\n', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
}, 5)
