import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDb, type DbClient } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'

/** A database file with reference data and demo actors, for what other threads must open; gone after the test. */
export async function fileDb(actors: number): Promise<{ readonly client: DbClient; readonly dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sinergi-test-'))
  const client = createDb(join(dataDir, 'sinergi.sqlite'))
  await migrate(client.db, client.dialect)
  await loadReference(client)
  if (actors > 0) await seedDemoActors(client, { actors, asOf: '2026-11-24', at: '2026-11-24T00:00:00Z' })
  onTestFinished(async () => {
    await client.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { client, dataDir }
}
