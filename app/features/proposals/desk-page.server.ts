import { DEFAULT_RESPONSE_DAYS } from '#app/domain/loop/clocks.ts'
import { answerLikelihoods } from '#app/domain/loop/likelihood.ts'
import { type LoopRates, loopRates } from '#app/domain/loop/rates.ts'
import type { ReasonId } from '#app/domain/loop/reasons.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { type ReadyCards, readyCards } from '#app/features/cards/card-page.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden } from '#app/lib/responses.server.ts'
import { findOpenCapacityRequests } from '#db/queries/capacity-requests.ts'
import { getResponseDays } from '#db/queries/loop-preferences.ts'
import { findAnswerHistory, findSentReferrals } from '#db/queries/loop-record.ts'
import { findRuleConfirmations } from '#db/queries/offer-confirmations.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { findPartnerRequests, findRequestedActors } from '#db/queries/partner-requests.ts'
import { type Inbox, loadInbox } from './desk-inbox.server.ts'
import type { Likelihood } from './new-proposal-page.server.ts'

export interface DeskOffer {
  readonly offer: Pick<OfferDetail, 'id' | 'name' | 'capacity'>
  /** Days since the places were confirmed, where that is longer than the policy allows; null where it is not. */
  readonly staleDays: number | null
  readonly rulesOn: string | null
  /** The instant at which the ministry asked for its places, while that is not answered. */
  readonly askedAt: string | null
  /** Women who meet its conditions today and let the partner see their cards. */
  readonly ready: ReadyCards
}

/** What the partner asked for and what became of it: a card, or a district. */
export interface DeskRequest {
  /** Names the line on this page and nothing else. */
  readonly id: string
  readonly offerName: string
  /** The code of the card; null where a district was invited. */
  readonly card: string | null
  /** Null for a card: its place is told by nobody but the card. */
  readonly regencyName: string | null
  readonly state: 'open' | 'answered' | 'declined'
  readonly reason: ReasonId | null
  readonly on: string
}

/** Cards a desk shows of each offer; the others stand on the page of cards. */
const CARDS_SHOWN = 3

export interface DeskPage {
  readonly partnerName: string
  readonly inbox: Inbox
  readonly offers: readonly DeskOffer[]
  readonly rates: LoopRates
  readonly demoReferrals: number
  readonly likelihood: Likelihood
  readonly responseDays: number
  readonly regencies: readonly { readonly value: string; readonly label: string }[]
  readonly requests: readonly DeskRequest[]
}

/** The desk of a partner: what waits, places and rules, requests, its own record. @throws Response 401 or 403. */
export async function loadDesk(
  context: Pick<RequestContext, 'client' | 'db' | 'viewer' | 'today' | 'locale'>,
): Promise<DeskPage> {
  const { db, viewer, today, locale } = context
  demand(viewer, 'proposals:answer')
  const { scope } = viewer
  if (scope.reach !== 'partner') throw forbidden()
  const { partnerId } = scope
  const world = await matchWorld(db, today)
  const offers = world.offers.filter((offer) => offer.partnerId === partnerId && offer.status !== 'historical')
  const rules = await findRuleConfirmations(
    db,
    offers.map((offer) => offer.id),
  )
  const asked = await findOpenCapacityRequests(db, { offerIds: offers.map((offer) => offer.id) })
  const { capacityMaxAgeDays } = world.context.policy
  const referrals = await findSentReferrals(db, { partnerId })
  return {
    partnerName: offers[0]?.partnerName ?? partnerId,
    inbox: await loadInbox(context),
    offers: await Promise.all(
      offers.map(async (offer) => {
        const age = offer.capacity.slots === null ? null : daysBetween(offer.capacity.asOf, today)
        return {
          offer: { id: offer.id, name: offer.name, capacity: offer.capacity },
          staleDays: age !== null && age > capacityMaxAgeDays ? age : null,
          rulesOn: rules.get(offer.id) ?? null,
          askedAt: asked.get(offer.id)?.asked_at ?? null,
          ready: await readyCards(context, offer.id, CARDS_SHOWN),
        }
      }),
    ),
    rates: loopRates(referrals),
    demoReferrals: referrals.filter((referral) => referral.isDemo).length,
    likelihood: answerLikelihoods(await findAnswerHistory(db)).of(partnerId),
    responseDays: (await getResponseDays(db, partnerId)) ?? DEFAULT_RESPONSE_DAYS,
    regencies: [...world.regionByCode.values()]
      .filter((region) => region.level === 'regency')
      .map((region) => ({ value: region.code, label: world.regionName(region.code) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    requests: await requestsOf(context, world),
  }
}

async function requestsOf(
  { db, viewer }: Pick<RequestContext, 'db' | 'viewer'>,
  world: MatchWorld,
): Promise<readonly DeskRequest[]> {
  const rows = await findPartnerRequests(db, viewer.scope)
  const cards = await findRequestedActors(
    db,
    rows.map((row) => row.id),
  )
  const lines = rows.flatMap((row): DeskRequest[] => {
    const line = {
      offerName: world.offerById.get(row.offer_id)?.name ?? row.offer_id,
      state: row.state,
      reason: row.reason,
      on: row.created_at.slice(0, 10),
    }
    const own = cards.filter((one) => one.request_id === row.id)
    return own.length === 0
      ? [{ ...line, id: row.id, card: null, regencyName: world.regionName(row.regency_code) }]
      : own.map(({ card }) => ({ ...line, id: '', card, regencyName: null }))
  })
  // why: cards asked for together stand in one request for each district; neither order nor id may tell which
  const key = (line: DeskRequest) => `${line.card ?? ''} ${line.id}`
  return lines
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : key(a) < key(b) ? -1 : 1))
    .map((line, at) => ({ ...line, id: String(at) }))
}
