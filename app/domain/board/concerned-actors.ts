import type { Axes } from '../engine/axes.ts'
import { columnsOf } from '../engine/columns.ts'
import { compileOffers } from '../engine/compiled-offers.ts'
import type { MatchContext } from '../matching/context.ts'
import type { ActorProfile } from '../values/actor.ts'
import type { FactId } from '../values/facts.ts'
import type { Offer } from '../values/offer.ts'
import { type IsHidden, NOTHING_HIDDEN } from './hidden-pairs.ts'
import { visitPairs } from './pair-states.ts'
import { keyOfChange, type OneChange, unlockFinder } from './unlock-finder.ts'

/** An actor behind a count of the board, and the offers it is about. */
export interface ConcernedActor {
  readonly actor: ActorProfile
  /** Ids, sorted. */
  readonly offers: readonly string[]
}

/** Who is meant: everybody a question about a fact settles something for, or everybody a change opens something for. */
export type Concern = { readonly ask: FactId } | { readonly change: OneChange }

/**
 * The actors a question or an unlock of districtBoard counts, each with her offers: the most offers first, then by id.
 * The same actors, offers and hidden pairs must be given as to the board.
 */
export function concernedActors(
  context: MatchContext,
  axes: Axes,
  actors: readonly ActorProfile[],
  offers: readonly Offer[],
  concern: Concern,
  isHidden: IsHidden = NOTHING_HIDDEN,
): readonly ConcernedActor[] {
  const compiled = compileOffers(context, axes, offers)
  const { columns, sorted } = columnsOf(axes, actors)
  const findUnlock = unlockFinder(context)
  const wanted = 'change' in concern ? keyOfChange(concern.change) : null
  const found = new Map<number, string[]>()
  visitPairs(compiled, columns, (pair) => {
    if (pair.open.length !== 1 || pair.structuralUnknown) return
    const fact = pair.open[0]!
    const offer = compiled.offers[pair.offer]!
    if (isHidden(sorted[pair.actor]!.id, offer.id)) return
    if ('ask' in concern) {
      if (pair.verdict !== 'undecided' || fact !== concern.ask) return
    } else {
      if (pair.verdict !== 'ineligible' || fact !== concern.change.fact) return
      const change = findUnlock(sorted[pair.actor]!, offer, fact)
      if (!change || keyOfChange(change) !== wanted) return
    }
    const list = found.get(pair.actor)
    if (list) list.push(offer.id)
    else found.set(pair.actor, [offer.id])
  })
  return [...found]
    .map(([actor, ids]) => ({ actor: sorted[actor]!, offers: ids.sort() }))
    .sort((a, b) => b.offers.length - a.offers.length || (a.actor.id < b.actor.id ? -1 : 1))
}
