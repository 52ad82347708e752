import type { EnqueuedTask, Meilisearch, Task } from 'meilisearch'
import { MeilisearchUnavailable } from './errors.ts'

/** Building levels of facets over a million documents takes minutes; longer means that the server is stuck. */
const TASK_TIMEOUT_MS = 30 * 60_000
const POLL_MS = 50

/**
 * Waits until the server has done what it took on.
 * @throws MeilisearchUnavailable when the task failed, was cancelled or takes too long.
 */
export async function finished(admin: Meilisearch, enqueued: Promise<EnqueuedTask>): Promise<Task> {
  const { taskUid } = await enqueued
  const latest = Date.now() + TASK_TIMEOUT_MS
  // why: the client's own waiting leaves a timer of that length behind when a request fails, and the process with it
  for (;;) {
    const task = await admin.tasks.getTask(taskUid)
    if (task.status === 'succeeded') return task
    if (task.status !== 'enqueued' && task.status !== 'processing') {
      throw new MeilisearchUnavailable('fault', `task ${task.type} ${task.status} (${task.error?.code ?? 'no code'})`)
    }
    if (Date.now() > latest) throw new MeilisearchUnavailable('slow', 'a task of Meilisearch took too long')
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
