import { Meilisearch, type MultiSearchQuery } from 'meilisearch'
import type {
  EngineStatus,
  IndexName,
  IndexStatus,
  LogBatch,
  SearchDocument,
  SearchEngine,
  SearchPage,
  SearchQuery,
} from '../engine.ts'
import { checkQuery, INDEX_NAMES, INDEXES, type IndexDefinition } from '../indexes.ts'
import { expand } from '../text/expand.ts'
import { marksFor } from '../text/marks.ts'
import { queryWords } from '../text/query-terms.ts'
import { queryWeights } from '../text/query-weights.ts'
import { ownTurns, type Turns } from '../writer-turns.ts'
import { type Found, findHits } from './answer.ts'
import { facetValues, type StoredDocument, TEXTS } from './document.ts'
import { MeilisearchUnavailable, unavailable } from './errors.ts'
import { EVERY, spelledOut } from './filter.ts'
import type { Ask, ReadDeep } from './hit-window.ts'
import { IndexWriter } from './index-writer.ts'
import { Keyring, type ServerAccess } from './keyring.ts'
import { Plan } from './plan.ts'
import { Words } from './words.ts'

/** One search may take this long, all its requests together; then another engine answers. */
export const ANSWER_MS = 800
const WRITE_TIMEOUT_MS = 60_000
/** What the names of the indexes begin with unless MEILI_PREFIX says otherwise. */
export const DEFAULT_PREFIX = 'sinergi'

export interface MeilisearchSettings extends ServerAccess {
  /** What the names of the indexes begin with; two installations on one server take different ones. */
  readonly prefix?: string
  /** Among whom writing takes turns; within this process unless given. */
  readonly turns?: Turns
  /** Breaks off whatever is asked of the server. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds one search may take; ANSWER_MS unless given. */
  readonly answerMs?: number
}

export interface MeilisearchEngine extends SearchEngine {
  /** Indexes, settings, keys and words are there and read; to be awaited before the engine serves. */
  ready(): Promise<void>
  /** Waits until what this process wrote is known to queries in every respect. */
  settle(): Promise<void>
  /** Deletes all indexes of the prefix. */
  dropAll(): Promise<void>
}

/** The engine on a Meilisearch server (1.50). Nothing is asked of the server before the first call. */
export function createMeilisearchEngine(settings: MeilisearchSettings): MeilisearchEngine {
  return new ServerEngine(settings)
}

class ServerEngine implements MeilisearchEngine {
  private readonly writer: IndexWriter
  private readonly keyring: Keyring
  private readonly words: Words
  private readonly reader: Meilisearch
  private readonly answerMs: number

  constructor(settings: MeilisearchSettings) {
    const access = { host: settings.url, apiKey: settings.key ?? undefined }
    // why: handed on to fetch as it stands, though the client's types leave the signal of all requests out
    const broken: RequestInit | null = settings.signal ? { signal: settings.signal } : null
    const admin = new Meilisearch(
      broken ? { ...access, requestInit: broken } : { ...access, timeout: WRITE_TIMEOUT_MS },
    )
    this.answerMs = settings.answerMs ?? ANSWER_MS
    this.reader = new Meilisearch({ ...access, timeout: this.answerMs })
    this.writer = new IndexWriter(admin, settings.prefix ?? DEFAULT_PREFIX, settings.turns ?? ownTurns())
    this.keyring = new Keyring(settings, admin, this.writer.uidOf)
    this.words = new Words((index) => this.keyring.client(index, EVERY), this.writer.uidOf)
  }

  async search(index: IndexName, asked: SearchQuery): Promise<SearchPage> {
    const query = checkQuery(index, asked)
    const signal = AbortSignal.timeout(this.answerMs)
    const answer = async (): Promise<SearchPage> => {
      const definition = INDEXES[index]
      const lexicon = await this.words.lexicon(index)
      const units = expand(queryWords(query.text), lexicon)
      const text = { units, weights: queryWeights(units, lexicon) }
      const marks = marksFor(definition, units)
      const found = await this.find(index, new Plan(definition, this.writer.uidOf(index), query, text), signal)
      return {
        hits: found.hits.map((hit) => ({
          id: hit.id,
          group: definition.groupBy === null ? null : (facetValues(hit, definition.groupBy)[0] ?? null),
          highlights: marks(documentOf(definition, hit)),
        })),
        total: found.total,
        documents: found.documents,
        page: found.page,
        facets: found.facets,
        matched: found.plan.isPartial ? 'some' : 'all',
        answeredBy: 'meilisearch',
        standIn: false,
      }
    }
    return this.guarded(() => before(signal, answer()))
  }

