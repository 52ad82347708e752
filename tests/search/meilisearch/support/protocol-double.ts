import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly token: string | null
  readonly body: unknown
}

type Answer = { readonly status?: number; readonly body: unknown } | 'hang'
type Handler = (seen: Seen) => Answer | undefined

export const SEARCH_KEY = { key: 'a-search-key-for-tests', uid: '3d1f8c1e-7d4b-4a86-9c55-0f3c7a6f5b21' }

/**
 * A double of Meilisearch's protocol: it records requests and gives the answers of the API reference for indexes, settings,
 * tasks, keys and documents. It searches nothing; it is here for requests, errors and time, and shows nothing of the engine.
 */
export class ProtocolDouble {
  readonly seen: Seen[] = []
  readonly indexes = new Map<string, { settings: Record<string, unknown>; documents: Map<string, unknown> }>()
  /** Answers before anything else does; for failures and canned searches. */
  handler: Handler = () => undefined
  /** What a task of this type ends as; success unless given. */
  readonly failing = new Set<string>()
  /** How often a task is still under way when it is asked for. */
  pollsBeforeDone = 1
  /** Milliseconds before every answer. */
  pause = 0
  private readonly tasks: { type: string; indexUid: string | null; polls: number; run: () => void }[] = []
  private server: Server | null = null
  private port = 0

  async start(): Promise<void> {
    this.server = createServer(async (request, response) => {
      const seen = await read(request)
      this.seen.push(seen)
      const answer = this.handler(seen) ?? this.answer(seen)
      if (answer === 'hang') return
      if (this.pause > 0) await new Promise((resolve) => setTimeout(resolve, this.pause))
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body))
    })
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve))
    this.port = (this.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
    this.server = null
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  requests(method: string, path: RegExp): readonly Seen[] {
    return this.seen.filter((one) => one.method === method && path.test(one.path))
  }

  private answer({ method, path, body }: Seen): Answer {
    const [, kind, uid, part, action] = path.split('?')[0]!.split('/')
    if (kind === 'tasks') return { body: this.task(Number(uid)) }
    if (kind === 'keys') return { body: { results: [searchKey()], offset: 0, limit: 1000, total: 1 } }
    if (kind === 'multi-search') return { body: { results: emptyResults(body) } }
    if (kind === 'swap-indexes') return this.enqueue('indexSwap', null, () => this.swap(body))
    if (kind !== 'indexes') return { status: 404, body: { code: 'not_found' } }
    if (uid === undefined) return this.indexesRoute(method, body)
    const index = this.indexes.get(uid)
    if (method === 'POST' && part === 'documents' && action === undefined) {
      return this.enqueue('documentAdditionOrUpdate', uid, () => this.add(uid, body as Record<string, string>[]))
    }
    if (!index)
      return { status: 404, body: { code: 'index_not_found', message: 'x', type: 'invalid_request', link: '' } }
    if (part === 'settings' && method === 'GET') return { body: index.settings }
    if (part === 'settings') {
      return this.enqueue('settingsUpdate', uid, () => Object.assign(index.settings, body as object))
    }
    if (part === 'stats') return { body: { numberOfDocuments: index.documents.size } }
    if (part === 'documents' && method === 'GET') return this.oneDocument(uid, path)
    if (part === 'documents') {
      return this.enqueue('documentDeletion', uid, () => {
        for (const key of body as string[]) index.documents.delete(key)
      })
    }
    if (method === 'DELETE') return this.enqueue('indexDeletion', uid, () => this.indexes.delete(uid))
    return { body: { uid, primaryKey: 'key', createdAt: '2026-11-24T00:00:00Z', updatedAt: '2026-11-24T00:00:00Z' } }
  }

  private indexesRoute(method: string, body: unknown): Answer {
    if (method === 'POST') {
      const { uid } = body as { uid: string }
      return this.enqueue('indexCreation', uid, () => this.make(uid))
    }
    const results = [...this.indexes.keys()].map((uid) => ({ uid, createdAt: new Date().toISOString() }))
    return { body: { results, offset: 0, limit: 1000, total: results.length } }
  }

  private oneDocument(uid: string, path: string): Answer {
    const document = this.indexes.get(uid)?.documents.get(path.split('/').at(-1)!)
    return document ? { body: document } : { status: 404, body: { code: 'document_not_found' } }
  }

  private make(uid: string) {
    const made = this.indexes.get(uid) ?? { settings: {}, documents: new Map<string, unknown>() }
    this.indexes.set(uid, made)
    return made
  }

  private add(uid: string, documents: readonly Record<string, string>[]): void {
    for (const document of documents) this.make(uid).documents.set(document.key ?? document.index!, document)
  }

  private swap(body: unknown): void {
    for (const { indexes } of body as { indexes: [string, string] }[]) {
      const [a, b] = indexes.map((uid) => this.indexes.get(uid)!)
      this.indexes.set(indexes[0], b!)
      this.indexes.set(indexes[1], a!)
    }
  }

  private enqueue(type: string, indexUid: string | null, run: () => void): Answer {
    this.tasks.push({ type, indexUid, polls: 0, run })
    const taskUid = this.tasks.length - 1
    return { status: 202, body: { taskUid, indexUid, status: 'enqueued', type, enqueuedAt: '2026-11-24T00:00:00Z' } }
  }

  /** A task is done when it has been asked for often enough; its effect comes then, not when it was enqueued. */
  private task(uid: number) {
    const task = this.tasks[uid]!
    task.polls++
    const done = task.polls > this.pollsBeforeDone
    const failed = done && this.failing.has(task.type)
    if (task.polls === this.pollsBeforeDone + 1 && !failed) task.run()
    const status = failed ? 'failed' : done ? 'succeeded' : 'processing'
    return {
      uid,
      type: task.type,
      status,
      indexUid: task.indexUid,
      error: failed ? { code: 'invalid_document_id' } : null,
    }
  }
}

function searchKey() {
  return { ...SEARCH_KEY, name: 'Default Search API Key', actions: ['search'], indexes: ['*'], expiresAt: null }
}

function emptyResults(body: unknown) {
  return (body as { queries: { indexUid: string }[] }).queries.map(({ indexUid }) => ({
    indexUid,
    hits: [],
    totalHits: 0,
    estimatedTotalHits: 0,
    facetDistribution: {},
  }))
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    method: request.method!,
    path: request.url!,
    token: request.headers.authorization?.replace('Bearer ', '') ?? null,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  }
}
