import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import {
  countExtensions,
  type Extension,
  extendOffer,
  missingParts,
  servedMasks,
} from '#app/domain/gaps/count-extensions.ts'
import type { GapKey } from '#app/domain/gaps/match-gap.ts'
import type { Day } from '#app/domain/values/day.ts'
import { regenciesOf } from '#app/features/plans/plan-basis.server.ts'
import type { DbClient } from '#db/client.ts'
import { asIfOpen, readSupply } from './supply.server.ts'

export interface ExtensionRequest {
  readonly key: GapKey
  readonly today: Day
}

/** Which offers would serve most of a gap's need if they were extended to it, those with most of it first. Heavy. */
export async function computeExtensions(
  client: DbClient,
  { key, today }: ExtensionRequest,
): Promise<readonly Extension[]> {
  const supply = await readSupply(client, key.region === null ? [] : [key.region], today)
  const { context, axes } = supply.world
  const regencies = key.region === null ? axes.regencies : regenciesOf(axes.regencies, [key.region])
  const candidates = supply.current.flatMap((offer) => {
    const parts = offer.needs.includes(key.need) ? missingParts(offer, regencies, key) : []
    return parts.length === 0 ? [] : [{ offer, parts }]
  })
  const { columns } = supply.snapshot
  const served = servedMasks(supply.compiled, columns, supply.places, supply.without)
  const extended = candidates.map(({ offer }) => extendOffer(asIfOpen(offer), key))
  const counts = countExtensions(compileOffers(context, axes, extended), columns, served, key, supply.hidden)
  return candidates
    .map(({ offer, parts }) => ({
      offer: offer.id,
      parts,
      areaUnknown: parts.includes('region') && !offer.coverage.known,
      ...counts.get(offer.id)!,
    }))
    .filter(({ ofNeed }) => ofNeed > 0)
    .sort((a, b) => b.ofNeed - a.ofNeed || b.needs - a.needs || (a.offer < b.offer ? -1 : 1))
}
