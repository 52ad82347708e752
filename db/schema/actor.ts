import type { Generated, Insertable, Selectable } from 'kysely'
import type { ClusterId } from '#app/domain/values/actor.ts'

/** The pseudonymous profile: what matching and search may read. Names stand in actor_identity. */
export interface ActorTable {
  id: string
  /** 1 for an invented demo actor. */
  is_demo: 0 | 1
  regency_code: string | null
  village: string | null
  cluster: ClusterId | null
  /** JSON string[] of sector ids; null when unknown. */
  sectors: string | null
  /** JSON string[] of need ids, most urgent first; null when unknown. */
  needs: string | null
  /** Products in her own words, for search; never a name. */
  products: string | null
  /** JSON of domain Facts; a missing key is unknown. */
  facts: string
  /** Day the facts were last confirmed. */
  facts_as_of: string | null
  import_batch_id: string | null
  /** 1 when she objects to profiling: automatic matching leaves her out, her own page may still be looked at by hand. */
  no_profiling: Generated<0 | 1>
  created_at: string
  updated_at: string
}

/** Who she is. Read only by pages of her own district; never indexed, logged or put in a URL. */
export interface ActorIdentityTable {
  actor_id: string
  name: string
  business_name: string | null
  /** SHA-256 of the normalised name, business name, regency and village: finds the same woman in a file loaded twice. */
  natural_key: string
}

/** Append-only history of answers and corrections. */
export interface FactChangeTable {
  id: string
  actor_id: string
  fact: string
  /** JSON, null when it was unknown. */
  old_value: string | null
  new_value: string | null
  /** Where the answer came from: page, import, seed. */
  source: string
  changed_at: string
}

export type ActorRow = Selectable<ActorTable>
export type NewActor = Insertable<ActorTable>
export type NewActorIdentity = Insertable<ActorIdentityTable>
