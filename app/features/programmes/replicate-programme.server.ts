import { randomUUID } from 'node:crypto'
import type { Scenario } from '#app/domain/planning/scenario.ts'
import type { PlannedPlace } from '#app/domain/programmes/entries.ts'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { readPlan } from '#app/features/plans/store-plan.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { findProgrammeFamily, insertProgramme } from '#db/queries/programmes.ts'
import type { ProgrammeRow } from '#db/schema/programme.ts'
import { programmeScenario, type SetPlaces, scenarioOf } from './plan-programme.server.ts'
import {
  getProgrammeRecord,
  newDraft,
  type ProgrammeContext,
  type ProgrammeRecord,
  placesOfPlan,
} from './programme-records.server.ts'

/**
 * Copies a programme to other districts ("replikasi"): a new draft with its aim, offers, measures and documents and the
 * label of a replication, and its plan solved anew there. Targets, dates and consultation are the new places' own.
 * @param regencies codes of kabupaten and kota.
 * @returns the draft's id, and whether the planner has begun (it works on one plan at a time).
 * @throws Response 401, 403, 404; 403 for one that never was published.
 */
export async function replicateProgramme(
  context: ProgrammeContext,
  id: string,
  wanted: { readonly title: string; readonly regencies: readonly string[] },
): Promise<{ readonly id: string; readonly planning: boolean }> {
  const { client, db, viewer, today } = context
  demand(viewer, 'programmes:write')
  demand(viewer, 'plans:write')
  const origin = await getProgrammeRecord(db, viewer, id)
  if (!origin) throw notFound()
  if (origin.row.published_at === null) throw forbidden()
  const copy = await copyOf(context, origin, wanted)
  await db.transaction().execute(async (trx) => {
    const by = { account_id: viewer.accountId, role: viewer.role, at: context.now }
    const event = {
      id: randomUUID(),
      programme_id: copy.row.id,
      version: 1,
      deed: 'replicate',
      to_state: 'draft' as const,
    }
    await insertProgramme(trx, copy.row, copy.parts, { ...event, ...by })
    await appendAudit(trx, viewer, {
      at: context.now,
      action: 'programme:write',
      subject: { type: 'programme', id: copy.row.id },
      because: 'administration',
      detail: { step: 'replicate', origin: id, regencies: wanted.regencies.length },
    })
  })
  const before = await scenarioOf(db, origin.row.plan_result_id)
  const left = before ? placesLeftOver(before, await givenByFamily(db, origin.row)) : {}
  const planning = planRunner(client).start({
    scenario: programmeScenario(copy, before, left),
    today,
    accountId: viewer.accountId,
    parentId: null,
    programmeId: copy.row.id,
  })
  return { id: copy.row.id, planning }
}

async function copyOf(
  { db, viewer, now }: ProgrammeContext,
  { row, parts }: ProgrammeRecord,
  wanted: { readonly title: string; readonly regencies: readonly string[] },
): Promise<ProgrammeRecord> {
  const account = viewer.accountId === null ? undefined : await getAccount(db, viewer.accountId)
  const copy: ProgrammeRow = {
    ...row,
    id: randomUUID(),
    is_demo: account?.is_demo ?? row.is_demo,
    title: wanted.title,
    ...newDraft({ viewer, now }),
    starts_on: null,
    ends_on: null,
    province_code: null,
    plan_result_id: null,
    copied_from: row.id,
  }
  return {
    row: copy,
    parts: {
      ...parts,
      regions: wanted.regencies.map((regency_code) => ({ regency_code, target: null })),
      labels: [...new Set([...parts.labels.filter((label) => label !== 'ir_model'), 'replication' as const])],
    },
  }
}

/** What the plan of one programme of a family may give by hand, and what it gives. */
export interface GivenPlaces {
  readonly capacities: Scenario['capacities']
  readonly places: readonly PlannedPlace[]
}

async function givenByFamily(db: Db, row: ProgrammeRow): Promise<readonly GivenPlaces[]> {
  const given: GivenPlaces[] = []
  for (const { plan_result_id } of await findProgrammeFamily(db, row)) {
    const plan = plan_result_id === null ? null : await readPlan(db, plan_result_id)
    if (plan) given.push({ capacities: plan.scenario.capacities, places: placesOfPlan(plan) ?? [] })
  }
  return given
}

/**
 * Places set by hand are promised once: of the number agreed on, what the first programme and all its copies give is not
 * given again.
 */
export function placesLeftOver(
  { capacities }: Pick<Scenario, 'capacities'>,
  family: readonly GivenPlaces[],
): SetPlaces {
  return Object.fromEntries(
    Object.entries(capacities).map(([offer, capacity]) => {
      // why: a copy inherits what was left then, so the number agreed on is the largest of the family
      const agreed = Math.max(...family.map((one) => one.capacities[offer]?.places ?? 0), capacity.places)
      const used = family.flatMap((one) => one.places).filter((place) => place.offer === offer).length
      return [offer, { ...capacity, places: Math.max(0, Math.min(capacity.places, agreed - used)) }]
    }),
  )
}
