import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { SYSTEM } from '#app/domain/audit/event.ts'
import { makePlan } from '#app/domain/planning/make-plan.ts'
import { DEFAULT_SCENARIO, type PlanOverride } from '#app/domain/planning/scenario.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { readPlanBasis } from '#app/features/plans/plan-basis.server.ts'
import { highsSolver, loadSolver } from '#app/features/plans/solve-flow.ts'
import { readPlan, replayPlan, storePlan } from '#app/features/plans/store-plan.server.ts'
import { eraseActor } from '#app/features/rights/erase-actor.server.ts'
import type { DbClient } from '#db/client.ts'
import { NOW } from '#tests/support/actor-rows.ts'
import { TODAY } from '#tests/support/example.ts'
import { fileDb } from '#tests/support/file-db.ts'
import { addGapTask } from '#tests/support/gap-task.ts'
import { addMou } from '#tests/support/mou.ts'
import { addProgramme, storedPlan } from '#tests/support/programme.ts'

const SLOW = 120_000
const NAME = 'Zulfaqirahwati Namacanary'
const CAPACITIES = { 'pnm.mekaar': { places: 20, reason: 'uji' }, 'kur.super-mikro': { places: 10, reason: 'uji' } }

const erase = (client: DbClient, dataDir: string, actorId: string) =>
  eraseActor(client, { actorId, by: SYSTEM, because: 'her_request', now: NOW, dataDir })

/** Everything the tables of plans hold, with the packed parts unpacked, as one text. */
async function plansAsText({ db }: DbClient): Promise<string> {
  const results = await db.selectFrom('plan_result').selectAll().execute()
  const scenarios = await db.selectFrom('plan_scenario').selectAll().execute()
  const overrides = await db.selectFrom('plan_override').selectAll().execute()
  const packed = results.flatMap(({ input, answer }) => [input, answer]).flatMap((bytes) => bytes ?? [])
  return JSON.stringify([scenarios, overrides]) + packed.map((bytes) => gunzipSync(bytes).toString()).join('\n')
}

test(
  'stored plans name her no longer, nor why somebody decided about her, and come out the same when solved again',
  async () => {
    const { client, dataDir } = await fileDb(300)
    const plain = await storedPlan(client, { undecided: true, capacities: CAPACITIES })
    const before = await readPlan(client.db, plain)
    if (before?.answer.outcome !== 'solved') throw new Error('no plan')
    const [her, other] = [...new Set(before.answer.awards.map(({ actor }) => actor))]
    const { offer, need } = before.answer.awards.find(({ actor }) => actor === her)!
    const overrides: PlanOverride[] = [
      { kind: 'pin', offer, actor: her!, need, reason: 'suaminya kenal camat' },
      { kind: 'forbid', offer, actor: other!, regency: null, reason: `tetangga ${actorCode(her!)}` },
    ]
    const pinned = await storedPlan(client, {
      undecided: true,
      capacities: CAPACITIES,
      overrides,
      name: `Untuk ${actorCode(her!)}`,
    })
    expect(await plansAsText(client)).toContain(her)
    const report = await erase(client, dataDir, her!)
    expect(report!.texts).toBeGreaterThan(0)
    const text = await plansAsText(client)
    for (const word of [her!, actorCode(her!), 'camat']) expect(text).not.toContain(word)
    expect(text).toContain(other)
    for (const id of [plain, pinned])
      expect(await replayPlan(client, id, new AbortController().signal)).toMatchObject({ same: true })
    const after = await readPlan(client.db, plain)
    if (after?.answer.outcome !== 'solved') throw new Error('no plan')
    expect({ ...after.answer, awards: after.answer.awards.length }).toEqual({
      ...before.answer,
      awards: before.answer.awards.length,
    })
    expect((await readPlan(client.db, pinned))!.scenario.overrides.every(({ reason }) => reason !== '')).toBe(true)
  },
  SLOW,
)

test(
  'a plan that was worked out while she was erased is not kept with her in it',
  async () => {
    const { client, dataDir } = await fileDb(100)
    const scenario = { ...DEFAULT_SCENARIO, capacities: CAPACITIES, undecided: true }
    const basis = await readPlanBasis(client, scenario, TODAY)
    const highs = await loadSolver()
    const solver = highsSolver(highs, () => 30)
    const solved = { basis, answer: makePlan(basis.demand, scenario, solver), solver: '', seconds: 0 }
    await erase(client, dataDir, basis.demand.actors.ids[7]!)
    const keep = () => storePlan(client.db, { scenario, solved, accountId: null, parentId: null, now: NOW })
    await expect(keep()).rejects.toThrow('erased')
    expect(await plansAsText(client)).not.toContain(basis.demand.actors.ids[7])
  },
  SLOW,
)

test('notes of tasks and MoUs and words of programmes that mention her are emptied', async () => {
  const { client, dataDir } = await fileDb(1)
  const { id } = await client.db.selectFrom('actor').select('id').executeTakeFirstOrThrow()
  await client.db.updateTable('actor_identity').set({ name: NAME }).where('actor_id', '=', id).execute()
  const words = `hubungi ${NAME}`
  await addGapTask(client, { id: 't', region: '33.24' })
  await client.db.updateTable('gap_task').set({ note: words }).execute()
  await client.db.updateTable('gap_task_event').set({ note: words }).execute()
  const texts = { title: words, parties: words, note: words, document_name: `${NAME}.pdf` }
  await addMou(client, { id: 'm', ...texts }, [{ words }, { words: 'tetap' }])
  await addProgramme(client, { id: 'p', title: words, aim: words, consultation: words, closing_note: words })
  const at = { programme_id: 'p', position: 0 }
  await client.db
    .insertInto('programme_kpi')
    .values({ ...at, measure: 'own', percent: null, words })
    .execute()
  const document = { ...at, title: words, url: null, note: words, is_public: 0 as const }
  await client.db.insertInto('programme_document').values(document).execute()
  const file = { id: 'f', programme_id: 'p', name: words, media_type: 'x', bytes: 1, is_public: 0 as const }
  await client.db
    .insertInto('programme_file')
    .values({ ...file, account_id: null, at: NOW })
    .execute()
  await erase(client, dataDir, id)
  const left = client.sqlite
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .all()
    .flatMap((table) => {
      const { name } = table as { name: string }
      return JSON.stringify(client.sqlite.prepare(`select * from ${name}`).all()).includes(NAME) ? [name] : []
    })
  expect(left).toEqual([])
  expect(await client.db.selectFrom('mou_clause').select('words').where('words', 'is not', null).execute()).toEqual([
    { words: 'tetap' },
  ])
})
