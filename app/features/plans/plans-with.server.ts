import { gunzipSync } from 'node:zlib'
import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import type { Db } from '#db/client.ts'

/** A stored plan that counted an actor, with the places it gave her. */
export interface PlanWithHer {
  readonly plan: string
  readonly at: string
  readonly places: readonly { readonly offerId: string; readonly need: string }[]
}

/** The stored plans in whose inputs or answer an actor stands, the oldest first. They are unpacked one after another. */
export async function plansWith(db: Db, actorId: string): Promise<readonly PlanWithHer[]> {
  const heads = await db
    .selectFrom('plan_result')
    .innerJoin('plan_scenario', 'plan_scenario.id', 'plan_result.scenario_id')
    .select(['plan_result.id', 'plan_scenario.name', 'plan_result.started_at as at'])
    .orderBy('plan_result.started_at')
    .orderBy('plan_result.id')
    .execute()
  const found: PlanWithHer[] = []
  for (const { id, name, at } of heads) {
    const row = await db.selectFrom('plan_result').select(['input', 'answer']).where('id', '=', id).executeTakeFirst()
    const [input, text] = [row?.input, row?.answer].map((blob) => (blob ? gunzipSync(blob).toString() : ''))
    const quoted = JSON.stringify(actorId)
    if (!input?.includes(quoted) && !text?.includes(quoted)) continue
    const answer = text ? (JSON.parse(text) as PlanAnswer) : null
    const awards = answer?.outcome === 'solved' ? answer.awards.filter(({ actor }) => actor === actorId) : []
    found.push({ plan: name, at, places: awards.map(({ offer, need }) => ({ offerId: offer, need })) })
  }
  return found
}
