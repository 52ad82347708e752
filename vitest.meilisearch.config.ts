import { defineConfig } from 'vitest/config'

const HOUR = 3_600_000

export default defineConfig({
  test: {
    include: ['tests/search/meilisearch/server/*.server-test.ts'],
    pool: 'forks',
    fileParallelism: false,
    maxWorkers: 1,
    // why: at a million documents the server is busy for a long while before the first question
    testTimeout: Number(process.env.MEILI_DOCS ?? 0) > 50_000 ? HOUR : 120_000,
    hookTimeout: Number(process.env.MEILI_DOCS ?? 0) > 50_000 ? 4 * HOUR : 300_000,
  },
})
