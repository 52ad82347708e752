import { createHmac, randomBytes } from 'node:crypto'
import type { Mentions } from '#app/domain/privacy/mentions.ts'
import type { Db } from '../client.ts'
import type { ActorRow } from '../schema/actor.ts'
import { getSetting, putSetting } from './settings.ts'

/** What stays of an erasure: hashes that recognise her, and nothing that names her. */
export interface Tombstone {
  readonly idHash: string
  readonly naturalKeyHash: string | null
  readonly erasedAt: string
}

const SALT = 'erasure.salt'

/** The salt of all tombstones; made once. `known` is one that another copy of the tombstones was made with. */
export async function erasureSalt(trx: Db, known?: string): Promise<string> {
  const stored = await getSetting<string>(trx, SALT)
  if (stored) return stored
  const salt = known ?? randomBytes(32).toString('hex')
  await putSetting(trx, SALT, salt)
  return salt
}

export function tombstoneHash(salt: string, kind: 'id' | 'key', text: string): string {
  return createHmac('sha256', salt).update(`${kind}:${text}`).digest('hex')
}

/** Stores tombstones; those that stand already stay. @returns how many were new. */
export async function insertTombstones(trx: Db, tombstones: readonly Tombstone[]): Promise<number> {
  let added = 0
  for (const stone of tombstones) {
    const result = await trx
      .insertInto('erased_actor')
      .values({ id_hash: stone.idHash, natural_key_hash: stone.naturalKeyHash, erased_at: stone.erasedAt })
      .onConflict((conflict) => conflict.column('id_hash').doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

export async function findTombstones(db: Db): Promise<Tombstone[]> {
  const rows = await db.selectFrom('erased_actor').selectAll().orderBy('erased_at').orderBy('id_hash').execute()
  return rows.map((row) => ({ idHash: row.id_hash, naturalKeyHash: row.natural_key_hash, erasedAt: row.erased_at }))
}

/** A test for natural keys of people who had themselves erased. */
export async function erasedKeys(db: Db): Promise<(naturalKey: string) => boolean> {
  const keys = new Set((await findTombstones(db)).flatMap((stone) => stone.naturalKeyHash ?? []))
  if (keys.size === 0) return () => false
  const salt = (await getSetting<string>(db, SALT)) ?? ''
  return (naturalKey) => keys.has(tombstoneHash(salt, 'key', naturalKey))
}

const BATCH = 5000

/** Ids of stored actors that a tombstone recognises, as after a backup was restored. */
export async function resurrected(db: Db): Promise<string[]> {
  const stones = await findTombstones(db)
  if (stones.length === 0) return []
  const salt = (await getSetting<string>(db, SALT)) ?? ''
  const ids = new Set(stones.map((stone) => stone.idHash))
  const keys = new Set(stones.flatMap((stone) => stone.naturalKeyHash ?? []))
  const found: string[] = []
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('actor_identity')
      .select(['actor_id', 'natural_key'])
      .where('actor_id', '>', after)
      .orderBy('actor_id')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      const isKnown =
        ids.has(tombstoneHash(salt, 'id', row.actor_id)) || keys.has(tombstoneHash(salt, 'key', row.natural_key))
      if (isKnown) found.push(row.actor_id)
    }
    if (rows.length < BATCH) return found
    after = rows.at(-1)!.actor_id
  }
}

/** Counts one erased actor in her place, cluster and month of entry, so that counts over the past stay true. */
export async function countErased(
  trx: Db,
  actor: Pick<ActorRow, 'regency_code' | 'cluster' | 'created_at'>,
): Promise<void> {
  const key = {
    regency_code: actor.regency_code ?? 'unknown',
    cluster: actor.cluster ?? 'unknown',
    month: actor.created_at.slice(0, 7),
  }
  await trx
    .insertInto('erased_count')
    .values({ ...key, actors: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['regency_code', 'cluster', 'month'])
        .doUpdateSet((eb) => ({ actors: eb('erased_count.actors', '+', 1) })),
    )
    .execute()
}

/** How many actors were erased: in a kabupaten or kota, or in all the country. */
export async function countErasures(db: Db, regency: string | null): Promise<number> {
  const row = await db
    .selectFrom('erased_count')
    .select((eb) => eb.fn.sum('actors').as('n'))
    .$if(regency !== null, (query) => query.where('regency_code', '=', regency))
    .executeTakeFirstOrThrow()
  return Number(row.n ?? 0)
}

/** How many actors were ever recorded in a kabupaten or kota: those there are and those erased. */
export async function countEverRecorded(db: Db, regency: string): Promise<number> {
  const here = await db
    .selectFrom('actor')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('regency_code', '=', regency)
    .executeTakeFirstOrThrow()
  return Number(here.n) + (await countErasures(db, regency))
}

/** Rejected rows of loads that speak of her; they hold the cells as typed. @returns how many were removed. */
export async function deleteRejectsNaming(trx: Db, mentions: Mentions): Promise<number> {
  let removed = 0
  for (let after: { batch: string; row: number } = { batch: '', row: -1 }; ; ) {
    const rows = await trx
      .selectFrom('import_reject')
      .select(['batch_id', 'row_number', 'cells'])
      .where((eb) =>
        eb.or([
          eb('batch_id', '>', after.batch),
          eb.and([eb('batch_id', '=', after.batch), eb('row_number', '>', after.row)]),
        ]),
      )
      .orderBy('batch_id')
      .orderBy('row_number')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      if (!mentions.inCells(JSON.parse(row.cells))) continue
      await trx
        .deleteFrom('import_reject')
        .where('batch_id', '=', row.batch_id)
        .where('row_number', '=', row.row_number)
        .execute()
      removed += 1
    }
    if (rows.length < BATCH) return removed
    after = { batch: rows.at(-1)!.batch_id, row: rows.at(-1)!.row_number }
  }
}
