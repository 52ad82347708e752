import { writeSync } from 'node:fs'
import { createDb } from '#db/client.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { rebuildIndex } from '#search/rebuild.ts'

/** A process that rebuilds the index of actors: rebuilder.ts <database> <search file>. Says when half of it is stored. */
const [databaseFile, searchFile] = process.argv.slice(2) as [string, string]
const STORED = 10_500

const client = createDb(databaseFile, { readonly: true })
const engine = createEmbeddedEngine(searchFile)
await rebuildIndex(client.db, engine, 'actors', (documents) => {
  if (documents >= STORED) writeSync(1, 'half\n')
})
engine.close()
await client.close()
