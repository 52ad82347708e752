import { plantDemoAccounts } from '#app/auth/demo-accounts.server.ts'
import type { Config } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import { EVERYTHING } from '#app/domain/access/viewer.ts'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { plantDemoProposals } from '#app/features/proposals/demo-proposals.server.ts'
import { replayErasures } from '#app/features/rights/erase-actor.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { DbClient } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { countActors, countDemoActors } from '#db/queries/actors.ts'
import { countOffersByStatus } from '#db/queries/offers.ts'
import { countPartners } from '#db/queries/partners.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { seedDemoConsents } from '#db/seed/demo-consents.ts'

/** Says one line about a step of the setup, for the person at the terminal. */
export type SetupLog = (message: string) => void

export interface SetupResult {
  readonly partners: number
  readonly offers: number
  readonly actors: number
  readonly demoActors: number
}

const DEMO_PLANTED = 'setup.demo-planted'
const DEMO_CONSENTS_PLANTED = 'setup.demo-consents-planted'
const DEMO_PROPOSALS_PLANTED = 'setup.demo-proposals-planted'
const number = new Intl.NumberFormat('id-ID').format

/** Demo actors come once, on the first start; a start that was cut short goes on where it stopped. */
async function plantDemo(client: DbClient, actors: number, log: SetupLog): Promise<void> {
  if (await getSetting(client.db, DEMO_PLANTED)) return
  if (actors > 0) {
    log(`Menanam ${number(actors)} pelaku rekaan ...`)
    await seedDemoActors(client, { actors })
  }
  await putSetting(client.db, DEMO_PLANTED, true)
}

/** Invented people allow partners something, once, so that browsing and proposals can be shown. */
async function plantDemoConsents(client: DbClient, now: Date): Promise<void> {
  if (await getSetting(client.db, DEMO_CONSENTS_PLANTED)) return
  await seedDemoConsents(client, { asOf: jakartaDay(now), at: now.toISOString() })
  await putSetting(client.db, DEMO_CONSENTS_PLANTED, true)
}

/**
 * Invented proposals between the demo accounts, once, and only where nobody real works yet: their letters go to the
 * accounts of a partner and a district.
 */
async function plantDemoLoop(client: DbClient, now: Date, log: SetupLog): Promise<void> {
  if (await getSetting(client.db, DEMO_PROPOSALS_PLANTED)) return
  const real = await client.db.selectFrom('account').select('id').where('is_demo', '=', 0).executeTakeFirst()
  const count = real ? 0 : await plantDemoProposals(client, now.toISOString(), DEMO_PROPOSALS_PLANTED)
  if (real) await putSetting(client.db, DEMO_PROPOSALS_PLANTED, true)
  if (count > 0) log(`${number(count)} usulan rekaan ditanam`)
}

/**
 * Brings the data folder to the state the pages need: schema, reference data, demo actors on the first start.
 * Safe to repeat; a second run changes nothing.
 */
export async function setup(
  config: Pick<Config, 'demoActors' | 'demoAccounts'> & Partial<Pick<Config, 'dataDir'>>,
  log: SetupLog,
  client: DbClient = liveDb(),
): Promise<SetupResult> {
  const applied = await migrate(client.db, client.dialect)
  if (applied.length > 0) log(`Skema database diperbarui: ${applied.join(', ')}`)
  for (const part of await loadReference(client)) {
    if (part.written > 0)
      log(`Data acuan ${part.part}: ${number(part.written)} dari ${number(part.total)} baris ditulis`)
    if (part.kept.length > 0)
      log(`Data acuan ${part.part}: ${number(part.kept.length)} baris yang sudah disunting dibiarkan`)
  }
  if (config.dataDir !== undefined) {
    const again = await replayErasures(client, { by: SYSTEM, now: new Date().toISOString(), dataDir: config.dataDir })
    if (again > 0) log(`${number(again)} pelaku yang pernah minta dihapus dihapus lagi dari basis data yang dipulihkan`)
  }
  await plantDemo(client, config.demoActors, log)
  await plantDemoConsents(client, new Date())
  if (config.demoAccounts) {
    await plantDemoAccounts(client, new Date().toISOString())
    await plantDemoLoop(client, new Date(), log)
  }
  const offers = await countOffersByStatus(client.db)
  return {
    partners: await countPartners(client.db),
    offers: Object.values(offers).reduce((sum, count) => sum + count, 0),
    actors: await countActors(client.db, EVERYTHING),
    demoActors: await countDemoActors(client.db, EVERYTHING),
  }
}
