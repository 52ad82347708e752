import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden } from '#app/lib/responses.server.ts'
import { CARD_ATTRIBUTES, CARDS_PER_PAGE, type CardAttribute, type CardFilter, valuesShown } from './card-attributes.ts'
import { type CardTable, cardTable } from './card-table.server.ts'
import { cardCodes } from './partner-codes.server.ts'

/** One card; null where a value is not shown, because too few share it or she does not allow it. */
export interface ActorCard {
  readonly code: string
  readonly shown: Readonly<Record<CardAttribute, readonly string[]>>
}

/** The words for the codes that cards show. */
export interface CardNames {
  readonly offerNames: Readonly<Record<string, string>>
  readonly regionNames: Readonly<Record<string, string>>
}

export interface CardPage extends CardNames {
  readonly filter: CardFilter
  readonly page: number
  readonly total: number
  readonly all: number
  readonly cards: readonly ActorCard[]
  /** Cards by value of each attribute under all filters but its own. */
  readonly counts: Readonly<Record<CardAttribute, readonly { readonly value: string; readonly count: number }[]>>
}

type Context = Pick<RequestContext, 'client' | 'db' | 'viewer' | 'today'>

function partnerOf({ viewer }: Context): string {
  demand(viewer, 'actors:browse')
  // why: everybody else who browses reads the list of actors itself
  if (viewer.scope.reach !== 'partner') throw forbidden()
  return viewer.scope.partnerId
}

function passing(table: CardTable, filter: CardFilter, except: CardAttribute | null): CardTable {
  const wanted = CARD_ATTRIBUTES.filter((attribute) => attribute !== except && filter[attribute] !== undefined)
  return table.filter((group) =>
    wanted.every((attribute) => valuesShown(group.shown, attribute).includes(filter[attribute]!)),
  )
}

const sizeOf = (table: CardTable): number => table.reduce((sum, group) => sum + group.ids.length, 0)

function countsOf(table: CardTable, attribute: CardAttribute) {
  const counts = new Map<string, number>()
  for (const group of table) {
    for (const value of valuesShown(group.shown, attribute)) {
      counts.set(value, (counts.get(value) ?? 0) + group.ids.length)
    }
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1))
}

const every = <T>(make: (attribute: CardAttribute) => T) =>
  Object.fromEntries(CARD_ATTRIBUTES.map((attribute) => [attribute, make(attribute)])) as Record<CardAttribute, T>

/**
 * A page of the cards a partner may see. Everything on it is worked out of the card table alone, see suppress-counts.ts.
 * @throws Response 401 for the public, 403 for who is no partner.
 */
export async function loadCardPage(context: Context, filter: CardFilter, asked = 1): Promise<CardPage> {
  const partnerId = partnerOf(context)
  const { client, db, today } = context
  const world = await matchWorld(db, today)
  const table = await cardTable(client, partnerId, today)
  const found = passing(table, filter, null)
  const total = sizeOf(found)
  const page = Math.min(Math.max(1, asked), Math.max(1, Math.ceil(total / CARDS_PER_PAGE)))
  const cards = cardsOf(found, partnerId)
  const counts = every((attribute) => countsOf(passing(table, filter, attribute), attribute))
  const places = [...counts.provinsi, ...counts.kabkota].map(({ value }) => value)
  const label = labelsOf(world, partnerId, cards)
  return {
    filter,
    page,
    total,
    all: sizeOf(table),
    cards: cards.slice((page - 1) * CARDS_PER_PAGE, page * CARDS_PER_PAGE),
    counts,
    offerNames: label.offerNames,
    regionNames: { ...label.regionNames, ...Object.fromEntries(places.map((code) => [code, world.regionName(code)])) },
  }
}

function cardsOf(table: CardTable, partnerId: string): ActorCard[] {
  const code = cardCodes(partnerId)
  return (
    table
      .flatMap((group) =>
        group.ids.map((id) => ({
          code: code(id),
          shown: every((name) => valuesShown(group.shown, name)),
        })),
      )
      // why: any other order would tell something that the cards do not
      .sort((a, b) => (a.code < b.code ? -1 : 1))
  )
}

function labelsOf(world: MatchWorld, partnerId: string, cards: readonly ActorCard[]): CardNames {
  const places = new Set(cards.flatMap((card) => [...card.shown.provinsi, ...card.shown.kabkota]))
  return {
    offerNames: Object.fromEntries(
      world.offers.filter((offer) => offer.partnerId === partnerId).map((offer) => [offer.id, offer.name]),
    ),
    regionNames: Object.fromEntries([...places].map((code) => [code, world.regionName(code)])),
  }
}

/** The first cards of those who are ready for one of the partner's offers, and how many there are. */
export interface ReadyCards extends CardNames {
  readonly cards: readonly ActorCard[]
  readonly total: number
}

/**
 * Whom a partner's own offer could serve today: eligible, allowing it to see their cards, none by name. The cards that show
 * most come first.
 */
export async function readyCards(context: Context, offerId: string, limit: number): Promise<ReadyCards> {
  const partnerId = partnerOf(context)
  const table = await cardTable(context.client, partnerId, context.today)
  const found = passing(table, { penawaran: offerId, kesiapan: 'siap' }, null)
  const said = (card: ActorCard) => Object.values(card.shown).filter((values) => values.length > 0).length
  // why: the order follows from what the cards show, so it tells nothing more
  const cards = cardsOf(found, partnerId)
    .sort((a, b) => said(b) - said(a))
    .slice(0, limit)
  const world = await matchWorld(context.db, context.today)
  return { cards, total: sizeOf(found), ...labelsOf(world, partnerId, cards) }
}

/** How many cards a partner is shown under one of its own offers. */
export async function countCardsOf(context: Context, offerId: string): Promise<number> {
  const table = await cardTable(context.client, partnerOf(context), context.today)
  return sizeOf(passing(table, { penawaran: offerId }, null))
}
