import type { Db } from '#db/client.ts'
import { countActors, countDemoActors } from '#db/queries/actors.ts'
import { lastChangeOf } from '#db/queries/change-log.ts'

export interface ActorTotals {
  readonly all: number
  /** Invented ones among them. */
  readonly demo: number
}

const kept = new WeakMap<object, { readonly seen: number; readonly totals: ActorTotals }>()

/** How many actors are on record; counted again only after one has changed. */
export async function actorTotals(db: Db): Promise<ActorTotals> {
  const seen = await lastChangeOf(db, 'actors')
  const found = kept.get(db)
  if (found?.seen === seen) return found.totals
  const totals = { all: await countActors(db), demo: await countDemoActors(db) }
  kept.set(db, { seen, totals })
  return totals
}
