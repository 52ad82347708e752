import { statSync } from 'node:fs'
import { createEmbeddedEngine, type EmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import type { Contender } from './contender.ts'
import { corpusBatches } from './corpus.ts'

/** Our engine, in the thread that measures. */
export function embeddedContender(folder: string): Contender {
  const file = `${folder}/search.sqlite`
  let engine: EmbeddedEngine
  let cursor = 1
  return {
    async build(count) {
      engine = createEmbeddedEngine(file)
      await engine.replaceAll('actors', corpusBatches(count), cursor)
      engine.close()
    },
    async open() {
      engine = createEmbeddedEngine(file)
      await engine.search('actors', {
        text: 'keripik',
        filters: {},
        facets: ['need'],
        sort: 'relevance',
        page: 1,
        pageSize: 20,
        scope: { kind: 'all' },
      })
    },
    async settle() {
      while (engine.warmStep());
    },
    async search(query) {
      const page = await engine.search('actors', query)
      return { total: page.total, ids: page.hits.map((hit) => hit.id) }
    },
    update: (document) => engine.put('actors', [document], ++cursor),
    bytes: () => statSync(file).size,
  }
}
