import type { Db } from '../client.ts'
import { logChanges } from './change-log.ts'

/** What can be corrected of who she is and what she makes. */
export const CORRECTABLE = ['name', 'business_name', 'village', 'products'] as const
export type Correctable = (typeof CORRECTABLE)[number]

export type CorrectableValues = { readonly [F in Correctable]: string | null }

/** Her name, business, village and products as they stand; undefined when she is unknown. */
export async function getCorrectable(db: Db, actorId: string): Promise<CorrectableValues | undefined> {
  return db
    .selectFrom('actor')
    .innerJoin('actor_identity', 'actor_identity.actor_id', 'actor.id')
    .select(['actor_identity.name', 'actor_identity.business_name', 'actor.village', 'actor.products'])
    .where('actor.id', '=', actorId)
    .executeTakeFirst()
}

/** Stores a correction; call it in the transaction that also writes the history and the audit. */
export async function putCorrection(
  trx: Db,
  actorId: string,
  values: CorrectableValues & { readonly natural_key: string | null },
  now: string,
): Promise<void> {
  await trx
    .updateTable('actor')
    .set({ village: values.village, products: values.products, updated_at: now })
    .where('id', '=', actorId)
    .execute()
  await trx
    .updateTable('actor_identity')
    .set({
      name: values.name ?? '',
      business_name: values.business_name,
      ...(values.natural_key === null ? {} : { natural_key: values.natural_key }),
    })
    .where('actor_id', '=', actorId)
    .execute()
  await logChanges(trx, 'actors', [actorId], now)
}

/** Sets or lifts her objection to profiling. @returns false when it stood so already. */
export async function putObjection(trx: Db, actorId: string, objects: boolean, now: string): Promise<boolean> {
  const result = await trx
    .updateTable('actor')
    .set({ no_profiling: objects ? 1 : 0, updated_at: now })
    .where('id', '=', actorId)
    .where('no_profiling', '=', objects ? 0 : 1)
    .executeTakeFirst()
  if (Number(result.numUpdatedRows) === 0) return false
  await logChanges(trx, 'actors', [actorId], now)
  return true
}
