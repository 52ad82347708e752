import { createEmbeddedEngine } from '../embedded/embedded-engine.ts'
import type { IndexName } from '../engine.ts'
import { INDEX_NAMES } from '../indexes.ts'
import type { QueryReader } from '../text/expand.ts'
import type { Corpus } from './corpus.ts'

/** Something that ranks documents for a typed text and can be judged. */
export interface Ranker {
  readonly name: string
  /** The ids of the best documents, at most `depth`. */
  search(index: IndexName, text: string, depth: number): Promise<readonly string[]>
  close(): void
}

/** The embedded engine over the corpus, reading queries in the given way. */
export async function engineRanker(name: string, corpus: Corpus, read: QueryReader): Promise<Ranker> {
  const engine = createEmbeddedEngine(':memory:', read)
  for (const index of INDEX_NAMES) await engine.replaceAll(index, once(corpus.documents[index]), 0)
  return {
    name,
    search: async (index, text, depth) => {
      const page = await engine.search(index, {
        text,
        filters: {},
        facets: [],
        sort: 'relevance',
        page: 1,
        pageSize: depth,
        scope: { kind: 'all' },
      })
      return page.hits.map((hit) => hit.id)
    },
    close: () => engine.close(),
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
