import { can } from '#app/domain/access/permissions.ts'
import { gapOf, sumGaps } from '#app/domain/gaps/count-gaps.ts'
import { gapsOf } from '#app/features/gaps/gaps-of.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { accountNames } from '#app/features/proposals/account-names.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { findTaskEvents, getReachedTask } from '#db/queries/gap-tasks.ts'
import type { GapTaskEventRow } from '#db/schema/gap-task.ts'
import { changeTask } from './change-task.server.ts'
import { hrefOfKey } from './gap-key.ts'
import type { TaskContext } from './open-task.server.ts'
import { type TaskLine, taskLine } from './task-list-page.server.ts'

export interface TaskPage extends TaskLine {
  readonly version: number
  readonly note: string | null
  readonly mine: boolean
  readonly mayWrite: boolean
  readonly gapHref: string
  readonly offerHref: string | null
  readonly closedHref: string | null
  /** What the figures at the opening were worked out from. */
  readonly basis: { readonly actors: number; readonly offers: number; readonly policy: string }
  /** The same gap as the database stands today. */
  readonly now: {
    readonly wanted: number
    readonly gap: number
    readonly actors: number
    readonly offers: number
    readonly policy: string
    readonly day: string
  }
  readonly events: readonly {
    readonly step: GapTaskEventRow['step']
    readonly by: string | null
    readonly system: boolean
    readonly note: string | null
    readonly at: string
  }[]
}

/** One task with its gap then and now, and everything that happened to it. @throws Response 401, 403, 404. */
export async function loadTask(
  { client, db, viewer, today }: Pick<TaskContext, 'client' | 'db' | 'viewer' | 'today'>,
  id: string,
): Promise<TaskPage> {
  demand(viewer, 'tasks:read')
  const row = await getReachedTask(db, viewer.scope, id)
  if (!row) throw notFound()
  const world = await matchWorld(client.db, today)
  const events = await findTaskEvents(db, id)
  const names = await accountNames(db, [row.created_by, row.taken_by, ...events.map((event) => event.account_id)])
  const line = taskLine(row, world, names)
  const { region, cluster, sector, need } = line.key
  const gaps = await gapsOf(client, { regions: region === null ? [] : [region], cluster, sector, today })
  const cell = sumGaps(
    gaps.cells.filter((one) => one.need === need),
    () => '',
  ).get('')
  return {
    ...line,
    version: row.version,
    note: row.note,
    mine: row.taken_by !== null && row.taken_by === viewer.accountId,
    mayWrite: can(viewer, 'tasks:write') && row.closed_at === null && row.gone_at === null,
    gapHref: hrefOfKey(line.key),
    offerHref: row.offer_id === null ? null : paths.offer(row.offer_id),
    closedHref: row.closed_offer_id === null ? null : paths.offer(row.closed_offer_id),
    basis: { actors: row.actors_read, offers: row.offers_read, policy: row.policy_version },
    now: {
      wanted: cell?.wanted ?? 0,
      gap: cell ? gapOf(cell) : 0,
      actors: gaps.actors,
      offers: gaps.offers,
      policy: gaps.policy,
      day: today,
    },
    events: events.map((event) => ({
      step: event.step,
      by: event.account_id === null ? null : (names.get(event.account_id) ?? null),
      system: event.role === 'system',
      note: event.note,
      at: event.at,
    })),
  }
}

export type TaskResult =
  | { readonly next: string }
  | { readonly message: string; readonly field: string; readonly typed: string }

/** A step of a person at a task. @throws Response 400, 401, 403, 404. */
export async function actOnTask(context: TaskContext, id: string, form: FormData): Promise<TaskResult> {
  const changed = await changeTask(context, id, form)
  if ('ok' in changed) return { next: paths.task(id) }
  const message = messagesFor(context.locale).tasks.refused[changed.refused]
  return {
    message,
    field: changed.refused === 'stale' ? 'riwayat' : 'catatan',
    typed: String(form.get('catatan') ?? ''),
  }
}
