import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveDb } from '#app/db.server.ts'
import routes from '#app/routes.ts'
import { setup } from '#app/setup.server.ts'

const before = process.env.DATA_DIR
const dataDir = mkdtempSync(join(tmpdir(), 'sinergi-test-'))

beforeAll(async () => {
  process.env.DATA_DIR = dataDir
  await setup({ demoActors: 0, demoAccounts: false }, () => {})
})

afterAll(async () => {
  await liveDb().close()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  rmSync(dataDir, { recursive: true, force: true })
})

interface Route {
  readonly loader: (args: object) => Promise<Response>
  readonly headers?: (args: { loaderHeaders: Headers }) => Headers
}

const withToken = ((await routes) as readonly RouteConfigEntry[]).filter(({ path }) => path?.includes(':token'))

test.each(
  withToken.map(({ path, file }) => [path, file] as const),
)('no cache keeps the page of %s', async (_, file) => {
  const route = (await import(`../../../app/${file}`)) as Route
  const request = new Request('http://localhost/x')
  const answer = await route.loader({ request, params: { token: 'tidak-ada' }, context: {} })
  // why: of a page Remix sends only the headers this function gives
  expect(route.headers?.({ loaderHeaders: answer.headers }).get('Cache-Control')).toContain('no-store')
})