  async put(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    await this.guarded(() => this.writer.put(index, documents, cursor))
    if (documents.length > 0) this.words.markStale(index)
  }

  async apply(index: IndexName, batch: LogBatch): Promise<void> {
    await this.guarded(() => this.writer.apply(index, batch))
    this.words.markStale(index)
  }

  async remove(index: IndexName, ids: readonly string[], cursor?: number): Promise<void> {
    await this.guarded(() => this.writer.remove(index, ids, cursor))
    if (ids.length > 0) this.words.markStale(index)
  }

  async replaceAll(
    index: IndexName,
    documents: AsyncIterable<readonly SearchDocument[]>,
    cursor: number,
  ): Promise<void> {
    await this.guarded(() => this.writer.replaceAll(index, documents, cursor))
    this.words.markStale(index)
  }

  /** @throws SearchUnavailable when the server does not answer, so that nobody takes it for empty. */
  async status(): Promise<EngineStatus> {
    const entries = INDEX_NAMES.map(
      async (name): Promise<[IndexName, IndexStatus]> => [name, await this.guarded(() => this.writer.statusOf(name))],
    )
    const indexes = Object.fromEntries(await Promise.all(entries)) as EngineStatus['indexes']
    return { engine: 'meilisearch', up: true, indexes }
  }

  async claim(database: string): Promise<void> {
    await this.guarded(() => this.writer.claim(database))
  }

  async ready(): Promise<void> {
    await this.guarded(async () => {
      for (const index of INDEX_NAMES) await this.writer.prepare(index)
      await this.words.settle()
    })
  }

  async settle(): Promise<void> {
    await this.guarded(() => this.words.settle())
  }

  async dropAll(): Promise<void> {
    await this.guarded(() => this.writer.dropAll())
  }

  private async find(index: IndexName, plan: Plan, signal: AbortSignal): Promise<Found> {
    const ask = asking(await this.keyring.client(index, plan.scope), signal)
    const askUnscoped: Ask = async (queries) => asking(await this.keyring.client(index, EVERY), signal)(queries)
    return findHits(plan, { ask, askUnscoped, readDeep: this.deepReader(index, plan) })
  }

  /** Reads far into a ring with the key of the server side; the viewer's scope stands in the ring's filter. */
  private deepReader(index: IndexName, plan: Plan): ReadDeep {
    return async (ring, offset, limit) => {
      const { sort, attributesToRetrieve: fields } = plan.window(offset, limit)
      const target = this.reader.index(this.writer.uidOf(index))
      // why: without a filter the client asks by address, where lists are cut at commas
      const page = await target.getDocuments({ filter: spelledOut(ring.filter), sort, offset, limit, fields })
      return page.results as StoredDocument[]
    }
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      this.writer.forget()
      this.keyring.forget()
      throw unavailable(error)
    }
  }
}

/** All the requests of one search share its time, those that take no signal as well. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new MeilisearchUnavailable('slow', 'Meilisearch did not answer in time'))
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject)
  })
}

function asking(client: Meilisearch, signal: AbortSignal): Ask {
  return async (queries: readonly MultiSearchQuery[]) => {
    if (queries.length === 0) return []
    const answer = await client.multiSearch<{ queries: MultiSearchQuery[] }, StoredDocument>(
      { queries: [...queries] },
      { signal },
    )
    return answer.results
  }
}

/** A hit as the documents of the port have it, so that both engines mark alike. */
function documentOf(definition: IndexDefinition, hit: StoredDocument): Pick<SearchDocument, 'text' | 'facets'> {
  const facets = definition.facets.map((facet) => [facet, facetValues(hit, facet)])
  return { text: hit[TEXTS] ?? {}, facets: Object.fromEntries(facets) as SearchDocument['facets'] }
}
