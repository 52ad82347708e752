import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { actorDocuments } from '#tests/support/search-documents.ts'

test.each([
  ['no database at all', (file: string) => writeFileSync(file, 'x'.repeat(5000))],
  ['a database with its pages overwritten', (file: string) => writeFileSync(file, 'y'.repeat(9000), { flag: 'r+' })],
  [
    'a database whose first page alone is sound',
    (file: string) => {
      const bytes = readFileSync(file)
      writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 'z')]))
    },
  ],
])('a search file that is %s is made anew, since the database knows all that stood in it', async (_, damage) => {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-search-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'search.sqlite')
  const first = createEmbeddedEngine(file)
  await first.put('actors', actorDocuments(5), 5)
  first.close()
  damage(file)
  const engine = createEmbeddedEngine(file)
  expect((await engine.status()).indexes.actors).toEqual({ documents: 0, cursor: 0 })
  await engine.put('actors', actorDocuments(5), 5)
  expect((await engine.status()).indexes.actors.documents).toBe(5)
  engine.close()
})
