import { randomBytes } from 'node:crypto'
import type { ServerAccess } from '#search/meilisearch/keyring.ts'
import { createMeilisearchEngine, type MeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'

/** The server that MEILI_URL and MEILI_KEY name. */
export function serverAccess(): ServerAccess {
  const { MEILI_URL, MEILI_KEY, MEILI_SEARCH_KEY } = process.env
  if (!MEILI_URL) throw new Error('MEILI_URL is not set; run these tests with npm run test:meilisearch')
  return { url: MEILI_URL, key: MEILI_KEY || null, searchKey: MEILI_SEARCH_KEY || null }
}

/** Indexes of this run alone; `dropAll` of the engine removes them. */
export function ownPrefix(): string {
  return `sinergi_test_${randomBytes(6).toString('hex')}`
}

/** An engine with indexes of its own and time enough that a busy server shows what it answers, not that it is busy. */
export function ownEngine(prefix = ownPrefix()): MeilisearchEngine & { readonly prefix: string } {
  const engine = createMeilisearchEngine({ ...serverAccess(), prefix, answerMs: 60_000 })
  return Object.assign(engine, { prefix })
}
