import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { offerCandidates } from '#app/domain/engine/offer-candidates.ts'
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
  const { best, eligible, undecided, oneChange } = offerCandidates(compiled, columns, limit)
  const actors = []
  for (const candidate of best) {
    const row = await getActor(client.db, ids[candidate.actor]!)
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
    eligible,
    undecided,
    oneChange,
    actors,
  }
}
