import type { EngineStatus, IndexName, LogBatch, SearchDocument, SearchPage, SearchQuery } from '../engine.ts'
import type { SyncResult } from '../sync.ts'

export interface WorkerSettings {
  readonly searchFile: string
  /** The main database, read by the worker itself when it syncs or rebuilds; null for an engine that is only written to. */
  readonly databaseFile: string | null
}

/** The calls a worker answers, with their results. */
export interface WorkerCalls {
  search(index: IndexName, query: SearchQuery): SearchPage
  put(index: IndexName, documents: readonly SearchDocument[], cursor: number | undefined): void
  apply(index: IndexName, batch: LogBatch): void
  remove(index: IndexName, ids: readonly string[], cursor: number | undefined): void
  replaceStart(index: IndexName, cursor: number): void
  replaceBatch(documents: readonly SearchDocument[]): void
  /** `complete` false gives up and leaves the old index as it was. */
  replaceEnd(complete: boolean): void
  status(): EngineStatus
  sync(): SyncResult
  rebuild(index: IndexName): number
}

export type CallName = keyof WorkerCalls

export interface WorkerRequest {
  readonly id: number
  readonly call: CallName
  readonly args: readonly unknown[]
}

export type WorkerReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } }
