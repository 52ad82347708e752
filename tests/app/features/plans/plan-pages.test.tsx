import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  actOnPlan,
  actOnPlans,
  loadPlanPage,
  loadPlansPage,
  type PlanContext,
} from '#app/features/plans/plan-pages.server.ts'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { PlanView } from '#app/features/plans/plan-view.tsx'
import { PlansView } from '#app/features/plans/plans-view.tsx'
import { replayPlan } from '#app/features/plans/store-plan.server.ts'
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
  return { client, viewer: ministryViewer, today: '2026-11-24', locale: 'id' }
}

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

const ASKED = {
  nama: 'Uji',
  kapasitas: 'pnm.mekaar = 20\nkur.super-mikro = 10',
  alasan_kapasitas: 'perkiraan uji',
  belum_pasti: '1',
  batas: '10',
  batas_per: 'province',
}

test('a plan is made in its thread, stored, shown, compared, changed by hand and replayed', async () => {
  const context = await ministry(400)
  const answer = (await actOnPlans(context, form(ASKED))) as Response
  expect(answer.status).toBe(303)
  expect((await loadPlansPage(context)).live?.name).toBe('Uji')
  await planRunner(context.client).idle()
  const [first] = (await loadPlansPage(context)).plans
  expect(first).toMatchObject({ name: 'Uji', status: 'done' })

  const page = await loadPlanPage(context, first!.id, new URLSearchParams())
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
  const beside = await loadPlanPage(context, second.id, new URLSearchParams({ banding: first!.id }))
  if (beside.plan.answer.outcome !== 'solved') throw new Error(beside.plan.answer.outcome)
  expect(beside.plan.answer.awards.some((one) => one.actor === award.actor && one.offer === award.offer)).toBe(false)
  expect(await context.client.db.selectFrom('plan_override').select(['kind', 'reason']).execute()).toEqual([
    { kind: 'forbid', reason: 'sudah dibantu' },
  ])
  for (const locale of ['id', 'en'] as const) {
    const html = renderView(<PlanView page={beside} form={undefined} />, locale)
    expect(html).toContain('A: Uji')
    expect(html).not.toContain('style=')
    renderView(<PlansView page={await loadPlansPage(context)} form={undefined} />, locale)
  }
  expect(await replayPlan(context.client, first!.id, new AbortController().signal)).toMatchObject({ same: true })
})

test('a cancelled plan leaves nothing behind, and the next one can start', async () => {
  const context = await ministry(300)
  await actOnPlans(context, form(ASKED))
  const live = planRunner(context.client).current()!
  await actOnPlans(context, form({ tindakan: 'batalkan', jalan: live.id }))
  const page = await loadPlansPage(context)
  expect(page).toMatchObject({ live: null, last: 'cancelled', plans: [] })
  expect(renderView(<PlansView page={page} form={undefined} />)).toContain('dibatalkan')
})

test('a form that cannot be used comes back with what was typed and the field named', async () => {
  const context = await ministry(5)
  for (const [change, field] of [
    [{ nama: '' }, 'nama'],
    [{ wilayah: 'Atlantis' }, 'wilayah'],
    [{ kapasitas: 'tidak.ada = 3' }, 'kapasitas'],
    [{ kapasitas: 'pnm.mekaar = banyak' }, 'kapasitas'],
    [{ batas: '300' }, 'batas'],
    [{ alasan_kapasitas: '' }, 'kapasitas'],
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
