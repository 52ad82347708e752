import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { PlanContext } from '#app/features/plans/checked-scenario.server.ts'
import { actOnPlan, loadPlanPage, type PlanPage } from '#app/features/plans/plan-page.server.ts'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { PlanView, UnfinishedPlanView } from '#app/features/plans/plan-view.tsx'
import { actOnPlans, loadPlansPage } from '#app/features/plans/plans-page.server.ts'
import { PlansView } from '#app/features/plans/plans-view.tsx'
import { endStrandedPlans, replayPlan } from '#app/features/plans/store-plan.server.ts'
import { createDb } from '#db/client.ts'
import { migrate } from '#db/migrator.ts'
import { loadReference } from '#db/reference/load.ts'
import { seedDemoActors } from '#db/seed/demo.ts'
import { temporaryFolder } from '#tests/support/cli.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { districtViewer, ministryViewer } from '#tests/support/viewers.ts'

async function ministry(actors: number): Promise<PlanContext> {
  const folder = temporaryFolder()
  const client = createDb(join(folder.path, 'test.sqlite'))
  onTestFinished(async () => {
    await client.close()
    folder.remove()
  })
  await migrate(client.db, client.dialect)
  await loadReference(client)
  await seedDemoActors(client, { actors, asOf: '2026-11-24', at: '2026-11-24T00:00:00Z' })
  return { client, db: client.db, viewer: ministryViewer, today: '2026-11-24', now: NOW, locale: 'id' }
}

/** Solves in threads of their own share the machine with other tests. */
const SLOW = 180_000
const NOW = '2026-11-24T03:00:00.000Z'

async function loadPlan(context: PlanContext, id: string, query: Record<string, string> = {}): Promise<PlanPage> {
  const page = await loadPlanPage(context, id, new URLSearchParams(query))
  if (page.kind !== 'plan') throw new Error(page.status)
  return page
}

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

const ASKED = {
  nama: 'Uji',
  'tempat-pnm.mekaar': '20',
  'tempat-kur.super-mikro': '10',
  alasan_kapasitas: 'perkiraan uji',
  belum_pasti: '1',
  batas: '10',
  batas_per: 'province',
}

test(
  'a plan is made in its thread, stored, shown, compared, changed by hand and replayed',
  async () => {
    const context = await ministry(400)
    const answer = (await actOnPlans(context, form(ASKED))) as Response
    expect(answer.status).toBe(303)
    expect((await loadPlansPage(context)).live?.name).toBe('Uji')
    await planRunner(context.client).idle()
    const [first] = (await loadPlansPage(context)).plans
    expect(first).toMatchObject({ name: 'Uji', status: 'done' })

    const page = await loadPlan(context, first!.id)
    if (page.plan.answer.outcome !== 'solved') throw new Error(page.plan.answer.outcome)
    const award = page.plan.answer.awards[0]!
    const changed = await actOnPlan(
      context,
      first!.id,
      form({ jenis: 'forbid', penawaran: award.offer, pelaku: award.actor, alasan: 'sudah dibantu' }),
    )
    expect((changed as Response).status).toBe(303)
    await planRunner(context.client).idle()
    const second = (await loadPlansPage(context)).plans.find((plan) => plan.id !== first!.id)!
    const beside = await loadPlan(context, second.id, { banding: first!.id })
    if (beside.plan.answer.outcome !== 'solved') throw new Error(beside.plan.answer.outcome)
    expect(beside.plan.answer.awards.some((one) => one.actor === award.actor && one.offer === award.offer)).toBe(false)
    expect(await context.client.db.selectFrom('plan_override').select(['kind', 'reason']).execute()).toEqual([
      { kind: 'forbid', reason: 'sudah dibantu' },
    ])
    for (const locale of ['id', 'en'] as const) {
      const html = renderView(<PlanView page={beside} form={undefined} />, locale)
      expect(html).toContain('A: Uji')
      expect(html).toContain(locale === 'id' ? 'Tempat menurut provinsi' : 'Places by province')
      expect(html).not.toContain('style=')
      renderView(<PlansView page={await loadPlansPage(context)} form={undefined} />, locale)
    }
    expect(await replayPlan(context.client, first!.id, new AbortController().signal)).toMatchObject({ same: true })
  },
  SLOW,
)

