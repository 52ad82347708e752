/** How to reach her, where she gave it; encrypted with a key that is not in the database. */
export interface ActorContactTable {
  actor_id: string
  /** `key id.sealed`: the key's name, then nonce and ciphertext in base64. */
  phone_sealed: string
  updated_at: string
}

/** The trace of an erasure: recognises her row in a restored backup or a later import, and tells nothing else. */
export interface ErasedActorTable {
  id_hash: string
  natural_key_hash: string | null
  erased_at: string
}

/** How many were erased, so that counts over past months stay true. */
export interface ErasedCountTable {
  /** `unknown` where it was. */
  regency_code: string
  cluster: string
  /** `YYYY-MM`. */
  month: string
  actors: number
}

/** What an erasure still has to take out of the data folder; written with the erasure itself, gone when it is done. */
export interface ErasureTaskTable {
  id: string
  /** JSON of what is to be removed; null once the files are gone and only the database's own log still holds her. */
  work: string | null
  at: string
}
