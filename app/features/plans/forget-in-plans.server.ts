import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { goalsOf, type Scenario } from '#app/domain/planning/scenario.ts'
import { standInFor } from '#app/domain/planning/stand-in.ts'
import type { Mentions } from '#app/domain/privacy/mentions.ts'
import type { Db } from '#db/client.ts'
import type { PlanBasis } from './plan-basis.server.ts'

/** What stands where the name of a scenario spoke of her, and where a reason did: neither may be empty. */
const NAMELESS = 'rencana'
const NO_REASON = '-'

/**
 * Takes an actor out of stored plans: an id without meaning stands where hers stood in scenarios, hand work, inputs and
 * answers, another one in every scenario, so that counts stay true and a replay gives the same plan; reasons given about
 * her, and words that mention her, are emptied. Call it in the transaction of the erasure.
 * @returns how many words about others were emptied because they mention her.
 */
export async function forgetInPlans(trx: Db, actorId: string, mentions: Mentions): Promise<number> {
  const { emptied, stands } = await forgetInResults(trx, actorId, mentions)
  await forgetInOverrides(trx, actorId, mentions, stands)
  return emptied
}

type Stands = ReadonlyMap<string, string>

async function forgetInResults(trx: Db, actorId: string, mentions: Mentions) {
  const stands = new Map<string, string>()
  let emptied = 0
  const scenarios = await trx.selectFrom('plan_scenario').select(['id', 'name', 'data']).execute()
  for (const { id, name, data } of scenarios) {
    const scenario = JSON.parse(data) as Scenario
    const stand = await forgetInBlobs(trx, { id, scenario, isNamed: data.includes(actorId) }, actorId)
    if (stand) stands.set(id, stand)
    const { scenario: after, words } = withoutHer(scenario, actorId, stand, mentions)
    const isNameHers = mentions.anywhere(name)
    emptied += words + (isNameHers ? 1 : 0)
    const set = { name: isNameHers ? NAMELESS : name, data: JSON.stringify(after) }
    if (set.name !== name || set.data !== data)
      await trx.updateTable('plan_scenario').set(set).where('id', '=', id).execute()
  }
  return { emptied, stands }
}

/** Replaces her in the results of a scenario. @returns who stands for her; null where she is in none of it. */
async function forgetInBlobs(
  trx: Db,
  { id, scenario, isNamed }: { readonly id: string; readonly scenario: Scenario; readonly isNamed: boolean },
  actorId: string,
): Promise<string | null> {
  const rows = await trx
    .selectFrom('plan_result')
    .select(['id', 'input', 'answer', 'digest'])
    .where('scenario_id', '=', id)
    .execute()
  const hers = rows.flatMap((row) => {
    const input = row.input && gunzipSync(row.input).toString()
    const answer = row.answer && gunzipSync(row.answer).toString()
    return input?.includes(quoted(actorId)) || answer?.includes(quoted(actorId)) ? [{ id: row.id, input, answer }] : []
  })
  if (hers.length === 0 && !isNamed) return null
  const firstCounts = goalsOf(scenario).includes('never_helped')
  const demands = hers.flatMap(({ input }) =>
    input ? [{ actors: (JSON.parse(input) as PlanBasis).demand.actors, seed: scenario.seed, firstCounts }] : [],
  )
  const stand = standInFor(actorId, demands, randomUUID)
  for (const one of hers) {
    const input = one.input?.replaceAll(quoted(actorId), quoted(stand))
    const answer = one.answer?.replaceAll(quoted(actorId), quoted(stand))
    await trx
      .updateTable('plan_result')
      .set({
        ...(input ? { input: gzipSync(input, { level: 6 }) } : {}),
        ...(answer
          ? { answer: gzipSync(answer, { level: 6 }), digest: createHash('sha256').update(answer).digest('hex') }
          : {}),
      })
      .where('id', '=', one.id)
      .execute()
  }
  return stand
}

const quoted = (id: string): string => JSON.stringify(id)

/** The scenario with another in her place, without reasons about her and words that mention her. */
function withoutHer(
  scenario: Scenario,
  actorId: string,
  stand: string | null,
  mentions: Mentions,
): { readonly scenario: Scenario; readonly words: number } {
  let words = 0
  const cleaned = (reason: string): string => {
    if (!mentions.anywhere(reason)) return reason
    words += 1
    return NO_REASON
  }
  const overrides = scenario.overrides.map((one) =>
    one.kind !== 'number' && one.actor === actorId
      ? { ...one, actor: stand ?? one.actor, reason: NO_REASON }
      : { ...one, reason: cleaned(one.reason) },
  ) as Scenario['overrides']
  const capacities = Object.fromEntries(
    Object.entries(scenario.capacities).map(([offer, one]) => [offer, { ...one, reason: cleaned(one.reason) }]),
  )
  const name = mentions.anywhere(scenario.name) ? NAMELESS : scenario.name
  return { scenario: { ...scenario, name, capacities, overrides }, words }
}

async function forgetInOverrides(trx: Db, actorId: string, mentions: Mentions, stands: Stands): Promise<void> {
  const rows = await trx.selectFrom('plan_override').select(['id', 'scenario_id', 'data', 'reason']).execute()
  for (const row of rows) {
    const isHers = row.data.includes(quoted(actorId))
    if (!isHers && !mentions.anywhere(row.reason)) continue
    const data = { ...JSON.parse(row.data), reason: NO_REASON } as { actor?: string | null }
    if (data.actor === actorId) data.actor = stands.get(row.scenario_id) ?? randomUUID()
    await trx
      .updateTable('plan_override')
      .set({ data: JSON.stringify(data), reason: NO_REASON })
      .where('id', '=', row.id)
      .execute()
  }
}
