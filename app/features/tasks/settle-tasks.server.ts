import { SYSTEM } from '#app/domain/audit/event.ts'
import { closingMatch, isGone } from '#app/domain/gaps/match-gap.ts'
import type { Day } from '#app/domain/values/day.ts'
import { serviceOf } from '#app/features/gaps/gaps-of.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { DbClient } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { findOpenGapTasks, stepGapTask } from '#db/queries/gap-tasks.ts'
import { keyOfTask } from './gap-key.ts'

const settled = new WeakMap<object, string>()

/**
 * Closes every task whose gap an offer matches, by running the matcher over the offers as they stand; nothing else closes
 * one. A task whose gap is gone without an offer ends as that and names none. Without a change of an actor, an offer or the
 * day since the last run there is nothing to do.
 * @returns how many were closed or ended.
 */
export async function settleTasks(client: DbClient, today: Day, now: string): Promise<number> {
  const { db } = client
  const tasks = await findOpenGapTasks(db)
  const state = JSON.stringify([await getWatermark(db), today, tasks.map(({ id, version }) => [id, version])])
  if (tasks.length === 0 || settled.get(db) === state) return 0
  const services = await serviceOf(client, {
    asked: tasks.map((task) => ({
      key: keyOfTask(task),
      before: JSON.parse(task.served_by) as Record<string, number>,
      servedBefore: task.wanted - task.unserved,
      notedAt: task.created_at,
    })),
    today,
  })
  const world = await matchWorld(db, today)
  let closed = 0
  for (const [at, task] of tasks.entries()) {
    const match = closingMatch(services[at]!)
    if (!match && !isGone(services[at]!)) continue
    const done = await db.transaction().execute(async (trx) => {
      const event = { step: 'close', account_id: null, role: SYSTEM.role, note: null, at: now } as const
      if (!(await stepGapTask(trx, { id: task.id, version: task.version, event }, {}, match ?? 'gone'))) return false
      await appendAudit(trx, SYSTEM, {
        at: now,
        action: 'task:close',
        subject: { type: 'task', id: task.id },
        partnerId: (match && world.offerById.get(match.offer)?.partnerId) ?? null,
        detail: { offer: match?.offer ?? null, actors: match?.actors ?? 0, policy: world.context.policy.version },
      })
      return true
    })
    if (done) closed += 1
  }
  if (closed === 0) settled.set(db, state)
  return closed
}
