import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import { SECRET_PATHS, withoutSecret } from '#app/http/secret-paths.ts'
import routes from '#app/routes.ts'

const patterns = ((await routes) as readonly RouteConfigEntry[]).map(({ path }) => path ?? '')

test('no address with a secret in it is logged as it stands, whichever route it is of', () => {
  const withToken = patterns.filter((pattern) => pattern.includes(':token'))
  expect(withToken.map((pattern) => pattern.split('/')[0]).sort()).toEqual([...SECRET_PATHS].sort())
  for (const pattern of withToken) {
    const path = `/${pattern.replace(':token', 'rahasia-1')}`
    for (const asked of [path, `${path}.data`, `${path}/`]) expect(withoutSecret(asked)).not.toContain('rahasia-1')
  }
  expect(withoutSecret('/mitra/pnm')).toBe('/mitra/pnm')
})
