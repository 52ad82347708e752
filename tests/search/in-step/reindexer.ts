import { writeSync } from 'node:fs'
import { createDb } from '#db/client.ts'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { rebuildIndex } from '#search/rebuild.ts'

/**
 * What the command `reindex` does up to the swap, while somebody changes an actor that was read already:
 * reindexer.ts <database> <search file>. Says when the new index is swapped in, and waits there to be killed.
 */
const [databaseFile, searchFile] = process.argv.slice(2) as [string, string]

const client = createDb(databaseFile)
const engine = createEmbeddedEngine(searchFile)
let changed = false
await rebuildIndex(client.db, engine, 'actors', () => {
  if (changed) return
  changed = true
  client.sqlite.transaction(() => {
    client.sqlite.prepare("update actor set products = 'kain diubah' where id = 'demo-0000001'").run()
    client.sqlite
      .prepare("insert into change_log (index_name, entity_id, op, at) values ('actors', 'demo-0000001', 'put', ?)")
      .run('2026-11-24T03:00:00.000Z')
  })()
})
writeSync(1, 'swapped\n')
setInterval(() => {}, 1_000)
