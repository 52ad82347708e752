import { onTestFinished } from 'vitest'
import type { DbClient } from '#db/client.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { testDb } from './test-db.ts'

/** A database in memory with reference data and demo actors; closed after the test. */
export async function demoDb(actors: number): Promise<DbClient> {
  const client = await testDb()
  await loadReference(client)
  if (actors > 0) await seedDemoActors(client, { actors, asOf: '2026-11-24', at: '2026-11-24T00:00:00Z' })
  onTestFinished(() => client.close())
  return client
}
