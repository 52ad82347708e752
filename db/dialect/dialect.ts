import type { Kysely } from 'kysely'

export type DialectName = 'sqlite' | 'postgres'

/** A migration: `up` gets the dialect because the two differ in a few column types. Frozen once released. */
export interface Migration {
  // biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's schema types
  up(db: Kysely<any>, dialect: DialectName): Promise<void>
}
