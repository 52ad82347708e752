import type { PlanOverride, Scenario } from '#app/domain/planning/scenario.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { findPlanResults, findPlanScenarios } from '#db/queries/plans.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { type LivePlan, type PlanEnd, planRunner } from './plan-runner.server.ts'
import { readScenario, ScenarioError } from './read-scenario.ts'
import { readPlan, type StoredPlan } from './store-plan.server.ts'

export type PlanContext = Pick<RequestContext, 'client' | 'viewer' | 'today' | 'locale'>

/** What a form that was refused comes back with: what was typed, and what is wrong with it. */
export interface PlanFormState {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

export interface PlansPage {
  readonly live: LivePlan | null
  readonly last: PlanEnd | null
  readonly plans: readonly {
    readonly id: string
    readonly name: string
    readonly status: string
    readonly at: string
  }[]
  readonly offers: readonly { readonly id: string; readonly name: string }[]
}

const SHOWN = 50

/** Scenarios made so far, the one under way, and the form for a new one. */
export async function loadPlansPage({ client, viewer, today }: PlanContext): Promise<PlansPage> {
  demand(viewer, 'plans:read')
  const runner = planRunner(client)
  const world = await matchWorld(client.db, today)
  const scenarios = await findPlanScenarios(client.db, SHOWN)
  const names = new Map(scenarios.map((row) => [row.id, row.name]))
  const results = await findPlanResults(client.db, [...names.keys()])
  return {
    plans: results.map((row) => ({
      id: row.id,
      name: names.get(row.scenario_id)!,
      status: row.status,
      at: row.started_at,
    })),
    offers: offerNames(world.offers),
    // why: last, so that a plan that ends meanwhile is not shown as neither live nor done
    live: runner.current(),
    last: runner.last(),
  }
}

const offerNames = (offers: Awaited<ReturnType<typeof matchWorld>>['offers']) =>
  offers
    .filter((offer) => offer.status !== 'historical')
    .map((offer) => ({ id: offer.id, name: `${offer.partnerName}: ${offer.name}` }))

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const numberOf = (form: FormData, name: string): number | undefined => {
  const text = textOf(form, name)
  return text === '' ? undefined : Number(text.replace(',', '.'))
}

/** Lines of "offer = places" as capacities. */
function capacitiesFrom(text: string, reason: string): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [id, places] = line.split('=').map((one) => one.trim())
    out[id!] = { places: places === undefined || places === '' ? Number.NaN : Number(places), reason }
  }
  return out
}

/** The scenario of the form, as JSON that the one reader of scenarios checks. */
function scenarioInput(form: FormData): unknown {
  const share = numberOf(form, 'batas')
  const batch = numberOf(form, 'paling_sedikit')
  const optional = {
    perActor: numberOf(form, 'per_pelaku'),
    seed: numberOf(form, 'benih'),
    timeLimit: numberOf(form, 'waktu'),
  }
  return {
    name: textOf(form, 'nama'),
    regions: textOf(form, 'wilayah')
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    clusters: form.getAll('kluster'),
    needs: form.getAll('kebutuhan'),
    goals: textOf(form, 'urutan') === 'merata' ? ['floor', 'never_helped', 'covered', 'near'] : undefined,
    floor: share === undefined ? null : { per: textOf(form, 'batas_per'), share: share / 100 },
    undecided: form.get('belum_pasti') === '1',
    programmes: batch === undefined ? null : { minimumBatch: batch },
    capacities: capacitiesFrom(textOf(form, 'kapasitas'), textOf(form, 'alasan_kapasitas')),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  }
}

const FIELD_OF: Readonly<Record<string, string>> = {
  name: 'nama',
  regions: 'wilayah',
  perActor: 'per_pelaku',
  floor: 'batas',
  capacities: 'kapasitas',
  programmes: 'paling_sedikit',
  seed: 'benih',
  timeLimit: 'waktu',
  overrides: 'alasan',
}

async function checkedScenario(context: PlanContext, input: unknown): Promise<Scenario | ScenarioError> {
  const world = await matchWorld(context.client.db, context.today)
  try {
    return readScenario(
      input,
      {
        regionCodes: new Set(world.regionByCode.keys()),
        offers: world.offers,
        resolveRegion: (text) => resolveRegion(text, regionDirectory(), {}).code,
      },
      messagesFor(context.locale).plans.input,
    )
  } catch (error) {
    if (error instanceof ScenarioError) return error
    throw error
  }
}

