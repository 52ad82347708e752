import type { ActorProfile } from '../values/actor.ts'
import type { Offer } from '../values/offer.ts'
import type { MatchContext } from './context.ts'
import { type Match, matchPair } from './match.ts'

/** Everything a decision was made from, kept so that it can be made again. */
export interface DecisionInput {
  readonly actor: ActorProfile
  readonly offer: Offer
  readonly context: Omit<MatchContext, 'places'> & {
    readonly places: readonly (readonly [string, { lat: number; lng: number }])[]
  }
}

/** Freezes the inputs of a decision; only the actor's own seat is kept of all places. */
export function decisionInput(context: MatchContext, actor: ActorProfile, offer: Offer): DecisionInput {
  const seat = actor.regency === null ? undefined : context.places.get(actor.regency)
  const places = actor.regency !== null && seat ? ([[actor.regency, seat]] as const) : []
  return { actor, offer, context: { ...context, places } }
}

/** Makes a stored decision again from its own policy, rules and facts. Equal to the stored result while the rules version is. */
export function replayDecision(input: DecisionInput): Match {
  return matchPair({ ...input.context, places: new Map(input.context.places) }, input.actor, input.offer)
}
