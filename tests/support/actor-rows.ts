import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { DbClient } from '#db/client.ts'
import { insertActors } from '#db/queries/actors.ts'
import { loadReference } from '#db/reference/load.ts'
import { exampleActor, TODAY } from './example.ts'
import { testDb } from './test-db.ts'

/** A name no list, address or log may show. */
export const MARKER_NAME = 'Namarahasia Uji'
export const NOW = `${TODAY}T03:00:00.000Z`

/** A database with the reference data and these actors; all carry the marker as their name. */
export async function actorDb(actors: readonly Partial<ActorProfile>[] = [{}]): Promise<DbClient> {
  const client = await testDb()
  await loadReference(client)
  addActors(client, actors)
  return client
}

/** Stores actors as the example has them, but for what is given; without an id they are numbered. */
export function addActors(client: DbClient, actors: readonly Partial<ActorProfile>[]): void {
  insertActors(
    client,
    actors.map((over, at) => {
      const actor = exampleActor({ id: `pelaku-${at + 1}`, ...over })
      const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
      return {
        actor: {
          id: actor.id,
          is_demo: 1,
          regency_code: actor.regency,
          village: actor.village,
          cluster: actor.cluster,
          sectors: json(actor.sectors),
          needs: json(actor.needs),
          products: 'keripik singkong',
          facts: JSON.stringify(actor.facts),
          facts_as_of: actor.factsAsOf,
          import_batch_id: null,
          created_at: NOW,
          updated_at: NOW,
        },
        identity: {
          actor_id: actor.id,
          name: `${MARKER_NAME} ${actor.id}`,
          business_name: `Usaha ${MARKER_NAME}`,
          natural_key: actor.id,
        },
      }
    }),
    NOW,
  )
}

/** How many rows the tables that an answer writes to hold. */
export async function historyCounts(client: DbClient): Promise<{ factChanges: number; logged: number }> {
  const count = (table: string) =>
    (client.sqlite.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
  return {
    factChanges: count('fact_change'),
    logged: (
      client.sqlite.prepare("select count(*) as n from change_log where index_name = 'actors'").get() as { n: number }
    ).n,
  }
}
