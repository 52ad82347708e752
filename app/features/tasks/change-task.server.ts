import { demand } from '#app/lib/guard.server.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getReachedTask, stepGapTask } from '#db/queries/gap-tasks.ts'
import type { TaskContext } from './open-task.server.ts'

/** Longest note, in characters. */
const NOTE_LIMIT = 1000

/** What a person can do with an open task. To close it is not among them: that is for an offer that matches. */
const TASK_STEPS = ['take', 'release', 'note'] as const
type TaskStep = (typeof TASK_STEPS)[number]

/** `stale`: somebody else changed or closed it meanwhile. `empty`, `long`: the note. */
export type TaskChanged = { readonly ok: true } | { readonly refused: 'stale' | 'empty' | 'long' }

/**
 * Takes a task on, gives it back or notes something at it, unless it has changed since `versi` was read.
 * @throws Response 400 for a step that is none, 401, 403, 404.
 */
export async function changeTask(context: TaskContext, id: string, form: FormData): Promise<TaskChanged> {
  const { db, viewer, now } = context
  demand(viewer, 'tasks:write')
  if (!(await getReachedTask(db, viewer.scope, id))) throw notFound()
  const step = TASK_STEPS.find((one) => one === form.get('intent')) as TaskStep | undefined
  const version = Number(form.get('versi'))
  if (!step || !Number.isSafeInteger(version)) throw badRequest()
  const note = step === 'note' ? String(form.get('catatan') ?? '').trim() : null
  if (note === '') return { refused: 'empty' }
  if (note !== null && note.length > NOTE_LIMIT) return { refused: 'long' }
  const change = {
    take: { taken_by: viewer.accountId, taken_at: now },
    release: { taken_by: null, taken_at: null },
    note: { note },
  }[step]
  return db.transaction().execute(async (trx) => {
    const event = { step, account_id: viewer.accountId, role: viewer.role, note, at: now }
    if (!(await stepGapTask(trx, { id, version, event }, change))) return { refused: 'stale' }
    await appendAudit(trx, viewer, {
      at: now,
      action: 'task:write',
      subject: { type: 'task', id },
      detail: { step, version: version + 1 },
    })
    return { ok: true }
  })
}
