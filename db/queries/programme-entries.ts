import type { Scope } from '#app/domain/access/viewer.ts'
import type { EntryProblem, EntryState } from '#app/domain/programmes/entries.ts'
import type { CountedEntry } from '#app/domain/programmes/programme-rates.ts'
import type { Db } from '../client.ts'
import type { ProgrammeEntryRow } from '../schema/programme.ts'
import { reachedBy } from './actor-scope.ts'

/** Rows of one statement: many, and far fewer values than a statement may carry. */
const ROWS_AT_ONCE = 500

/** Stores the entries of a programme that is being published; call it in that transaction. */
export async function insertProgrammeEntries(trx: Db, rows: readonly ProgrammeEntryRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await trx
      .insertInto('programme_entry')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
}

/** The entries of a batch that are not sent, in the order of the plan. */
export async function findBatchEntries(db: Db, programmeId: string, batch: number): Promise<ProgrammeEntryRow[]> {
  return db
    .selectFrom('programme_entry')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('batch', '=', batch)
    .where('state', '<>', 'sent')
    .orderBy('id')
    .execute()
}

/** Marks an entry by what became of it at a try. */
export async function settleEntry(
  trx: Db,
  id: string,
  change: {
    readonly state: EntryState
    readonly problem: EntryProblem | null
    readonly proposalId?: string
    readonly position?: number
    readonly now: string
  },
): Promise<void> {
  await trx
    .updateTable('programme_entry')
    .set({
      state: change.state,
      problem: change.problem,
      updated_at: change.now,
      ...(change.proposalId === undefined
        ? {}
        : { proposal_id: change.proposalId, proposal_position: change.position! }),
    })
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    .execute()
}

/** Puts entries into another batch, to be tried again. */
export async function moveToBatch(trx: Db, ids: readonly string[], batch: number, now: string): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('programme_entry')
    .set({ batch, state: 'planned', problem: null, updated_at: now })
    .where('id', 'in', ids)
    .where('state', '<>', 'sent')
    .execute()
}

/** The highest number of a batch of a programme; 0 before there is one. */
export async function lastBatch(db: Db, programmeId: string): Promise<number> {
  const row = await db
    .selectFrom('programme_entry')
    .select((eb) => eb.fn.max('batch').as('last'))
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Entries of a programme that were tried and not sent; those of one kabupaten or kota when it is named. */
export async function findUnsentEntries(
  db: Db,
  programmeId: string,
  regency: string | null,
): Promise<ProgrammeEntryRow[]> {
  let query = db
    .selectFrom('programme_entry')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('state', 'in', ['waiting_consent', 'blocked'])
  if (regency !== null) query = query.where('regency_code', '=', regency)
  return query.orderBy('id').execute()
}

/** An entry as the rates count it. */
export interface EntryWithCourse extends CountedEntry {
  readonly programmeId: string
  readonly regency: string
  readonly offerId: string
  readonly isDemo: boolean
  readonly problem: EntryProblem | null
}

/** The entries of programmes, each with the course of the proposal it became. */
export async function findEntriesWithCourse(db: Db, programmeIds: readonly string[]): Promise<EntryWithCourse[]> {
  if (programmeIds.length === 0) return []
  const rows = await db
    .selectFrom('programme_entry as entry')
    .leftJoin('proposal', 'proposal.id', 'entry.proposal_id')
    .leftJoin('proposal_actor as her', (join) =>
      join.onRef('her.proposal_id', '=', 'entry.proposal_id').onRef('her.position', '=', 'entry.proposal_position'),
    )
    .select([
      'entry.programme_id',
      'entry.regency_code',
      'entry.offer_id',
      'entry.is_demo',
      'entry.person',
      'entry.state',
      'entry.problem',
      'proposal.state as proposal_state',
      'proposal.moved_on',
      'her.outcome',
    ])
    .where('entry.programme_id', 'in', programmeIds)
    .execute()
  return rows.map((row) => ({
    programmeId: row.programme_id,
    regency: row.regency_code,
    offerId: row.offer_id,
    isDemo: row.is_demo === 1,
    person: row.person,
    state: row.state,
    problem: row.problem,
    proposal:
      row.proposal_state === null || row.moved_on === null
        ? null
        : { state: row.proposal_state, movedOn: row.moved_on, outcome: row.outcome },
  }))
}

/** Actors of a scope who are not sent in a programme, with why; for the office that can mend it. */
export async function findUnsentActors(
  db: Db,
  scope: Scope,
  programmeId: string,
): Promise<
  {
    readonly actorId: string
    readonly offerId: string
    readonly partnerId: string
    readonly state: EntryState
    readonly problem: EntryProblem | null
  }[]
> {
  const rows = await db
    .selectFrom('programme_entry as entry')
    .innerJoin('actor', 'actor.id', 'entry.actor_id')
    .innerJoin('offer', 'offer.id', 'entry.offer_id')
    .select(['actor.id', 'entry.offer_id', 'offer.partner_id', 'entry.state', 'entry.problem'])
    .where('entry.programme_id', '=', programmeId)
    .where('entry.state', 'in', ['waiting_consent', 'blocked'])
    .where(reachedBy(scope))
    .orderBy('entry.state', 'desc')
    .orderBy('actor.id')
    .execute()
  return rows.map((row) => ({
    actorId: row.id,
    offerId: row.offer_id,
    partnerId: row.partner_id,
    state: row.state,
    problem: row.problem,
  }))
}

/** How many entries of programmes under way wait for a consent, by programme, in a kabupaten or kota. */
export async function countWaitingConsent(db: Db, regency: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('programme_entry')
    .innerJoin('programme', 'programme.id', 'programme_entry.programme_id')
    .select((eb) => ['programme.id', eb.fn.countAll().as('n')])
    .where('programme_entry.regency_code', '=', regency)
    .where('programme_entry.state', '=', 'waiting_consent')
    .where('programme.state', 'in', ['published', 'running'])
    .groupBy('programme.id')
    .execute()
  return new Map(rows.map((row) => [row.id, Number(row.n)]))
}

/** Entries of a kabupaten or kota in a programme, counted by state. */
export async function countEntriesByState(
  db: Db,
  programmeId: string,
  regency: string,
): Promise<ReadonlyMap<EntryState, number>> {
  const rows = await db
    .selectFrom('programme_entry')
    .select((eb) => ['state', eb.fn.countAll().as('n')])
    .where('programme_id', '=', programmeId)
    .where('regency_code', '=', regency)
    .groupBy('state')
    .execute()
  return new Map(rows.map((row) => [row.state, Number(row.n)]))
}