test(
  'a cancelled plan leaves only that it was cancelled, and can be worked out again',
  async () => {
    const context = await ministry(300)
    await actOnPlans(context, form(ASKED))
    const live = planRunner(context.client).current()!
    await actOnPlans(context, form({ tindakan: 'batalkan', jalan: live.id }))
    const page = await loadPlansPage(context)
    expect(page).toMatchObject({ live: null, last: 'cancelled', plans: [{ id: live.id, status: 'cancelled' }] })
    expect(renderView(<PlansView page={page} form={undefined} />)).toContain('dibatalkan')
    const stored = await context.db.selectFrom('plan_result').select(['input', 'answer', 'digest']).execute()
    expect(stored).toEqual([{ input: null, answer: null, digest: null }])
    const unfinished = await loadPlanPage(context, live.id, new URLSearchParams())
    if (unfinished.kind !== 'unfinished') throw new Error('there is a result')
    expect(renderView(<UnfinishedPlanView plan={unfinished} />)).toContain('Dibatalkan')
    expect(await actOnPlan(context, live.id, form({ tindakan: 'ulang' }))).toMatchObject({ status: 303 })
    await planRunner(context.client).idle()
    expect((await loadPlansPage(context)).plans.map((plan) => plan.status).sort()).toEqual(['cancelled', 'done'])
  },
  SLOW,
)

test(
  'a solve whose process is killed is marked as broken off at the next start, with nothing half stored',
  async () => {
    const context = await ministry(400)
    const script = join(process.cwd(), 'tests/support/plan-and-hang.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, context.client.sqlite.name], { stdio: 'pipe' })
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve())
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
    })
    const state = () => context.db.selectFrom('plan_result').select(['status', 'input', 'answer', 'digest']).execute()
    expect(await state()).toEqual([{ status: 'running', input: null, answer: null, digest: null }])
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    expect(await endStrandedPlans(context.db, NOW)).toBe(1)
    expect(await state()).toEqual([{ status: 'failed', input: null, answer: null, digest: null }])
    const page = await loadPlansPage(context)
    expect(page).toMatchObject({ live: null, plans: [{ name: 'Terhenti', status: 'failed' }] })
    expect(await endStrandedPlans(context.db, NOW)).toBe(0)
    await actOnPlans(context, form(ASKED))
    await planRunner(context.client).idle()
    expect((await loadPlansPage(context)).plans.map((plan) => plan.status).sort()).toEqual(['done', 'failed'])
  },
  SLOW,
)

test('partners, goals in their order and programmes of the form reach the plan', async () => {
  const context = await ministry(200)
  const asked = { ...ASKED, mitra: 'pnm', paling_sedikit: '5', paling_banyak: '1', 'tempat-kur.super-mikro': '' }
  await actOnPlans(context, form({ ...asked, 'tujuan-1': 'covered', 'tujuan-2': 'near' }))
  await planRunner(context.client).idle()
  const [only] = (await loadPlansPage(context)).plans
  const { plan } = await loadPlan(context, only!.id)
  expect(plan.scenario).toMatchObject({
    goals: ['covered', 'near'],
    programmes: { minimumBatch: 5, most: 1 },
    capacities: { 'pnm.mekaar': { places: 20, reason: 'perkiraan uji' } },
  })
  expect(plan.scenario.offers.length).toBeGreaterThan(0)
  expect(plan.scenario.offers.every((offer) => offer.startsWith('pnm.'))).toBe(true)
  if (plan.answer.outcome !== 'solved') throw new Error(plan.answer.outcome)
  expect(plan.rechecked).toBe(plan.answer.awards.length)
})

test('a form that cannot be used comes back with what was typed and the field named', async () => {
  const context = await ministry(5)
  for (const [change, field] of [
    [{ nama: '' }, 'nama'],
    [{ wilayah: 'Atlantis' }, 'wilayah'],
    [{ 'tempat-tidak.ada': '3' }, 'tempat-tidak.ada'],
    [{ 'tempat-pnm.mekaar': 'banyak' }, 'tempat-pnm.mekaar'],
    [{ mitra: 'tidak-ada' }, 'mitra'],
    [{ batas: '300' }, 'batas'],
    [{ alasan_kapasitas: '' }, 'alasan_kapasitas'],
  ] as const) {
    const state = await actOnPlans(context, form({ ...ASKED, ...change }))
    if (state instanceof Response) throw new Error('accepted')
    expect(state.errors.map((error) => error.field)).toEqual([field])
    expect(state.values.belum_pasti).toEqual(['1'])
  }
  const stranger = { ...context, viewer: districtViewer('33.24') }
  await expect(actOnPlans(stranger, form(ASKED))).rejects.toMatchObject({ status: 403 })
  await expect(loadPlansPage(stranger)).rejects.toMatchObject({ status: 403 })
})
