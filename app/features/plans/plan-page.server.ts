import type { PlanOverride, Scenario } from '#app/domain/planning/scenario.ts'
import { spendablePlaces } from '#app/domain/planning/spendable-places.ts'
import { askCapacity } from '#app/features/capacity/ask-capacity.server.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound, seeOther } from '#app/lib/responses.server.ts'
import { findOpenCapacityRequests } from '#db/queries/capacity-requests.ts'
import type { PlanResultRow } from '#db/schema/plan.ts'
import { checkedScenario, type PlanContext } from './checked-scenario.server.ts'
import { numberOf, type PlanFormState, refusedForm, textOf } from './form-state.ts'
import type { ToConfirm } from './plan-basis.server.ts'
import { planRunner } from './plan-runner.server.ts'
import { type PlanOffer, planLines, planOffers } from './plans-page.server.ts'
import { ScenarioError } from './read-scenario.ts'
import { controlOf } from './scenario-form.ts'
import { readPlan, readPlanQuestion, type StoredPlan } from './store-plan.server.ts'

/** A stored plan without its demand, which no page shows. */
export type StoredPlanView = Omit<StoredPlan, 'basis'> &
  Pick<StoredPlan['basis'], 'day' | 'policy' | 'toConfirm' | 'rechecked'>

/** An offer whose places the plan could not spend, and what has become of asking for them. */
export interface ToConfirmLine extends ToConfirm {
  /** Confirmed since: the next plan can spend it. */
  readonly confirmed: boolean
  /** When the partner was asked, while it has not answered; with the letters that were written. */
  readonly asked: { readonly at: string; readonly letters: number } | null
}

export interface PlanPage {
  readonly kind: 'plan'
  readonly plan: StoredPlanView
  /** The one beside it. */
  readonly other: StoredPlanView | null
  readonly others: readonly { readonly id: string; readonly name: string; readonly at: string }[]
  readonly offerNames: Readonly<Record<string, string>>
  readonly regionNames: Readonly<Record<string, string>>
  readonly offers: readonly PlanOffer[]
  readonly toConfirm: readonly ToConfirmLine[]
}

/** A solve that ended without a result, or has not ended. */
export interface UnfinishedPlan {
  readonly kind: 'unfinished'
  readonly id: string
  readonly name: string
  readonly status: PlanResultRow['status']
  readonly at: string
}

function viewOf({ basis, ...plan }: StoredPlan): StoredPlanView {
  const { day, policy, toConfirm, rechecked } = basis
  return { ...plan, day, policy, toConfirm, ...(rechecked === undefined ? {} : { rechecked }) }
}

/** A stored plan, beside another one when asked. @throws Response 401, 403; 404 for an unknown one. */
export async function loadPlanPage(
  context: PlanContext,
  id: string,
  search: URLSearchParams,
): Promise<PlanPage | UnfinishedPlan> {
  const { client, viewer, today } = context
  demand(viewer, 'plans:read')
  const question = await readPlanQuestion(client.db, id)
  if (!question) throw notFound()
  const plan = await readPlan(client.db, id)
  if (!plan) return { kind: 'unfinished', id, name: question.scenario.name, status: question.status, at: question.at }
  const otherId = search.get('banding')
  const other = otherId ? await readPlan(client.db, otherId) : null
  if (otherId && !other) throw notFound()
  const world = await matchWorld(client.db, today)
  const plans = await planLines(context, planRunner(client).current())
  return {
    kind: 'plan',
    plan: viewOf(plan),
    other: other && viewOf(other),
    others: plans
      .filter((one) => one.id !== id && (one.status === 'done' || one.status === 'refused'))
      .map(({ id: key, name, at }) => ({ id: key, name, at })),
    offerNames: Object.fromEntries(world.offers.map((offer) => [offer.id, `${offer.partnerName}: ${offer.name}`])),
    regionNames: Object.fromEntries([...world.regionByCode.keys()].map((code) => [code, world.regionName(code)])),
    offers: planOffers(world),
    toConfirm: await toConfirmLines(context, world, plan),
  }
}

async function toConfirmLines(
  { client, today }: PlanContext,
  world: MatchWorld,
  { basis, scenario }: Pick<StoredPlan, 'basis' | 'scenario'>,
): Promise<readonly ToConfirmLine[]> {
  const waiting = basis.toConfirm.filter((one) => one.actors > 0)
  const open = await findOpenCapacityRequests(client.db, { offerIds: waiting.map((one) => one.offer) })
  return waiting.map((one) => {
    const offer = world.offerById.get(one.offer)
    const asked = open.get(one.offer)
    return {
      ...one,
      confirmed: offer ? spendablePlaces(offer, today, world.context.policy, scenario.capacities).spendable : false,
      asked: asked ? { at: asked.asked_at, letters: asked.letters } : null,
    }
  })
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

/**
 * Work on a stored plan: partners are asked for places, the same question is solved over the data of today, or one change
 * by hand more is solved beside it. @throws Response 401, 403, 404.
 */
export async function actOnPlan(context: PlanContext, id: string, form: FormData): Promise<Response | PlanFormState> {
  const { client, viewer, locale } = context
  demand(viewer, 'plans:write')
  const question = await readPlanQuestion(client.db, id)
  if (!question) throw notFound()
  if (form.get('tindakan') === 'konfirmasi') {
    const plan = await readPlan(client.db, id)
    const waiting = new Set(plan?.basis.toConfirm.filter((one) => one.actors > 0).map((one) => one.offer))
    const wanted = form.get('penawaran') === 'semua' ? [...waiting] : [textOf(form, 'penawaran')]
    if (wanted.some((offer) => !waiting.has(offer))) throw notFound()
    await askCapacity(context, wanted)
    return seeOther(`${paths.plan(id)}#konfirmasi`)
  }
  if (form.get('tindakan') === 'ulang') return startFrom(context, question, question.scenario, form)
  const overrides = [...question.scenario.overrides, overrideInput(form) as PlanOverride]
  const scenario = await checkedScenario(context, { ...question.scenario, overrides })
  if (scenario instanceof ScenarioError)
    return refusedForm(form, handField(scenario.field) ?? controlOf(scenario.field), scenario.message)
  return startFrom({ ...context, locale }, question, scenario, form)
}

const HAND_FIELDS: Readonly<Record<string, string>> = {
  kind: 'jenis',
  offer: 'penawaran',
  actor: 'pelaku',
  regency: 'kabupaten',
  need: 'kebutuhan',
  places: 'tempat',
  reason: 'alasan',
}

/** The control in which the part of a change by hand is typed. */
const handField = (field: string): string | undefined => HAND_FIELDS[/^overrides\[\d+\]\.(\w+)$/.exec(field)?.[1] ?? '']

function startFrom(
  { client, viewer, today, locale }: PlanContext,
  { scenarioId }: { readonly scenarioId: string },
  scenario: Scenario,
  form: FormData,
): Response | PlanFormState {
  const request = { scenario, today, accountId: viewer.accountId, parentId: scenarioId }
  return planRunner(client).start(request)
    ? seeOther(paths.plans())
    : refusedForm(form, 'alasan', messagesFor(locale).plans.page.busy)
}
