import { type Key, Meilisearch } from 'meilisearch'
import { generateTenantToken } from 'meilisearch/token'
import type { IndexName } from '../engine.ts'
import { INDEX_NAMES } from '../indexes.ts'
import { hasNoMasterKey, MeilisearchUnavailable } from './errors.ts'
import { EVERY, type Filter } from './filter.ts'

const TOKEN_MS = 60 * 60 * 1000
/** A token is replaced while it is still good for long enough to be used. */
const MARGIN_MS = 5 * 60 * 1000
const MOST_CLIENTS = 200

export interface ServerAccess {
  readonly url: string
  /** A key with every right on the indexes; reads the search key where none is given. */
  readonly key: string | null
  /** The key that tenant tokens are signed with; found among the server's keys when null. */
  readonly searchKey: string | null
}

interface SearchClient {
  readonly client: Meilisearch
  readonly expires: number
}

/**
 * Clients that may search and no more. Each carries a tenant token whose rule is the viewer's scope, so that the server itself
 * refuses what is outside. A server without a master key checks no tokens; there the filter of the query is all there is.
 */
export class Keyring {
  private readonly clients = new Map<string, SearchClient>()
  private signer: Promise<Pick<Key, 'key' | 'uid'> | null> | null = null

  constructor(
    private readonly access: ServerAccess,
    private readonly admin: Meilisearch,
    private readonly uidOf: (index: IndexName) => string,
  ) {}

  /** @throws MeilisearchUnavailable when the server has no key that may search. */
  async client(index: IndexName, scope: Filter): Promise<Meilisearch> {
    const name = `${index} ${scope}`
    const known = this.clients.get(name)
    if (known && known.expires > Date.now() + MARGIN_MS) return known.client
    const expires = Date.now() + TOKEN_MS
    const client = new Meilisearch({ host: this.access.url, apiKey: await this.token(index, scope, expires) })
    if (this.clients.size >= MOST_CLIENTS) this.clients.delete(this.clients.keys().next().value!)
    this.clients.delete(name)
    this.clients.set(name, { client, expires })
    return client
  }

  /** Forgets what it knows of the server's keys; after an error they may be others. */
  forget(): void {
    this.signer = null
    this.clients.clear()
  }

  private async token(index: IndexName, scope: Filter, expires: number): Promise<string | undefined> {
    this.signer ??= this.findSigner()
    const signer = await this.signer.catch((error) => {
      this.signer = null
      throw error
    })
    if (signer === null) return this.access.key ?? undefined
    return generateTenantToken({
      apiKey: signer.key,
      apiKeyUid: signer.uid,
      searchRules: { [this.uidOf(index)]: scope === EVERY ? {} : { filter: scope } },
      expiresAt: new Date(expires),
    })
  }

  private async findSigner(): Promise<Pick<Key, 'key' | 'uid'> | null> {
    try {
      if (this.access.searchKey !== null) return await this.admin.getKey(this.access.searchKey)
      const { results } = await this.admin.getKeys({ limit: 1000 })
      const uids = INDEX_NAMES.map(this.uidOf)
      const found = results.find((key) => maySearchOnly(key) && uids.every((uid) => covers(key, uid)))
      if (found) return found
    } catch (error) {
      if (hasNoMasterKey(error)) return null
      throw error
    }
    throw new MeilisearchUnavailable('fault', 'Meilisearch has no key with the right to search; set MEILI_SEARCH_KEY')
  }
}

function maySearchOnly(key: Key): boolean {
  const expired = key.expiresAt !== null && new Date(key.expiresAt).getTime() < Date.now()
  return key.actions.length === 1 && key.actions[0] === 'search' && !expired
}

function covers(key: Key, uid: string): boolean {
  return key.indexes.some((pattern) => (pattern.endsWith('*') ? uid.startsWith(pattern.slice(0, -1)) : pattern === uid))
}
