import { onTestFinished } from 'vitest'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { ProtocolDouble } from './protocol-double.ts'

/** The engine against a double of the protocol, which stops with the test. */
export async function withDouble() {
  const double = new ProtocolDouble()
  await double.start()
  onTestFinished(() => double.stop())
  const settings = { url: double.url, key: 'an-admin-key-for-tests', searchKey: null, prefix: 'try' }
  return { double, settings, engine: createMeilisearchEngine(settings) }
}

/** The claims of a JSON web token, unchecked. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')) as Record<string, unknown>
}
