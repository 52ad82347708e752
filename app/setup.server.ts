import type { Config } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import { migrate } from '#db/migrator.ts'

/** Says one line about a step of the setup. */
export type SetupLog = (message: string, values?: Readonly<Record<string, unknown>>) => void

export interface SetupResult {
  readonly partners: number
  readonly offers: number
  readonly actors: number
}

/**
 * Brings the data folder to the state the pages need: schema, reference data, demo actors on the first start.
 * Safe to repeat; a second run changes nothing.
 */
export async function setup(_config: Config, log: SetupLog): Promise<SetupResult> {
  const client = liveDb()
  const applied = await migrate(client.db, client.dialect)
  if (applied.length > 0) log('Skema database diperbarui', { migrations: applied })
  const count = async (table: 'partner' | 'offer' | 'actor') => {
    const row = await client.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  return { partners: await count('partner'), offers: await count('offer'), actors: await count('actor') }
}
