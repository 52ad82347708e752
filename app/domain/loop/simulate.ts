import { type Calibration, calibrate, type Forecast } from './calibration.ts'
import { answerLikelihoods, orderForSending, type SendingCandidate } from './likelihood.ts'
import { type Count, FLAT_PRIOR, smoothedRate } from './record.ts'

/** A stream of numbers in [0, 1), given from outside: the core draws none of its own. */
export type Draw = () => number

export interface SimulationSettings {
  readonly partners: number
  readonly offersPerPartner: number
  /** Referrals of the history the figures are learnt from, sent by fit. */
  readonly history: number
  /** Referrals of the comparison. */
  readonly trial: number
  /** Offers a woman is eligible for. */
  readonly choices: number
}

export const DEFAULT_SIMULATION: SimulationSettings = {
  partners: 40,
  offersPerPartner: 3,
  history: 6000,
  trial: 4000,
  choices: 6,
}

interface SimulatedOffer {
  readonly id: string
  readonly partnerId: string
  /** How often the partner answers; how often an answered referral helps: hidden from the ranking. */
  readonly answers: number
  readonly helps: number
}

export type Ranking = 'fit' | 'fit_with_record' | 'expected'
export const RANKINGS: readonly Ranking[] = ['fit', 'fit_with_record', 'expected']

export interface LoopEvaluation {
  /** Stated likelihood of an answer against what came. */
  readonly answers: Calibration
  /** Stated helped rate, of those answered, against what came. */
  readonly helped: Calibration
  /** Helped per 100 sent, by how the offer was chosen; each on the same women with the same luck. */
  readonly helpedPer100: Readonly<Record<Ranking, number>>
  readonly sent: number
}

/** The points record gives in fit (of 10,000), on top of what fit gives without it. */
const RECORD_POINTS = 1500

function middling(draw: Draw, low: number, high: number): number {
  return low + ((high - low) * (draw() + draw())) / 2
}

function makeOffers(settings: SimulationSettings, draw: Draw): SimulatedOffer[] {
  return Array.from({ length: settings.partners }, (_, p) => {
    const answers = middling(draw, 0.2, 0.98)
    return Array.from({ length: settings.offersPerPartner }, (_, o) => ({
      id: `offer-${p}-${o}`,
      partnerId: `partner-${p}`,
      answers,
      helps: middling(draw, 0.05, 0.85),
    }))
  }).flat()
}

interface Woman {
  readonly offers: readonly {
    readonly offer: SimulatedOffer
    readonly fit: number
    readonly luck: readonly [number, number]
  }[]
}

function makeWoman(offers: readonly SimulatedOffer[], settings: SimulationSettings, draw: Draw): Woman {
  const chosen = new Map<string, Woman['offers'][number]>()
  while (chosen.size < Math.min(settings.choices, offers.length)) {
    const offer = offers[Math.floor(draw() * offers.length)]!
    chosen.set(offer.id, { offer, fit: Math.floor(draw() * (10_000 - RECORD_POINTS)), luck: [draw(), draw()] })
  }
  return { offers: [...chosen.values()] }
}

const isAnswered = (one: Woman['offers'][number]): boolean => one.luck[0] < one.offer.answers
const isHelped = (one: Woman['offers'][number]): boolean => isAnswered(one) && one.luck[1] < one.offer.helps

/**
 * Learns the two figures of the record from a simulated history and tries them on women who come after it: how well
 * calibrated they are, and how many are helped of 100 sent when the offer is chosen by fit alone, by fit with its record
 * component, or by what sending promises. Histories are simulated; they say nothing about real partners.
 */
export function evaluateLoop(draw: Draw, settings: SimulationSettings = DEFAULT_SIMULATION): LoopEvaluation {
  const offers = makeOffers(settings, draw)
  const past: { partnerId: string; state: 'expired' | 'helped' | 'not_helped'; sentOn: string }[] = []
  const helpedCounts = new Map<string, Count>()
  for (let n = 0; n < settings.history; n++) {
    const sent = best(makeWoman(offers, settings, draw).offers, (one) => one.fit)
    const state = isHelped(sent) ? 'helped' : isAnswered(sent) ? 'not_helped' : 'expired'
    past.push({ partnerId: sent.offer.partnerId, state, sentOn: '2026-01-01' })
    if (state === 'expired') continue
    const count = helpedCounts.get(sent.offer.id) ?? { hits: 0, of: 0 }
    helpedCounts.set(sent.offer.id, { hits: count.hits + (state === 'helped' ? 1 : 0), of: count.of + 1 })
  }
  const likelihoods = answerLikelihoods(past)
  const all = [...helpedCounts.values()]
  const overall = smoothedRate(
    { hits: all.reduce((sum, one) => sum + one.hits, 0), of: all.reduce((sum, one) => sum + one.of, 0) },
    FLAT_PRIOR,
  )
  const statedOf = (offer: SimulatedOffer): Pick<SendingCandidate, 'answer' | 'helped'> => ({
    answer: likelihoods.of(offer.partnerId).value,
    // why: as fit does it, each offer is shrunk to the rate of all by the strength of the policy
    helped: smoothedRate(helpedCounts.get(offer.id) ?? { hits: 0, of: 0 }, {
      mean: overall,
      strength: FLAT_PRIOR.strength,
    }),
  })
  const stated = new Map(offers.map((offer) => [offer.id, statedOf(offer)]))
  const answers: Forecast[] = []
  const helped: Forecast[] = []
  const helpedBy: Record<Ranking, number> = { fit: 0, fit_with_record: 0, expected: 0 }
  for (let n = 0; n < settings.trial; n++) {
    const woman = makeWoman(offers, settings, draw)
    for (const one of woman.offers) {
      const figures = stated.get(one.offer.id)!
      answers.push({ stated: figures.answer, happened: isAnswered(one) })
      if (isAnswered(one)) helped.push({ stated: figures.helped, happened: isHelped(one) })
    }
    const candidates = woman.offers.map((one) => ({
      ...stated.get(one.offer.id)!,
      offerId: one.offer.id,
      fit: one.fit,
      one,
    }))
    const chosen: Record<Ranking, Woman['offers'][number]> = {
      fit: best(woman.offers, (one) => one.fit),
      fit_with_record: best(woman.offers, (one) => one.fit + RECORD_POINTS * stated.get(one.offer.id)!.helped),
      expected: orderForSending(candidates)[0]!.one,
    }
    for (const ranking of RANKINGS) if (isHelped(chosen[ranking])) helpedBy[ranking] += 1
  }
  const per100 = (count: number) => (100 * count) / settings.trial
  return {
    answers: calibrate(answers),
    helped: calibrate(helped),
    helpedPer100: {
      fit: per100(helpedBy.fit),
      fit_with_record: per100(helpedBy.fit_with_record),
      expected: per100(helpedBy.expected),
    },
    sent: settings.trial,
  }
}

function best<T extends { readonly offer: SimulatedOffer }>(list: readonly T[], points: (one: T) => number): T {
  return list.reduce((top, one) => {
    const difference = points(one) - points(top)
    return difference > 0 || (difference === 0 && one.offer.id < top.offer.id) ? one : top
  })
}
