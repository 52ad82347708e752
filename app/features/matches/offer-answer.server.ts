import { visitPairs } from '#app/domain/board/pair-states.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { createEngine } from '#app/domain/engine/engine.ts'
import { matchPair } from '#app/domain/matching/match.ts'
import type { DbClient } from '#db/client.ts'
import { getActor, toProfile } from '#db/queries/actors.ts'
import { loadActorSnapshot } from './actor-snapshot.server.ts'
import { pairAnswer } from './match-answer.ts'
import type { MatchWorld } from './match-world.server.ts'

/** One offer against all actors as machines read it, pseudonymous: the best `limit` pairs and how many there are. */
export async function offerAnswer(client: DbClient, world: MatchWorld, offerId: string, limit: number) {
  const offer = world.offerById.get(offerId)
  if (!offer) return null
  const { columns, ids } = loadActorSnapshot(client, world.axes)
  const compiled = compileOffers(world.context, world.axes, [offer])
  const best = createEngine(compiled, columns, 0).rankOffer(offerId, limit)
  let oneChange = 0
  visitPairs(compiled, columns, (pair) => {
    const [only, ...others] = pair.open
    if (pair.verdict !== 'ineligible' || !only || others.length > 0 || pair.structuralUnknown) return
    if (world.context.policy.changeable.includes(only)) oneChange++
  })
  const actors = []
  for (const position of best.actors) {
    const row = await getActor(client.db, ids[position]!)
    if (!row) continue
    const profile = toProfile(row)
    const { id: _, ...pair } = pairAnswer(
      matchPair(world.context, profile, offer),
      () => offer.partnerId,
      world.regionName,
    )
    actors.push({ actor: profile.id, regency: profile.regency, cluster: profile.cluster, ...pair })
  }
  return {
    policy: world.context.policy.version,
    offer: offer.id,
    partner: offer.partnerId,
    total: ids.length,
    eligible: best.eligible,
    undecided: best.undecided,
    oneChange,
    actors,
  }
}
