import type { Viewer } from '#app/domain/access/viewer.ts'
import type { ProgrammeContext } from '#app/features/programmes/programme-records.server.ts'
import { takeProgrammeStep } from '#app/features/programmes/take-programme-step.server.ts'
import type { DbClient } from '#db/client.ts'
import { NOW } from './actor-rows.ts'
import { TODAY } from './example.ts'
import { loopWorld, OFFER, REGENCY } from './loop-world.ts'
import { addProgramme, storedPlan } from './programme.ts'
import { ministryViewer } from './viewers.ts'

export const PROGRAMME = 'program-uji'

export function programmeContext(client: DbClient, viewer: Viewer = ministryViewer): ProgrammeContext {
  return { client, db: client.db, viewer, locale: 'id', today: TODAY, now: NOW }
}

/** A programme in consultation with a plan that gives everybody in Kendal a place; some have not consented. */
export async function programmeWorld(
  client: DbClient,
  actors: number,
  over: { readonly slots?: number; readonly without?: readonly string[] } = {},
): Promise<void> {
  await loopWorld(
    client,
    Array.from({ length: actors }, () => ({})),
    { slots: over.slots ?? 100 },
  )
  if (over.without) await client.db.deleteFrom('consent_receipt').where('actor_id', 'in', over.without).execute()
  const plan = await storedPlan(client, { regions: [REGENCY], offers: [OFFER] })
  await addProgramme(client, {
    id: PROGRAMME,
    state: 'consulted',
    plan_result_id: plan,
    offers: [OFFER],
    regencies: [REGENCY],
    target: 10,
  })
}

export const publishProgramme = (client: DbClient) =>
  takeProgrammeStep(programmeContext(client), PROGRAMME, { step: 'publish', version: 1, words: '' })