function refused(form: FormData, field: string, message: string): PlanFormState {
  const values: Record<string, string[]> = {}
  for (const name of new Set(form.keys())) values[name] = form.getAll(name).map(String)
  return { values, errors: [{ field: FIELD_OF[field.split(/[.[]/)[0]!] ?? 'nama', message }] }
}

/** Starts or cancels a plan as the form says. @returns what is wrong with it, or the way on. */
export async function actOnPlans(context: PlanContext, form: FormData): Promise<Response | PlanFormState> {
  const { client, viewer, today, locale } = context
  demand(viewer, 'plans:write')
  const runner = planRunner(client)
  if (form.get('tindakan') === 'batalkan') {
    runner.cancel(textOf(form, 'jalan'))
    await runner.idle()
    return seeOther(paths.plans())
  }
  const t = messagesFor(locale).plans
  if (textOf(form, 'nama') === '') return refused(form, 'name', t.page.needsName)
  if (textOf(form, 'kapasitas') !== '' && textOf(form, 'alasan_kapasitas') === '')
    return refused(form, 'capacities', t.page.needsCapacityReason)
  const scenario = await checkedScenario(context, scenarioInput(form))
  if (scenario instanceof ScenarioError) return refused(form, scenario.field, scenario.message)
  const started = runner.start({ scenario, today, accountId: viewer.accountId, parentId: null })
  return started ? seeOther(paths.plans()) : refused(form, 'name', t.page.busy)
}

export interface PlanPage {
  readonly plan: StoredPlanView
  /** The one beside it. */
  readonly other: StoredPlanView | null
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly offerNames: Readonly<Record<string, string>>
  readonly regionNames: Readonly<Record<string, string>>
  readonly offers: readonly { readonly id: string; readonly name: string }[]
}

/** A stored plan without its demand, which no page shows. */
export type StoredPlanView = Omit<StoredPlan, 'basis'> & Pick<StoredPlan['basis'], 'day' | 'policy' | 'toConfirm'>

function viewOf({ basis, ...plan }: StoredPlan): StoredPlanView {
  return { ...plan, day: basis.day, policy: basis.policy, toConfirm: basis.toConfirm }
}

/** A stored plan, beside another one when asked. @throws Response 404 for an unknown one. */
export async function loadPlanPage(context: PlanContext, id: string, search: URLSearchParams): Promise<PlanPage> {
  const { client, viewer, today } = context
  demand(viewer, 'plans:read')
  const plan = await readPlan(client.db, id)
  if (!plan) throw notFound()
  const otherId = search.get('banding')
  const other = otherId ? await readPlan(client.db, otherId) : null
  if (otherId && !other) throw notFound()
  const world = await matchWorld(client.db, today)
  const { plans } = await loadPlansPage(context)
  return {
    plan: viewOf(plan),
    other: other && viewOf(other),
    others: plans.filter((one) => one.id !== id).map(({ id: key, name }) => ({ id: key, name })),
    offerNames: Object.fromEntries(world.offers.map((offer) => [offer.id, `${offer.partnerName}: ${offer.name}`])),
    regionNames: Object.fromEntries([...world.regionByCode.keys()].map((code) => [code, world.regionName(code)])),
    offers: offerNames(world.offers),
  }
}

/** The change by hand of the form, unchecked. */
function overrideInput(form: FormData): unknown {
  const orNull = (name: string) => textOf(form, name) || null
  const common = { kind: textOf(form, 'jenis'), offer: textOf(form, 'penawaran'), reason: textOf(form, 'alasan') }
  if (common.kind === 'number')
    return { ...common, regency: orNull('kabupaten'), need: orNull('kebutuhan'), places: numberOf(form, 'tempat') }
  if (common.kind === 'forbid') return { ...common, actor: orNull('pelaku'), regency: orNull('kabupaten') }
  return { ...common, actor: orNull('pelaku'), need: orNull('kebutuhan') }
}

/** Hand work: the same scenario with one change more is solved anew beside it. */
export async function actOnPlan(context: PlanContext, id: string, form: FormData): Promise<Response | PlanFormState> {
  const { client, viewer, today, locale } = context
  demand(viewer, 'plans:write')
  const plan = await readPlan(client.db, id)
  if (!plan) throw notFound()
  const overrides = [...plan.scenario.overrides, overrideInput(form) as PlanOverride]
  const scenario = await checkedScenario(context, { ...plan.scenario, overrides })
  if (scenario instanceof ScenarioError) return refused(form, scenario.field, scenario.message)
  const request = { scenario, today, accountId: viewer.accountId, parentId: plan.scenarioId }
  return planRunner(client).start(request)
    ? seeOther(paths.plans())
    : refused(form, 'overrides', messagesFor(locale).plans.page.busy)
}
