import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import { findPlanResults, findPlanScenarios } from '#db/queries/plans.ts'
import type { PlanResultRow } from '#db/schema/plan.ts'
import { checkedScenario, type PlanContext } from './checked-scenario.server.ts'
import { type PlanFormState, refusedForm, textOf } from './form-state.ts'
import { type LivePlan, type PlanEnd, planRunner } from './plan-runner.server.ts'
import { ScenarioError } from './read-scenario.ts'
import { controlOf, scenarioInput, setsPlaces } from './scenario-form.ts'

export interface PlanLine {
  readonly id: string
  readonly name: string
  readonly status: PlanResultRow['status']
  readonly at: string
}

/** An offer a plan can give places of. */
export interface PlanOffer {
  readonly id: string
  readonly partnerId: string
  readonly partner: string
  readonly name: string
  /** Places left by the partner's last figure and its day; null where none was stated. */
  readonly places: { readonly left: number; readonly asOf: string | null } | null
}

export interface PlansPage {
  readonly live: LivePlan | null
  readonly last: PlanEnd | null
  readonly plans: readonly PlanLine[]
  readonly offers: readonly PlanOffer[]
}

const SHOWN = 50

/** Scenarios made so far with their state; the one under way is not among them. */
export async function planLines(
  { client }: Pick<PlanContext, 'client'>,
  live: LivePlan | null,
): Promise<readonly PlanLine[]> {
  const scenarios = await findPlanScenarios(client.db, SHOWN)
  const names = new Map(scenarios.map((row) => [row.id, row.name]))
  return (await findPlanResults(client.db, [...names.keys()]))
    .filter((row) => row.id !== live?.id)
    .map((row) => ({ id: row.id, name: names.get(row.scenario_id)!, status: row.status, at: row.started_at }))
}

/** The offers of today's world, by partner and name. */
export function planOffers(world: Pick<MatchWorld, 'offers'>): readonly PlanOffer[] {
  return world.offers
    .filter((offer) => offer.status !== 'historical')
    .map(({ id, partnerId, partnerName, name, capacity: { slots, taken, asOf } }) => ({
      id,
      partnerId,
      partner: partnerName,
      name,
      places: slots === null ? null : { left: Math.max(0, slots - taken), asOf },
    }))
    .sort((a, b) => a.partner.localeCompare(b.partner, 'id') || a.name.localeCompare(b.name, 'id'))
}

/** Scenarios made so far, the one under way, and the form for a new one. @throws Response 401, 403. */
export async function loadPlansPage(context: PlanContext): Promise<PlansPage> {
  const { client, viewer, today } = context
  demand(viewer, 'plans:read')
  const runner = planRunner(client)
  const world = await matchWorld(client.db, today)
  const plans = await planLines(context, runner.current())
  return {
    plans,
    offers: planOffers(world),
    // why: last, so that a plan that ends meanwhile is not shown as neither live nor done
    live: runner.current(),
    last: runner.last(),
  }
}

/** Starts or cancels a plan as the form says. @returns what is wrong with it, or the way on. @throws Response 401, 403. */
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
  if (textOf(form, 'nama') === '') return refusedForm(form, 'nama', t.page.needsName)
  if (setsPlaces(form) && textOf(form, 'alasan_kapasitas') === '')
    return refusedForm(form, 'alasan_kapasitas', t.page.needsCapacityReason)
  const scenario = await checkedScenario(context, scenarioInput(form))
  if (scenario instanceof ScenarioError) return refusedForm(form, controlOf(scenario.field), scenario.message)
  const started = runner.start({ scenario, today, accountId: viewer.accountId, parentId: null })
  return started ? seeOther(paths.plans()) : refusedForm(form, 'nama', t.page.busy)
}
