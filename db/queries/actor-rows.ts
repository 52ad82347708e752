import type { Db } from '../client.ts'
import type { ActorRow } from '../schema/actor.ts'

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

/** The actors of those ids that still exist, in the order of the ids; at most a few hundred at a time. */
export async function findListedActors(db: Db, ids: readonly string[]): Promise<ListedActor[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('actor').select(LISTED).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
