import type { DbClient } from '#db/client.ts'
import { countActors, countActorsByPlace, countDemoActors } from '#db/queries/actors.ts'
import { getWatermark } from '#db/queries/change-log.ts'

export interface ActorCounts {
  readonly byRegency: ReadonlyMap<string, number>
  readonly all: number
  readonly demo: number
}

const kept = new WeakMap<object, { readonly watermark: number; readonly counts: ActorCounts }>()

/** How many actors there are in each kabupaten and kota; counted again only after something changed. */
export async function actorCounts(client: DbClient): Promise<ActorCounts> {
  const watermark = await getWatermark(client.db)
  const known = kept.get(client.db)
  if (known?.watermark === watermark) return known.counts
  const byRegency = new Map<string, number>()
  for (const { regency, actors } of await countActorsByPlace(client.db)) {
    byRegency.set(regency, (byRegency.get(regency) ?? 0) + actors)
  }
  const counts = { byRegency, all: await countActors(client.db), demo: await countDemoActors(client.db) }
  kept.set(client.db, { watermark, counts })
  return counts
}
