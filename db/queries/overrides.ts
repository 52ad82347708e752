import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '../client.ts'
import type { OverrideEntryRow } from '../schema/proposal.ts'

export async function insertOverride(trx: Db, row: OverrideEntryRow): Promise<void> {
  await trx.insertInto('override_entry').values(row).execute()
}

/** Offers that are hidden for an actor, with the entry that hides each. */
export async function findHiddenOffers(db: Db, actorId: string): Promise<ReadonlyMap<string, OverrideEntryRow>> {
  const rows = await db
    .selectFrom('override_entry')
    .selectAll()
    .where('actor_id', '=', actorId)
    .where('kind', '=', 'hide')
    .where('lifted_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.offer_id, row]))
}

/** A match somebody hides, and who. */
export interface HiddenPair {
  readonly actorId: string
  readonly offerId: string
  readonly accountId: string | null
}

/** The hidden matches of a district, of an offer everywhere, or all of them; those of who is no longer on record are gone. */
export async function findHiddenPairs(
  db: Db,
  where: { readonly regency: string } | { readonly offerId: string } | 'everywhere',
): Promise<readonly HiddenPair[]> {
  let query = db
    .selectFrom('override_entry')
    .innerJoin('actor', 'actor.id', 'override_entry.actor_id')
    .select(['override_entry.actor_id', 'override_entry.offer_id', 'override_entry.account_id'])
    .where('override_entry.kind', '=', 'hide')
    .where('override_entry.lifted_at', 'is', null)
    .where('actor.no_profiling', '=', 0)
    .orderBy('override_entry.id')
  if (where !== 'everywhere')
    query =
      'regency' in where
        ? query.where('actor.regency_code', '=', where.regency)
        : query.where('override_entry.offer_id', '=', where.offerId)
  return (await query.execute()).map((row) => ({
    actorId: row.actor_id!,
    offerId: row.offer_id,
    accountId: row.account_id,
  }))
}

/** Those of these actors for whom an offer is hidden. */
export async function findHiddenActors(
  db: Db,
  offerId: string,
  actorIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actorIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('override_entry')
    .select('actor_id')
    .where('offer_id', '=', offerId)
    .where('kind', '=', 'hide')
    .where('lifted_at', 'is', null)
    .where('actor_id', 'in', actorIds)
    .execute()
  return new Set(rows.map((row) => row.actor_id!))
}

/**
 * Shows a hidden match again.
 * @returns false when it was not hidden, or no longer.
 */
export async function liftOverride(
  trx: Db,
  id: string,
  by: { readonly accountId: string | null; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('override_entry')
    .set({ lifted_by: by.accountId, lifted_at: by.at })
    .where('id', '=', id)
    .where('kind', '=', 'hide')
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function getOverride(db: Db, id: string): Promise<OverrideEntryRow | undefined> {
  return db.selectFrom('override_entry').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Entries within the scope of an office; nobody else reads the ledger. */
function reached(db: Db, scope: Scope) {
  const query = db.selectFrom('override_entry')
  if (scope.reach === 'all') return query
  if (scope.reach === 'province') return query.where('regency_code', 'like', `${scope.province}.%`)
  return query.where('regency_code', '=', scope.reach === 'regency' ? scope.regency : '')
}

/** The latest entries of the ledger within a scope, the latest first. */
export async function findOverrides(db: Db, scope: Scope, limit = 500): Promise<OverrideEntryRow[]> {
  return reached(db, scope).selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).execute()
}

/** Every proposal within a scope that was made against the ranking, however many there are. */
export async function findOverriddenProposals(db: Db, scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await reached(db, scope).select('proposal_id').distinct().where('proposal_id', 'is not', null).execute()
  return new Set(rows.flatMap((row) => row.proposal_id ?? []))
}
