import { describeSearchEngine } from '#tests/contracts/search-engine.contract.ts'
import { ownEngine } from './real-server.ts'

describeSearchEngine(`Meilisearch at ${process.env.MEILI_URL}`, async () => {
  const engine = ownEngine()
  return { engine, settle: () => engine.settle(), close: () => engine.dropAll() }
})
