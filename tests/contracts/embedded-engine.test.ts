import { createEmbeddedEngine } from '#search/embedded/embedded-engine.ts'
import { startSearchWorker } from '#search/embedded/worker-client.ts'
import { temporaryFolder } from '#tests/support/cli.ts'
import { describeSearchEngine } from './search-engine.contract.ts'

describeSearchEngine('embedded engine', async () => {
  const engine = createEmbeddedEngine(':memory:')
  return { engine, settle: async () => {}, close: async () => engine.close() }
})

describeSearchEngine('embedded engine in its worker', async () => {
  const folder = temporaryFolder()
  const engine = startSearchWorker({ searchFile: `${folder.path}/search.sqlite`, databaseFile: null })
  return {
    engine,
    settle: async () => {},
    close: async () => {
      await engine.close()
      folder.remove()
    },
  }
})
