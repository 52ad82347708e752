import { type CallThread, callThread } from '#app/workers/call-thread.ts'
import type { Db, DbClient } from '#db/client.ts'
import { type CandidatesRequest, computeOfferSnapshot, type OfferSnapshot } from './offer-snapshot.server.ts'

/** What the thread for snapshots can be asked. */
export interface SnapshotCalls {
  readonly offer: (request: CandidatesRequest) => OfferSnapshot | null
}

/** So many actors are read in about 40 ms, the longest a page may hold the event loop. */
const MOST_ON_THE_LOOP = 3000

const threads = new WeakMap<object, CallThread<SnapshotCalls>>()

function threadFor(client: DbClient): CallThread<SnapshotCalls> {
  let thread = threads.get(client.db)
  if (!thread) {
    thread = callThread('app/workers/snapshot.worker.ts', { databaseFile: client.sqlite.name })
    threads.set(client.db, thread)
  }
  return thread
}

async function hasMoreActors(db: Db, than: number): Promise<boolean> {
  const row = await db.selectFrom('actor').select('id').orderBy('id').limit(1).offset(than).executeTakeFirst()
  return row !== undefined
}

/** Whom an offer fits as things stand; with many actors worked out in another thread. */
export async function offerSnapshot(client: DbClient, request: CandidatesRequest): Promise<OfferSnapshot | null> {
  // why: a database in memory belongs to one connection, so another thread cannot read it
  const apart = !client.sqlite.memory && (await hasMoreActors(client.db, MOST_ON_THE_LOOP))
  return apart ? threadFor(client).call('offer', request) : computeOfferSnapshot(client, request)
}
