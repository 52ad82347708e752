import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DbClient } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { syncAll } from '#search/sync.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { brokenPromises, disagreements } from './agreement.ts'
import { bundled } from './bundle.ts'
import { ACTORS, drawn, type Write, writeOf } from './plan.ts'

/** All of it with IN_STEP=whole; every run of the tests takes a part. */
const WHOLE = process.env.IN_STEP === 'whole'
const WRITES = WHOLE ? 10_000 : 1_200
/** Writes after which a process is killed, counted from its start; some die while they are still catching up. */
const LIVES = WHOLE ? [900, 1300, 0, 700, 1600, 1100, 0, 1200, 800, 1000] : [250, 0, 300, 200]
/** After this life every word and answer is compared with a new index, too. */
const COMPARED = WHOLE ? 4 : 1
const SEED = 20261124

interface Life {
  /** The last write the process said was committed. */
  readonly committed: number
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  readonly errors: string
}

/** Runs the writer until it has committed `writes` writes more, and kills it `delay` ms later; null lets it live. */
async function live(args: readonly string[], writes: number | null, delay: number): Promise<Life> {
  const child: ChildProcess = spawn(process.execPath, args)
  let [text, errors, committed, first, doomed] = ['', '', 0, 0, false]
  child.stderr!.on('data', (chunk) => {
    errors += chunk
  })
  child.stdout!.on('data', (chunk) => {
    text += chunk
    const lines = text.split('\n')
    text = lines.pop()!
    for (const line of lines) {
      if (/^\d+$/.test(line)) committed = Number(line)
      first ||= committed
      const lived = line === 'ready' ? 0 : committed - first + 1
      if (writes === null || lived < writes || doomed) continue
      doomed = true
      setTimeout(() => child.kill('SIGKILL'), delay)
    }
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return { committed, signal, code, errors }
}

/** The last write that touched each thing. */
function lastWrites(): Map<string, { n: number; write: Write }> {
  const last = new Map<string, { n: number; write: Write }>()
  for (let n = 1; n <= WRITES; n++) {
    const write = writeOf(n)
    const thing = write.kind === 'offer' ? `offer ${write.at}` : write.kind === 'answer' ? `day ${write.id}` : write.id
    last.set(thing, { n, write })
  }
  return last
}

/** What the database does not hold of the last writes. */
async function lostWrites({ db }: DbClient): Promise<string[]> {
  const actors = new Map((await db.selectFrom('actor').selectAll().execute()).map((row) => [row.id, row]))
  const offers = await db.selectFrom('offer').select(['id', 'name']).orderBy('id').execute()
  const held = (write: Write): boolean => {
    if (write.kind === 'offer') return offers[write.at]!.name === write.name
    if (write.kind === 'answer') return actors.get(write.id)?.facts_as_of === write.day
    if (write.kind === 'products') return actors.get(write.id)?.products === write.products
    return actors.has(write.id) === (write.kind === 'add')
  }
  return [...lastWrites()].filter(([, { write }]) => !held(write)).map(([thing, { n }]) => `${thing}, write ${n}`)
}

test(
  `a process killed at random during ${WRITES} writes leaves database and index that agree`,
  { timeout: 300_000 },
  async () => {
    const { client, dataDir } = await fileDb(ACTORS)
    const { db } = client
    const searchFile = join(dataDir, 'search', 'search.sqlite')
    const base = await getWatermark(db)
    const args = [await bundled('writer'), join(dataDir, 'sinergi.sqlite'), searchFile, String(base), String(WRITES)]
    let behind = 0
    for (const [at, writes] of LIVES.entries()) {
      const { committed, signal, errors } = await live(args, writes, drawn(SEED + at, 40))
      expect({ signal, errors }, `life ${at}`).toEqual({ signal: 'SIGKILL', errors: '' })
      const done = (await getWatermark(db)) - base
      expect(done).toBeGreaterThanOrEqual(committed)
      expect(done).toBeLessThan(WRITES)
      expect(await brokenPromises(db, searchFile), `left by life ${at}`).toEqual([])
      // why: every third time the next process itself has to go on from what the killed one left
      if (at % 3 === 2) continue
      const engine = createEmbeddedEngine(searchFile)
      behind += (await syncAll(db, engine)).applied
      engine.close()
      // now nothing is open any more, so this compares every document
      expect(await brokenPromises(db, searchFile), `after life ${at}`).toEqual([])
      if (at === COMPARED) expect(await disagreements(db, searchFile), `after life ${at}`).toEqual([])
    }
    expect(behind, 'no kill found the index behind the database').toBeGreaterThan(0)
    expect(await live(args, null, 0)).toEqual({ committed: WRITES, signal: null, code: 0, errors: '' })
    expect((await getWatermark(db)) - base).toBe(WRITES)
    expect(await lostWrites(client)).toEqual([])
    expect(await disagreements(db, searchFile)).toEqual([])
    expect(client.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  },
)
