import { setImmediate } from 'node:timers/promises'
import { matchPair } from '#app/domain/matching/match.ts'
import { type CardGroup, type CardRecord, cardGroups } from '#app/domain/privacy/suppress-counts.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { toProfile } from '#db/queries/actors.ts'
import { type BrowsableActor, findBrowsableActors } from '#db/queries/browse-consents.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { OFFER_SEPARATOR, valuesShown } from './card-attributes.ts'
import { cardCodes } from './partner-codes.server.ts'

/** Everything a partner is ever told about actors: all its pages and counts are made of this and of nothing else. */
export type CardTable = readonly CardGroup[]

interface Kept {
  readonly watermark: number
  readonly today: Day
  readonly tables: Map<string, CardTable>
}

const kept = new WeakMap<object, Kept>()
/** So many are matched at a time before other requests get their turn. */
const PIECE = 200

/**
 * The cards of a partner on a day: of actors with a receipt for browsing that counts for it, and for whom one of its offers
 * is open or waits for an answer. Made anew after any change of an actor, an offer or a consent.
 */
export async function cardTable(client: DbClient, partnerId: string, today: Day): Promise<CardTable> {
  const { db } = client
  const watermark = await getWatermark(db)
  let found = kept.get(db)
  if (found?.watermark !== watermark || found.today !== today) {
    found = { watermark, today, tables: new Map() }
    kept.set(db, found)
  }
  const known = found.tables.get(partnerId)
  if (known) return known
  const world = await matchWorld(db, today)
  const offers = world.offers.filter((offer) => offer.partnerId === partnerId && offer.status !== 'historical')
  const actors = await findBrowsableActors(db, partnerId, today)
  const records: CardRecord[] = []
  for (let start = 0; start < actors.length; start += PIECE) {
    for (const actor of actors.slice(start, start + PIECE)) {
      const record = recordOf(world, offers, actor)
      if (record) records.push(record)
    }
    await setImmediate()
  }
  const table = cardGroups(records)
  found.tables.set(partnerId, table)
  return table
}

/** What a card of hers may show at most: the fields she allows, in the order of CARD_ATTRIBUTES; null when nothing fits. */
function recordOf(
  world: MatchWorld,
  offers: readonly OfferDetail[],
  { row, fields }: BrowsableActor,
): CardRecord | null {
  const actor = toProfile({ ...row, village: null })
  const verdicts = offers.map((offer) => ({ offer, verdict: matchPair(world.context, actor, offer).verdict }))
  const of = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).map((one) => one.offer)
  const ready = of('eligible')
  const fitting = ready.length > 0 ? ready : of('undecided')
  if (fitting.length === 0) return null
  const served = new Set(fitting.flatMap((offer) => offer.needs))
  const allowed = <T>(field: 'place' | 'products' | 'needs' | 'readiness', value: T) =>
    fields.has(field) ? value : null
  return {
    id: row.id,
    values: [
      allowed('readiness', ready.length > 0 ? 'siap' : 'hampir'),
      allowed(
        'readiness',
        fitting
          .map((offer) => offer.id)
          .sort()
          .join(OFFER_SEPARATOR),
      ),
      allowed('place', actor.regency && provinceOf(actor.regency)),
      allowed('place', actor.regency),
      allowed('products', actor.cluster),
      allowed('products', actor.sectors?.[0] ?? null),
      allowed('needs', actor.needs?.find((need) => served.has(need)) ?? null),
    ],
  }
}

/** The actors behind the cards a partner is shown on a day, by the code of the card; under one of its offers when named. */
export async function actorsOfCards(
  client: DbClient,
  partnerId: string,
  today: Day,
  offerId: string | null = null,
): Promise<ReadonlyMap<string, string>> {
  const groups = (await cardTable(client, partnerId, today)).filter(
    (group) => offerId === null || valuesShown(group.shown, 'penawaran').includes(offerId),
  )
  const code = cardCodes(partnerId)
  return new Map(groups.flatMap((group) => group.ids.map((id) => [code(id), id] as const)))
}
