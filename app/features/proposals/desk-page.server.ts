import { DEFAULT_RESPONSE_DAYS } from '#app/domain/loop/clocks.ts'
import { answerLikelihoods } from '#app/domain/loop/likelihood.ts'
import { type LoopRates, loopRates } from '#app/domain/loop/rates.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden } from '#app/lib/responses.server.ts'
import { getResponseDays } from '#db/queries/loop-preferences.ts'
import { findAnswerHistory, findSentReferrals } from '#db/queries/loop-record.ts'
import { findRuleConfirmations } from '#db/queries/offer-confirmations.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { findPartnerRequests } from '#db/queries/partner-requests.ts'
import { countProposals } from '#db/queries/proposals.ts'
import type { Likelihood } from './new-proposal-page.server.ts'

export interface DeskOffer {
  readonly offer: OfferDetail
  /** Days since the places were confirmed, where that is longer than the policy allows; null where it is not. */
  readonly staleDays: number | null
  readonly rulesOn: string | null
}

export interface DeskPage {
  readonly partnerName: string
  /** Proposals that wait for the partner's answer. */
  readonly waiting: number
  readonly offers: readonly DeskOffer[]
  readonly rates: LoopRates
  readonly demoReferrals: number
  readonly likelihood: Likelihood
  readonly responseDays: number
  readonly regencies: readonly { readonly value: string; readonly label: string }[]
  readonly requests: readonly {
    readonly id: string
    readonly offerName: string
    readonly regencyName: string
    readonly state: 'open' | 'answered' | 'declined'
    readonly on: string
  }[]
}

/** The desk of a partner: what waits, places and rules, requests, its own record. @throws Response 401 or 403. */
export async function loadDesk(context: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'locale'>): Promise<DeskPage> {
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
  const { capacityMaxAgeDays } = world.context.policy
  const referrals = await findSentReferrals(db, { partnerId })
  return {
    partnerName: offers[0]?.partnerName ?? partnerId,
    waiting: await countProposals(db, scope, { cases: [{ origin: 'office', states: ['sent', 'seen'] }] }),
    offers: offers.map((offer) => {
      const age = offer.capacity.slots === null ? null : daysBetween(offer.capacity.asOf, today)
      return {
        offer,
        staleDays: age !== null && age > capacityMaxAgeDays ? age : null,
        rulesOn: rules.get(offer.id) ?? null,
      }
    }),
    rates: loopRates(referrals),
    demoReferrals: referrals.filter((referral) => referral.isDemo).length,
    likelihood: answerLikelihoods(await findAnswerHistory(db)).of(partnerId),
    responseDays: (await getResponseDays(db, partnerId)) ?? DEFAULT_RESPONSE_DAYS,
    regencies: [...world.regionByCode.values()]
      .filter((region) => region.level === 'regency')
      .map((region) => ({ value: region.code, label: world.regionName(region.code) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    requests: (await findPartnerRequests(db, scope)).map((request) => ({
      id: request.id,
      offerName: world.offerById.get(request.offer_id)?.name ?? request.offer_id,
      regencyName: world.regionName(request.regency_code),
      state: request.state,
      on: request.created_at.slice(0, 10),
    })),
  }
}
