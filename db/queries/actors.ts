import type { Scope } from '#app/domain/access/viewer.ts'
import type { ActorProfile, ClusterId } from '#app/domain/values/actor.ts'
import type { Db, DbClient } from '../client.ts'
import type { ActorRow, NewActor, NewActorIdentity } from '../schema/actor.ts'
import { reachedBy } from './actor-scope.ts'

export interface NewActorEntry {
  readonly actor: NewActor
  readonly identity: NewActorIdentity
}

/** The columns matching reads. */
export type ProfileRow = Pick<
  ActorRow,
  'id' | 'regency_code' | 'village' | 'sectors' | 'cluster' | 'needs' | 'facts' | 'facts_as_of'
>

/** The profile as matching reads it; null lists and missing facts stay unknown. */
export function toProfile(row: ProfileRow): ActorProfile {
  return {
    id: row.id,
    regency: row.regency_code,
    village: row.village,
    sectors: row.sectors === null ? null : JSON.parse(row.sectors),
    cluster: row.cluster,
    needs: row.needs === null ? null : JSON.parse(row.needs),
    facts: JSON.parse(row.facts),
    factsAsOf: row.facts_as_of,
  }
}

export async function getActor(db: Db, id: string): Promise<ActorRow | undefined> {
  return db.selectFrom('actor').selectAll().where('id', '=', id).executeTakeFirst()
}

/** An actor whom a scope reaches; one outside is as one who does not exist. */
export async function getReachedActor(db: Db, scope: Scope, id: string): Promise<ActorRow | undefined> {
  return db.selectFrom('actor').selectAll().where('id', '=', id).where(reachedBy(scope)).executeTakeFirst()
}

/** Those of a kabupaten or kota whom a scope reaches and automatic matching may take, by id: not who objects to profiling. */
export async function findReachedActorsOfRegency(db: Db, scope: Scope, code: string): Promise<ActorRow[]> {
  return db
    .selectFrom('actor')
    .selectAll()
    .where('regency_code', '=', code)
    .where('no_profiling', '=', 0)
    .where(reachedBy(scope))
    .orderBy('id')
    .execute()
}

/** The actors of a kabupaten or kota, by id. `after` is the last id of the page before. */
export async function findActorsOfRegency(
  db: Db,
  code: string,
  page: { cluster?: ClusterId; after?: string; limit?: number } = {},
): Promise<ActorRow[]> {
  let query = db.selectFrom('actor').selectAll().where('regency_code', '=', code).orderBy('id')
  if (page.cluster) query = query.where('cluster', '=', page.cluster)
  if (page.after) query = query.where('id', '>', page.after)
  if (page.limit) query = query.limit(page.limit)
  return query.execute()
}

export async function countActorsOfRegency(db: Db, code: string): Promise<number> {
  const row = await db
    .selectFrom('actor')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('regency_code', '=', code)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many actors a scope reaches. */
export async function countActors(db: Db, scope: Scope): Promise<number> {
  const row = await db
    .selectFrom('actor')
    .select((eb) => eb.fn.countAll().as('n'))
    .where(reachedBy(scope))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many invented actors there are among those a scope reaches. */
export async function countDemoActors(db: Db, scope: Scope): Promise<number> {
  const row = await db
    .selectFrom('actor')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('is_demo', '=', 1)
    .where(reachedBy(scope))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Actors a scope reaches by regency code and cluster; actors without a regency are left out, those without a cluster count under null. */
export async function countActorsByPlace(
  db: Db,
  scope: Scope,
): Promise<{ regency: string; cluster: ClusterId | null; actors: number }[]> {
  const rows = await db
    .selectFrom('actor')
    .select((eb) => ['regency_code', 'cluster', eb.fn.countAll().as('n')])
    .where('regency_code', 'is not', null)
    .where(reachedBy(scope))
    .groupBy(['regency_code', 'cluster'])
    .orderBy('regency_code')
    .orderBy('cluster')
    .execute()
  return rows.map((row) => ({ regency: row.regency_code!, cluster: row.cluster, actors: Number(row.n) }))
}

const ACTOR_COLUMNS = [
  'id',
  'is_demo',
  'regency_code',
  'village',
  'cluster',
  'sectors',
  'needs',
  'products',
  'facts',
  'facts_as_of',
  'import_batch_id',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof NewActor)[]

/**
 * Inserts many actors with their identities and change-log rows in one transaction, through prepared statements.
 * An actor whose id exists already is passed over with everything that belongs to her.
 * @returns how many were inserted.
 * @throws the constraint error of SQLite, after which nothing of the batch is stored.
 */
export function insertActors(client: DbClient, entries: Iterable<NewActorEntry>, at: string): number {
  const { sqlite } = client
  const actor = sqlite.prepare(
    `insert into actor (${ACTOR_COLUMNS.join(', ')}) values (${ACTOR_COLUMNS.map(() => '?').join(', ')})
     on conflict (id) do nothing`,
  )
  const identity = sqlite.prepare(
    'insert into actor_identity (actor_id, name, business_name, natural_key) values (?, ?, ?, ?)',
  )
  const log = sqlite.prepare(`insert into change_log (index_name, entity_id, op, at) values ('actors', ?, 'put', ?)`)
  return sqlite.transaction(() => {
    let inserted = 0
    for (const entry of entries) {
      if (actor.run(ACTOR_COLUMNS.map((column) => entry.actor[column] ?? null)).changes === 0) continue
      const her = entry.identity
      identity.run(her.actor_id, her.name, her.business_name ?? null, her.natural_key)
      log.run(entry.actor.id, at)
      inserted += 1
    }
    return inserted
  })()
}

/** Actors who came into the records after an instant, with when. */
export async function findActorsSince(
  db: Db,
  instant: string,
): Promise<{ readonly id: string; readonly at: string }[]> {
  return db.selectFrom('actor').select(['id', 'created_at as at']).where('created_at', '>', instant).execute()
}

/** Profiles as matching reads them, by id; those that are not there are left out. */
export async function findProfiles(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ActorProfile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('actor')
    .select(['id', 'regency_code', 'village', 'sectors', 'cluster', 'needs', 'facts', 'facts_as_of'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, toProfile(row)]))
}
