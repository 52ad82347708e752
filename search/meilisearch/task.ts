import type { EnqueuedTask, Meilisearch, Task } from 'meilisearch'
import { MeilisearchUnavailable } from './errors.ts'

/** Building levels of facets over a million documents takes minutes; longer means that the server is stuck. */
const TASK_TIMEOUT_MS = 30 * 60_000
const POLL_MS = 50

/**
 * Waits until the server has done what it took on.
 * @throws MeilisearchUnavailable when the task failed or was cancelled.
 */
export async function finished(admin: Meilisearch, enqueued: Promise<EnqueuedTask>): Promise<Task> {
  const task = await admin.tasks.waitForTask(await enqueued, { timeout: TASK_TIMEOUT_MS, interval: POLL_MS })
  if (task.status === 'succeeded') return task
  throw new MeilisearchUnavailable('fault', `task ${task.type} ${task.status} (${task.error?.code ?? 'no code'})`)
}
