import type { ConsentField } from '#app/domain/consent/receipt.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db } from '../client.ts'
import type { ActorRow } from '../schema/actor.ts'
import { actorsWithConsent } from './consents.ts'

/** What a card may be made of; no name, no village, no words of hers. */
const CARD_COLUMNS = ['id', 'regency_code', 'cluster', 'sectors', 'needs', 'facts', 'facts_as_of'] as const
export type CardRow = Pick<ActorRow, (typeof CARD_COLUMNS)[number]>

/** An actor whom a partner may see among others, with the fields she allows. */
export interface BrowsableActor {
  readonly row: CardRow
  readonly fields: ReadonlySet<ConsentField>
}

/** The actors with a receipt for browsing that counts for a partner on a day, by id; nobody without one is read at all. */
export async function findBrowsableActors(db: Db, partnerId: string, on: Day): Promise<readonly BrowsableActor[]> {
  const rows = await db
    .selectFrom('actor')
    .select(CARD_COLUMNS)
    .where('actor.id', 'in', actorsWithConsent(db, partnerId, 'browse', on))
    .where('actor.no_profiling', '=', 0)
    .orderBy('actor.id')
    .execute()
  const fields = new Map<string, Set<ConsentField>>(rows.map((row) => [row.id, new Set()]))
  const receipts = await db
    .selectFrom('consent_receipt as r')
    .leftJoin('consent_withdrawal as w', 'w.receipt_id', 'r.id')
    .select(['r.actor_id', 'r.fields', 'w.withdrawn_on'])
    .where('r.partner_id', '=', partnerId)
    .where('r.purpose', '=', 'browse')
    .where('r.given_on', '<=', on)
    .where('r.expires_on', '>=', on)
    .execute()
  for (const receipt of receipts) {
    if (receipt.withdrawn_on !== null && receipt.withdrawn_on <= on) continue
    for (const field of JSON.parse(receipt.fields) as ConsentField[]) fields.get(receipt.actor_id)?.add(field)
  }
  return rows.map((row) => ({ row, fields: fields.get(row.id)! }))
}
