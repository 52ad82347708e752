import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '#db/client.ts'
import { countActors, countDemoActors } from '#db/queries/actors.ts'
import { lastChangeOf } from '#db/queries/change-log.ts'

export interface ActorTotals {
  readonly all: number
  /** Invented ones among them. */
  readonly demo: number
}

interface Kept {
  readonly seen: number
  readonly byScope: Map<string, ActorTotals>
}

const kept = new WeakMap<object, Kept>()

async function countTotals(db: Db, scope: Scope): Promise<ActorTotals> {
  return { all: await countActors(db, scope), demo: await countDemoActors(db, scope) }
}

/** How many of the actors on record a scope reaches; a place is counted again only after an actor has changed. */
export async function actorTotals(db: Db, scope: Scope): Promise<ActorTotals> {
  if (scope.reach === 'companion') return countTotals(db, scope)
  const seen = await lastChangeOf(db, 'actors')
  let found = kept.get(db)
  if (found?.seen !== seen) {
    found = { seen, byScope: new Map() }
    kept.set(db, found)
  }
  const key = JSON.stringify(scope)
  const known = found.byScope.get(key)
  if (known) return known
  const totals = await countTotals(db, scope)
  found.byScope.set(key, totals)
  return totals
}
