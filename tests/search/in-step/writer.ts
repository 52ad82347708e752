import { writeSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { answerFact } from '#app/features/actors/answer-fact.server.ts'
import { createDb, type DbClient } from '#db/client.ts'
import { insertActors } from '#db/queries/actors.ts'
import { getWatermark, logChanges } from '#db/queries/change-log.ts'
import type { Database } from '#db/schema/index.ts'
import { demoEntry } from '#db/seed/demo.ts'
import { demoActor } from '#db/seed/demo-actor.ts'
import { createDemoWorld } from '#db/seed/demo-world.ts'
import { startSearchWorker } from '#search/embedded/worker-client.ts'
import { type Write, writeOf } from './plan.ts'

/**
 * A process that writes and indexes at the same time, as the web process does, until all writes are done or it is killed:
 * writer.ts <database> <search file> <position of the change log before the first write> <number of writes>
 * It says "ready", then the number of every write that is committed, then "done".
 */
const [databaseFile, searchFile, base, total] = process.argv.slice(2) as [string, string, string, string]
const NOW = '2026-11-24T03:00:00.000Z'
const world = createDemoWorld('2026-11-24')

async function carryOut(client: DbClient, offers: readonly string[], write: Write): Promise<void> {
  const { db } = client
  switch (write.kind) {
    case 'answer': {
      const { id: actorId, fact, value, day } = write
      const result = await answerFact(db, { scope: EVERYTHING, by: SYSTEM, actorId, fact, value, today: day, now: NOW })
      if (!result.ok) throw new Error(result.reason)
      return
    }
    case 'add': {
      const { actor, identity } = demoEntry(demoActor(Number(write.id.slice('tambahan-'.length)), 7, world), NOW)
      const entry = {
        actor: { ...actor, id: write.id },
        identity: { ...identity, actor_id: write.id, natural_key: write.id },
      }
      insertActors(client, [entry], NOW)
      return
    }
    case 'remove':
      return inOne(db, 'actors', write.id, 'remove', async (trx) => {
        await trx.deleteFrom('actor_identity').where('actor_id', '=', write.id).execute()
        await trx.deleteFrom('actor').where('id', '=', write.id).execute()
      })
    case 'products':
      return inOne(db, 'actors', write.id, 'put', async (trx) => {
        await trx.updateTable('actor').set({ products: write.products }).where('id', '=', write.id).execute()
      })
    case 'offer': {
      const id = offers[write.at]!
      return inOne(db, 'offers', id, 'put', async (trx) => {
        await trx.updateTable('offer').set({ name: write.name }).where('id', '=', id).execute()
      })
    }
  }
}

async function inOne(
  db: Kysely<Database>,
  index: 'offers' | 'actors',
  id: string,
  op: 'put' | 'remove',
  change: (trx: Kysely<Database>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await change(trx)
    await logChanges(trx, index, [id], NOW, op)
  })
}

const client = createDb(databaseFile)
const search = startSearchWorker({ databaseFile, searchFile })
let syncing: Promise<unknown> | null = null

/** Syncs follow each other, and never two run at once. */
function keepSyncing(): void {
  syncing ??= search.sync().finally(() => {
    syncing = null
  })
}

async function write(): Promise<void> {
  const offers = (await client.db.selectFrom('offer').select('id').orderBy('id').execute()).map((row) => row.id)
  for (let n = (await getWatermark(client.db)) - Number(base) + 1; n <= Number(total); n++) {
    await carryOut(client, offers, writeOf(n))
    writeSync(1, `${n}\n`)
    if (n % 10 === 0) keepSyncing()
    // why: between two writes the web process turns to other work too
    if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

await search.status()
writeSync(1, 'ready\n')
keepSyncing()
await write()
await syncing
await search.sync()
await search.close()
await client.close()
writeSync(1, 'done\n')
