import { randomUUID } from 'node:crypto'
import type { DecisionInput } from '#app/domain/matching/decision.ts'
import type { Match } from '#app/domain/matching/match.ts'
import type { Db } from '../client.ts'

export interface StoredDecision {
  readonly id: string
  readonly actorId: string
  readonly offerId: string
  readonly decidedOn: string
  readonly input: DecisionInput
  readonly result: Match
}

/** Keeps a decision with all it was made from; the id under which it can be replayed. */
export async function insertDecision(
  trx: Db,
  decision: { readonly input: DecisionInput; readonly result: Match; readonly today: string; readonly now: string },
): Promise<string> {
  const id = randomUUID()
  const { result, input } = decision
  await trx
    .insertInto('match_decision')
    .values({
      id,
      actor_id: result.actorId,
      offer_id: result.offerId,
      policy_version: result.policyVersion,
      rules_version: result.rulesVersion,
      decided_on: decision.today,
      input: JSON.stringify(input),
      result: JSON.stringify(result),
      created_at: decision.now,
    })
    .execute()
  return id
}

/** Stored decisions by their id; those whose actor was erased are gone. */
export async function findDecisions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDecision>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('match_decision').selectAll().where('id', 'in', ids).execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        actorId: row.actor_id,
        offerId: row.offer_id,
        decidedOn: row.decided_on,
        input: JSON.parse(row.input),
        result: JSON.parse(row.result),
      },
    ]),
  )
}
