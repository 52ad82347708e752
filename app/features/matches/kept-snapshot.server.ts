import { type Axes, clusterCode, clusterFromCode } from '#app/domain/engine/axes.ts'
import { compareForColumns, rankWaiting, writeActor } from '#app/domain/engine/columns.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { DbClient } from '#db/client.ts'
import { getActor, toProfile } from '#db/queries/actors.ts'
import { changedSince, lastChangeOf } from '#db/queries/change-log.ts'
import { type ActorSnapshot, loadActorSnapshot } from './actor-snapshot.server.ts'

interface Kept {
  readonly axes: Axes
  readonly snapshot: ActorSnapshot
  /** Position of the change log up to which the snapshot is true of the actors. */
  seen: number
}

/** With more changes than this, reading everything anew is the shorter way. */
const MOST_CHANGES = 500

const kept = new WeakMap<object, Kept>()

/**
 * All actors as columns, kept between questions. Answers about single actors are written into the columns in place; a
 * new, removed or moved actor has everything read anew. Reading a million takes seconds: see `offerSnapshot`.
 */
export async function currentSnapshot(client: DbClient, axes: Axes): Promise<ActorSnapshot> {
  const { db } = client
  const last = await lastChangeOf(db, 'actors')
  const found = kept.get(db)
  if (found && sameAxes(found.axes, axes)) {
    if (found.seen === last || (await takeUp(client, found))) {
      found.seen = last
      return found.snapshot
    }
  }
  const snapshot = loadActorSnapshot(client, axes)
  kept.set(db, { axes, snapshot, seen: last })
  return snapshot
}

const sameAxes = (a: Axes, b: Axes): boolean =>
  a === b || JSON.stringify([a.needs, a.sectors, a.regencies]) === JSON.stringify([b.needs, b.sectors, b.regencies])

async function takeUp({ db }: DbClient, { axes, snapshot, seen }: Kept): Promise<boolean> {
  const ids = await changedSince(db, 'actors', seen, MOST_CHANGES)
  if (!ids) return false
  const changes: { position: number; profile: ActorProfile }[] = []
  for (const id of ids) {
    const row = await getActor(db, id)
    if (!row || row.no_profiling === 1) return false
    const profile = toProfile(row)
    const position = positionOf(snapshot, axes, profile)
    if (position === null || !fitsInPlace(snapshot, position, profile)) return false
    changes.push({ position, profile })
  }
  for (const { position, profile } of changes) {
    writeActor(snapshot.columns, axes, position, profile)
    snapshot.days[position] = profile.factsAsOf
  }
  if (changes.length > 0) rankWaiting(snapshot.columns, (index) => snapshot.days[index]!)
  return true
}

/** Where an actor stands in the columns, by their order; null when she is new or stood elsewhere. */
function positionOf({ columns, ids }: ActorSnapshot, axes: Axes, actor: ActorProfile): number | null {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = {
      regency: axes.regencies[columns.regency[middle]!] ?? null,
      cluster: clusterFromCode(columns.cluster[middle]!),
      id: ids[middle]!,
    }
    if (compareForColumns(there, actor) < 0) low = middle + 1
    else high = middle
  }
  const same =
    ids[low] === actor.id &&
    (axes.regencies[columns.regency[low]!] ?? null) === actor.regency &&
    columns.cluster[low] === clusterCode(actor.cluster)
  return same ? low : null
}

/** Her needs lie between those of her neighbours, so their number must stay. */
function fitsInPlace({ columns }: ActorSnapshot, position: number, actor: ActorProfile): boolean {
  return (actor.needs?.length ?? 0) === columns.needStart[position + 1]! - columns.needStart[position]!
}
