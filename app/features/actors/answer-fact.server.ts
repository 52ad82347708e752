import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Scope } from '#app/domain/access/viewer.ts'
import type { AuditActor } from '#app/domain/audit/event.ts'
import type { Day } from '#app/domain/values/day.ts'
import { isValueOf } from '#app/domain/values/fact-value.ts'
import { type FactId, type Facts, type FactValue, factOf, isFactId } from '#app/domain/values/facts.ts'
import type { Db } from '#db/client.ts'
import { getReachedActor } from '#db/queries/actors.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { FACTS_DAY, type FactChangeRow, findFactChanges, insertFactChanges } from '#db/queries/fact-changes.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import type { Database } from '#db/schema/index.ts'

interface Writing {
  /** Whose records the writer reaches; an actor outside is none. */
  readonly scope: Scope
  /** Who writes, for the record. */
  readonly by: AuditActor
  /** The instant of the answer, ISO with Z. */
  readonly now: string
  readonly today: Day
}

export type AnswerResult =
  | { readonly ok: true; readonly changeId: string }
  | { readonly ok: false; readonly reason: 'no_actor' | 'no_change' | 'answered_since' }
  | ChangedSince

/** Somebody else answered the same fact after the writer had seen the record; nothing was stored. */
export interface ChangedSince {
  readonly ok: false
  readonly reason: 'changed_since'
  readonly stored: FactValue | null
  /** Instant of that answer. */
  readonly changedAt: string
  /** State of the record with it. */
  readonly version: string
}

/**
 * Stores one answer about an actor, or that it is not known after all (null): her facts, the day they were confirmed,
 * the history, the change log and the record together or not at all. Refused when the same fact was answered otherwise since the state
 * of the record that the writer saw (`seen`, the actor's updated_at); answers about other facts do not disturb each other.
 * @throws RangeError for a value the fact cannot have.
 */
export async function answerFact(
  db: Kysely<Database>,
  answer: Writing & {
    readonly actorId: string
    readonly fact: FactId
    readonly value: FactValue | null
    readonly seen?: string
  },
): Promise<AnswerResult> {
  const { fact, value } = answer
  if (value !== null && !isValueOf(fact, value)) throw new RangeError(`no value of ${fact}`)
  return db.transaction().execute(async (trx): Promise<AnswerResult> => {
    const actor = await getReachedActor(trx, answer.scope, answer.actorId)
    if (!actor) return { ok: false, reason: 'no_actor' }
    const conflict = answer.seen === undefined ? null : await changedSince(trx, actor, fact, value, answer.seen)
    if (conflict) return conflict
    return {
      ok: true,
      changeId: await store(trx, actor, { ...answer, fact, value, day: answer.today, source: 'page' }),
    }
  })
}

/**
 * Takes an answer back: the fact and the day are again what they were before. Refused when the fact was answered anew
 * since, because that would throw the newer answer away.
 */
export async function undoAnswer(
  db: Kysely<Database>,
  undo: Writing & { readonly actorId: string; readonly changeId: string },
): Promise<AnswerResult> {
  return db.transaction().execute(async (trx): Promise<AnswerResult> => {
    const actor = await getReachedActor(trx, undo.scope, undo.actorId)
    if (!actor) return { ok: false, reason: 'no_actor' }
    const changes = await findFactChanges(trx, actor.id)
    const change = changes.find((one) => one.id === undo.changeId)
    if (!change || !isFactId(change.fact)) return { ok: false, reason: 'no_change' }
    const latest = changes.find((one) => one.fact === change.fact)
    const current = jsonOf(factOf(JSON.parse(actor.facts) as Facts, change.fact))
    if (latest !== change || current !== change.new_value) return { ok: false, reason: 'answered_since' }
    const moved = changes.find((one) => one.fact === FACTS_DAY && one.changed_at === change.changed_at)
    const day = moved && moved.new_value === jsonOf(actor.facts_as_of) ? parsed(moved.old_value) : actor.facts_as_of
    return {
      ok: true,
      changeId: await store(trx, actor, {
        ...undo,
        fact: change.fact,
        value: parsed(change.old_value),
        day: day as Day | null,
        source: 'undo',
      }),
    }
  })
}

const jsonOf = (value: FactValue | null): string | null => (value === null ? null : JSON.stringify(value))
const parsed = (json: string | null): FactValue | null => (json === null ? null : JSON.parse(json))

async function changedSince(
  trx: Db,
  actor: ActorRow,
  fact: FactId,
  value: FactValue | null,
  seen: string,
): Promise<ChangedSince | null> {
  if (actor.updated_at === seen) return null
  const stored = factOf(JSON.parse(actor.facts) as Facts, fact)
  if (jsonOf(stored) === jsonOf(value)) return null
  const latest = (await findFactChanges(trx, actor.id)).find((change) => change.fact === fact)
  if (!latest || latest.changed_at <= seen) return null
  return { ok: false, reason: 'changed_since', stored, changedAt: latest.changed_at, version: actor.updated_at }
}

async function store(
  trx: Db,
  actor: ActorRow,
  wanted: {
    readonly by: AuditActor
    readonly now: string
    readonly fact: FactId
    readonly value: FactValue | null
    readonly day: Day | null
    readonly source: 'page' | 'undo'
  },
): Promise<string> {
  const { by, now, fact, value, day, source } = wanted
  const before = JSON.parse(actor.facts) as Facts
  const { [fact]: _, ...others } = before
  const after: Facts = value === null ? others : { ...others, [fact]: value }
  const change = (name: string, old: FactValue | null, next: FactValue | null): FactChangeRow => ({
    id: randomUUID(),
    actor_id: actor.id,
    fact: name,
    old_value: jsonOf(old),
    new_value: jsonOf(next),
    source,
    changed_at: now,
  })
  const answer = change(fact, factOf(before, fact), value)
  await trx
    .updateTable('actor')
    .set({ facts: JSON.stringify(after), facts_as_of: day, updated_at: now })
    .where('id', '=', actor.id)
    .execute()
  await insertFactChanges(trx, [
    answer,
    ...(day === actor.facts_as_of ? [] : [change(FACTS_DAY, actor.facts_as_of, day)]),
  ])
  await logChanges(trx, 'actors', [actor.id], now)
  await appendAudit(trx, by, {
    at: now,
    action: 'actor:answer',
    subject: { type: 'actor', id: actor.id },
    because: source === 'undo' ? 'correction' : 'service',
    detail: { fields: [fact] },
  })
  return answer.id
}
