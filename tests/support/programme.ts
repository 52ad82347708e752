import { makePlan } from '#app/domain/planning/make-plan.ts'
import { DEFAULT_SCENARIO, type Scenario } from '#app/domain/planning/scenario.ts'
import { readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { highsSolver, loadSolver, solverVersion } from '#app/features/plans/solve-flow.ts'
import { storePlan } from '#app/features/plans/store-plan.server.ts'
import type { DbClient } from '#db/client.ts'
import { insertProgramme } from '#db/queries/programmes.ts'
import type { ProgrammeRow } from '#db/schema/programme.ts'
import { NOW } from './actor-rows.ts'
import { TODAY } from './example.ts'

/** A programme as stored: a draft of the ministry without anything unless told. */
export async function addProgramme(
  client: DbClient,
  over: Partial<ProgrammeRow> & {
    readonly id: string
    readonly offers?: readonly string[]
    readonly regencies?: readonly string[]
    readonly target?: number
  },
): Promise<void> {
  const { offers = [], regencies = [], target = null, ...columns } = over
  const row: ProgrammeRow = {
    is_demo: 0,
    title: 'Program Uji',
    aim: 'Menguji.',
    state: 'draft',
    version: 1,
    starts_on: '2026-11-01',
    ends_on: '2027-10-31',
    province_code: null,
    plan_result_id: null,
    copied_from: null,
    consultation: null,
    closing_note: null,
    created_by: null,
    created_at: NOW,
    updated_at: NOW,
    published_at: null,
    closed_at: null,
    ...columns,
  }
  await insertProgramme(
    client.db,
    row,
    {
      offers: await Promise.all(
        offers.map(async (offer_id) => {
          const query = client.db.selectFrom('offer').select('partner_id').where('id', '=', offer_id)
          return { offer_id, partner_id: (await query.executeTakeFirstOrThrow()).partner_id }
        }),
      ),
      regions: regencies.map((regency_code) => ({ regency_code, target })),
      kpis: [],
      documents: [],
      labels: [],
    },
    {
      id: `${row.id}-1`,
      programme_id: row.id,
      version: 1,
      deed: 'create',
      to_state: row.state,
      account_id: null,
      role: 'ministry',
      at: NOW,
    },
  )
}

/** A plan of the real planner over what the database holds, stored. @returns its id. */
export async function storedPlan(client: DbClient, over: Partial<Scenario>): Promise<string> {
  const scenario: Scenario = { ...DEFAULT_SCENARIO, name: 'Rencana Uji', ...over }
  const highs = await loadSolver()
  const basis = await readPlanBasis(client, scenario, TODAY)
  const answer = makePlan(
    basis.demand,
    scenario,
    highsSolver(highs, () => 30),
  )
  return storePlan(client.db, {
    scenario,
    solved: { basis, answer, solver: solverVersion(highs), seconds: 0 },
    accountId: null,
    parentId: null,
    now: NOW,
  })
}
