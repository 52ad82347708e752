import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import type { IndexName, SearchDocument } from '../engine.ts'
import { allDocuments } from '../sources.ts'
import { type ActorFacts, productsIn } from './actor-rule.ts'

/** The invented actors that are judged; the same numbers always give the same ones. */
const DEMO = { actors: 2_000, seed: 1, asOf: '2026-11-24', at: '2026-11-24T00:00:00Z' }

/** What is searched, and what actors are judged by. */
export interface Corpus {
  readonly documents: { readonly [I in IndexName]: readonly SearchDocument[] }
  readonly actors: readonly ActorFacts[]
}

/** The offers of the reference data and 2,000 invented actors, indexed as the product does it. */
export async function evaluationCorpus(): Promise<Corpus> {
  const client = createDb(':memory:')
  try {
    await migrate(client.db, client.dialect)
    await loadReference(client)
    await seedDemoActors(client, DEMO)
    const rows = await client.db
      .selectFrom('actor')
      .select(['id', 'products', 'sectors', 'needs', 'facts', 'cluster', 'regency_code'])
      .execute()
    const actors = rows.map((row) => ({
      id: row.id,
      products: productsIn(row.products ?? ''),
      sectors: listIn(row.sectors),
      needs: listIn(row.needs),
      permits: (JSON.parse(row.facts) as { permits?: string[] }).permits ?? [],
      cluster: row.cluster,
      regency: row.regency_code,
    }))
    return { documents: { offers: await all('offers'), actors: await all('actors') }, actors }
  } finally {
    await client.close()
  }

  async function all(index: IndexName): Promise<SearchDocument[]> {
    const documents: SearchDocument[] = []
    for await (const batch of allDocuments(client.db, index)) documents.push(...batch)
    return documents
  }
}

function listIn(json: string | null): readonly string[] {
  return json === null ? [] : (JSON.parse(json) as string[])
}
