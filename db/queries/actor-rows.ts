import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '../client.ts'
import type { ActorRow } from '../schema/actor.ts'
import { reachedBy } from './actor-scope.ts'

const LISTED = [
  'id',
  'is_demo',
  'regency_code',
  'cluster',
  'sectors',
  'needs',
  'products',
  'facts',
  'facts_as_of',
] as const satisfies readonly (keyof ActorRow)[]

/** What a pseudonymous list reads of an actor: no village, no name. */
export type ListedActor = Pick<ActorRow, (typeof LISTED)[number]>

/** Those of the ids that still exist and that a scope reaches, in the order of the ids; at most a few hundred at a time. */
export async function findListedActors(db: Db, scope: Scope, ids: readonly string[]): Promise<ListedActor[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('actor').select(LISTED).where('id', 'in', ids).where(reachedBy(scope)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
