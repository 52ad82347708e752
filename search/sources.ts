import type { Db } from '#db/client.ts'
import { findOffers } from '#db/queries/offers.ts'
import type { ActorTable } from '#db/schema/actor.ts'
import { actorDocument } from './documents/actor-document.ts'
import { offerDocument } from './documents/offer-document.ts'
import type { IndexName, SearchDocument } from './engine.ts'

/** Rows read at a time; also what one statement may bind. */
export const SOURCE_BATCH = 500

/** The documents of those ids that still exist. */
export async function loadDocuments(db: Db, index: IndexName, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return []
  return index === 'offers' ? loadOfferDocuments(db, ids) : loadActorDocuments(db, ids)
}

/** Every document of an index in batches, by id. */
export async function* allDocuments(db: Db, index: IndexName): AsyncGenerator<readonly SearchDocument[]> {
  const table = index === 'offers' ? 'offer' : 'actor'
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(SOURCE_BATCH)
      .execute()
    if (rows.length === 0) return
    yield await loadDocuments(
      db,
      index,
      rows.map((row) => row.id),
    )
    after = rows.at(-1)!.id
  }
}

async function loadOfferDocuments(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const offers = await findOffers(db, { ids })
  const partnerIds = [...new Set(offers.map((offer) => offer.partnerId))]
  if (partnerIds.length === 0) return []
  const rows = await db
    .selectFrom('partner')
    .select(['id', 'name', 'type', 'aliases', 'description_id', 'description_en'])
    .where('id', 'in', partnerIds)
    .execute()
  const partners = new Map(rows.map((row) => [row.id, row]))
  return offers.map((offer) => {
    const partner = partners.get(offer.partnerId)!
    return offerDocument({
      ...offer,
      partner: {
        name: partner.name,
        type: partner.type,
        aliases: JSON.parse(partner.aliases) as string[],
        descriptionId: partner.description_id,
        descriptionEn: partner.description_en,
      },
    })
  })
}

/** The columns an actor's document is made of; nothing else of her row is read. */
const ACTOR_COLUMNS = [
  'id',
  'regency_code',
  'cluster',
  'sectors',
  'needs',
  'products',
  'facts',
  'facts_as_of',
] as const satisfies readonly (keyof ActorTable)[]

async function loadActorDocuments(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db.selectFrom('actor').select(ACTOR_COLUMNS).where('id', 'in', ids).execute()
  return rows.map((row) =>
    actorDocument({
      id: row.id,
      regency: row.regency_code,
      cluster: row.cluster,
      sectors: row.sectors === null ? null : JSON.parse(row.sectors),
      needs: row.needs === null ? null : JSON.parse(row.needs),
      products: row.products,
      facts: JSON.parse(row.facts),
      factsAsOf: row.facts_as_of,
    }),
  )
}
