import { setImmediate } from 'node:timers/promises'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '../client.ts'
import { insertActors, type NewActorEntry } from '../queries/actors.ts'
import { getSetting, putSetting } from '../queries/settings.ts'
import { type DemoActor, demoActor } from './demo-actor.ts'
import { createDemoWorld } from './demo-world.ts'

export interface SeedDemoOptions {
  /** How many demo actors there are to be in all. */
  readonly actors: number
  /** The same seed gives the same people. Left out: the seed of the demo actors already there, else 1. */
  readonly seed?: number
  /** The day the facts are counted back from; kept from the first call on. */
  readonly asOf?: Day
  /** The instant written to rows and change log. */
  readonly at?: string
  readonly onProgress?: (progress: { done: number; total: number }) => void
  /** When aborted, the work stops between two chunks; a later call goes on from there. */
  readonly signal?: AbortSignal
}

export interface SeedDemoReport {
  readonly added: number
  readonly total: number
  readonly seed: number
}

/** The database already holds demo actors of another seed; two kinds of people under one numbering would repeat nothing. */
export class DemoSeedMismatch extends Error {
  constructor(
    readonly stored: number,
    readonly wanted: number,
  ) {
    super(`Demo actors of seed ${stored} exist; seed ${wanted} was asked for`)
    this.name = 'DemoSeedMismatch'
  }
}

interface DemoSetting {
  readonly seed: number
  readonly asOf: Day
}

const ROWS_PER_TRANSACTION = 10_000

/** A demo actor as rows. Her natural key is her id, which no real name hashes to. */
export function demoEntry(demo: DemoActor, at: string): NewActorEntry {
  const { profile } = demo
  return {
    actor: {
      id: profile.id,
      is_demo: 1,
      regency_code: profile.regency,
      village: profile.village,
      cluster: profile.cluster,
      sectors: profile.sectors && JSON.stringify(profile.sectors),
      needs: profile.needs && JSON.stringify(profile.needs),
      products: demo.products,
      facts: JSON.stringify(profile.facts),
      facts_as_of: profile.factsAsOf,
      import_batch_id: null,
      created_at: at,
      updated_at: at,
    },
    identity: { actor_id: profile.id, name: demo.name, business_name: demo.businessName, natural_key: profile.id },
  }
}

function highestNumber(client: DbClient): number {
  const row = client.sqlite.prepare("select max(id) as id from actor where id >= 'demo-' and id < 'demo.'").get()
  const id = (row as { id: string | null }).id
  return id === null ? 0 : Number(id.slice('demo-'.length))
}

/**
 * Fills the database up to a number of invented actors, in chunks of one transaction each, so that memory stays bounded
 * and the event loop breathes. Called again with a larger number it adds the missing ones; it never takes any away.
 * @throws the reason of `signal` when that was aborted; DemoSeedMismatch when demo actors of another seed are there already.
 */
export async function seedDemoActors(client: DbClient, options: SeedDemoOptions): Promise<SeedDemoReport> {
  const at = options.at ?? new Date().toISOString()
  const stored = await getSetting<DemoSetting>(client.db, 'demo')
  const first = highestNumber(client) + 1
  if (stored && first > 1 && options.seed !== undefined && options.seed !== stored.seed) {
    throw new DemoSeedMismatch(stored.seed, options.seed)
  }
  const setting: DemoSetting =
    stored && first > 1 ? stored : { seed: options.seed ?? 1, asOf: options.asOf ?? at.slice(0, 10) }
  const report = { added: 0, total: Math.max(options.actors, first - 1), seed: setting.seed }
  if (options.actors < first) return report

  await putSetting(client.db, 'demo', setting)
  const world = createDemoWorld(setting.asOf)
  const cache = client.sqlite.pragma('cache_size', { simple: true }) as number
  // why: the index by place is filled in random order; with the default 2 MB most of its pages would be read again
  client.sqlite.pragma('cache_size = -65536')
  try {
    for (let start = first; start <= options.actors; start += ROWS_PER_TRANSACTION) {
      options.signal?.throwIfAborted()
      const end = Math.min(options.actors, start + ROWS_PER_TRANSACTION - 1)
      report.added += insertActors(client, entries(start, end), at)
      options.onProgress?.({ done: end, total: options.actors })
      await setImmediate()
    }
  } finally {
    client.sqlite.pragma(`cache_size = ${cache}`)
  }
  return report

  function* entries(start: number, end: number): Generator<NewActorEntry> {
    for (let index = start; index <= end; index += 1) yield demoEntry(demoActor(index, setting.seed, world), at)
  }
}
