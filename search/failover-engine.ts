import { BatchStream } from './embedded/batch-stream.ts'
import type {
  EngineStatus,
  IndexName,
  LogBatch,
  SearchDocument,
  SearchEngine,
  SearchPage,
  SearchQuery,
  StandInReason,
} from './engine.ts'
import { SearchUnavailable } from './engine.ts'

/** After a failure the first engine is left alone for this long, so that nobody waits for it again. */
const BREAKER_MS = 30_000
/** Where somebody writes all the time the first engine has to serve at last; it follows from then on. */
const MOST_ROUNDS = 20

export interface FailoverSettings {
  /** The engine that should answer. */
  readonly first: SearchEngine
  /** The engine that stands in; it is always fed as well. */
  readonly second: SearchEngine
  /** Brings the first engine up to the change log and makes it ready. It serves only after this has succeeded. */
  readonly catchUp: () => Promise<unknown>
  /** Hands the first engine, while it serves, what was written since. */
  readonly keepUp: () => Promise<unknown>
  /** Told whenever the first engine stops or starts serving. */
  readonly onChange?: (state: { readonly serving: boolean; readonly reason: StandInReason | null }) => void
  readonly breakerMs?: number
}

/** Answers from the first engine, and from the second while the first does not answer or is behind. */
export class FailoverEngine implements SearchEngine {
  private serving = false
  private reason: StandInReason = 'catching-up'
  private closedUntil = 0
  private catchingUp: Promise<void> | null = null
  /** Something was written since the catching-up under way began. */
  private written = false
  private following: Promise<void> = Promise.resolve()
  private nextFollow: Promise<void> | null = null

  constructor(private readonly settings: FailoverSettings) {}

  async search(index: IndexName, query: SearchQuery): Promise<SearchPage> {
    if (this.serving) {
      try {
        return await this.settings.first.search(index, query)
      } catch (error) {
        // why: one query that it cannot take must not turn it off for everybody
        if (error instanceof SearchUnavailable && error.ofQuery) return this.standIn(index, query, reasonOf(error))
        this.fail(error)
      }
    }
    this.recover()
    return this.standIn(index, query, this.reason)
  }

  private async standIn(index: IndexName, query: SearchQuery, reason: StandInReason): Promise<SearchPage> {
    return { ...(await this.settings.second.search(index, query)), standIn: true, standInReason: reason }
  }

  /** Feeds both. What the first one cannot take now it gets when it catches up, from its own cursor. */
  async put(index: IndexName, documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    await this.settings.second.put(index, documents, cursor)
    await this.feedFirst(() => this.settings.first.put(index, documents, cursor))
  }

  async apply(index: IndexName, batch: LogBatch): Promise<void> {
    await this.settings.second.apply(index, batch)
    await this.feedFirst(() => this.settings.first.apply(index, batch))
  }

  async remove(index: IndexName, ids: readonly string[], cursor?: number): Promise<void> {
    await this.settings.second.remove(index, ids, cursor)
    await this.feedFirst(() => this.settings.first.remove(index, ids, cursor))
  }

  async replaceAll(
    index: IndexName,
    documents: AsyncIterable<readonly SearchDocument[]>,
    cursor: number,
  ): Promise<void> {
    const [toFirst, toSecond] = [
      new BatchStream<readonly SearchDocument[]>(),
      new BatchStream<readonly SearchDocument[]>(),
    ]
    const first = this.feedFirst(() => this.settings.first.replaceAll(index, toFirst, cursor))
    const second = this.settings.second.replaceAll(index, toSecond, cursor)
    const ended = Promise.all([first, second])
    ended.catch(() => {})
    try {
      for await (const batch of documents) {
        await Promise.race([Promise.all([Promise.race([toFirst.push(batch), first]), toSecond.push(batch)]), ended])
      }
      toFirst.end()
      toSecond.end()
    } catch (error) {
      toFirst.end(error as Error)
      toSecond.end(error as Error)
      await Promise.allSettled([first, second])
      throw error
    }
    await ended
  }

  /** Of the engine that answers now. */
  status(): Promise<EngineStatus> {
    return this.serving ? this.settings.first.status() : this.settings.second.status()
  }

  /**
   * Hands the first engine what was written while it serves; otherwise only sees to it that its return is tried, and that a
   * return under way takes up what was written too. Calls that come while one runs share the next run. Never fails for want
   * of the first engine.
   */
  follow(): Promise<void> {
    if (!this.serving) {
      this.written = true
      this.recover()
      return Promise.resolve()
    }
    this.nextFollow ??= this.following.then(() => {
      this.nextFollow = null
      // why: what could not be handed over, for whatever reason, is taken up when it is caught up again
      this.following = this.feedFirst(this.settings.keepUp).catch((error: unknown) => this.close(reasonOf(error)))
      return this.following
    })
    return this.nextFollow
  }

  /** Waits for a return that is being tried, and for what is being handed over. */
  async settled(): Promise<void> {
    await this.catchingUp
    await this.nextFollow
    await this.following
  }

  private async feedFirst(work: () => Promise<unknown>): Promise<void> {
    if (!this.serving) return
    try {
      await work()
    } catch (error) {
      this.fail(error)
    }
  }

  /** @throws the error when it is not that the engine does not answer. */
  private fail(error: unknown): void {
    if (!(error instanceof SearchUnavailable)) throw error
    this.close(reasonOf(error))
  }

  private close(reason: StandInReason): void {
    const served = this.serving
    this.serving = false
    this.reason = reason
    this.closedUntil = Date.now() + (this.settings.breakerMs ?? BREAKER_MS)
    if (served) this.settings.onChange?.({ serving: false, reason })
  }

  /** Tries the first engine's return aside; nobody's search waits for it. */
  private recover(): void {
    if (this.catchingUp || Date.now() < this.closedUntil) return
    this.catchingUp = this.bringUp()
      .catch((error: unknown) => this.close(reasonOf(error)))
      .finally(() => {
        this.catchingUp = null
      })
  }

  private async bringUp(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.written = false
      await this.settings.catchUp()
      if (!this.written) break
    }
    this.serving = true
    this.settings.onChange?.({ serving: true, reason: null })
    // why: another process may have written since, of which nobody told us
    void this.follow()
  }
}

function reasonOf(error: unknown): StandInReason {
  return error instanceof SearchUnavailable ? (error.reason ?? 'unreachable') : 'fault'
}
