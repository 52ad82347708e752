import type { ExtensionPart } from '#app/domain/gaps/count-extensions.ts'
import type { GapKey } from '#app/domain/gaps/match-gap.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { accountNames } from '#app/features/proposals/account-names.server.ts'
import { regionWithin } from '#app/features/regions/region-choice.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { countGapTasks, findGapTasks } from '#db/queries/gap-tasks.ts'
import type { GapTaskRow } from '#db/schema/gap-task.ts'
import { keyOfTask } from './gap-key.ts'
import { openTask, type TaskContext } from './open-task.server.ts'

const SHOWN = 200

/** A task as the list and its own page show it. */
export interface TaskLine {
  readonly id: string
  readonly href: string
  readonly kind: GapTaskRow['kind']
  readonly key: GapKey
  /** Null for the country. */
  readonly place: string | null
  readonly partner: string | null
  readonly offer: string | null
  readonly parts: readonly ExtensionPart[]
  readonly wanted: number
  readonly unserved: number
  readonly would: { readonly needs: number; readonly actors: number } | null
  readonly day: string
  readonly openedBy: string | null
  readonly takenBy: string | null
  readonly closed: {
    readonly at: string
    readonly partner: string
    readonly offer: string
    readonly actors: number
  } | null
  /** When its gap was found to be gone without an offer; null for every other task. */
  readonly goneAt: string | null
}

export interface TaskListPage {
  readonly closed: boolean
  /** The region whose tasks alone are shown. */
  readonly region: { readonly code: string; readonly name: string } | null
  readonly tasks: readonly TaskLine[]
  readonly counts: { readonly open: number; readonly closed: number }
}

/** A row with its names. */
export function taskLine(row: GapTaskRow, world: MatchWorld, names: ReadonlyMap<string, string>): TaskLine {
  const offer = row.offer_id === null ? undefined : world.offerById.get(row.offer_id)
  const by = row.closed_offer_id === null ? undefined : world.offerById.get(row.closed_offer_id)
  const nameOf = (account: string | null) => (account === null ? null : (names.get(account) ?? null))
  return {
    id: row.id,
    href: paths.task(row.id),
    kind: row.kind,
    key: keyOfTask(row),
    place: row.region_code === null ? null : world.regionName(row.region_code),
    partner: offer?.partnerName ?? row.partner_id,
    offer: offer?.name ?? row.offer_id,
    parts: JSON.parse(row.parts) as ExtensionPart[],
    wanted: row.wanted,
    unserved: row.unserved,
    would: row.would_needs === null ? null : { needs: row.would_needs, actors: row.would_actors ?? 0 },
    day: row.day,
    openedBy: nameOf(row.created_by),
    takenBy: nameOf(row.taken_by),
    closed:
      row.closed_at === null
        ? null
        : {
            at: row.closed_at,
            partner: by?.partnerName ?? row.closed_offer_id!,
            offer: by?.name ?? row.closed_offer_id!,
            actors: row.closed_actors!,
          },
    goneAt: row.gone_at,
  }
}

/** Tasks within the viewer's scope: the open ones, or those that have ended. @throws Response 401, 403, 404. */
export async function loadTaskList(
  { client, db, viewer, today }: Pick<TaskContext, 'client' | 'db' | 'viewer' | 'today'>,
  search: URLSearchParams,
): Promise<TaskListPage> {
  demand(viewer, 'tasks:read')
  const asked = search.get('wilayah') || null
  const code = asked === null ? null : regionWithin(viewer, asked)
  const world = await matchWorld(client.db, today)
  if (code !== null && !world.regionByCode.has(code)) throw notFound()
  const closed = search.get('keadaan') === 'tertutup'
  const rows = await findGapTasks(db, viewer.scope, { closed, region: code, limit: SHOWN })
  const names = await accountNames(
    db,
    rows.flatMap((row) => [row.created_by, row.taken_by]),
  )
  return {
    closed,
    region: code === null ? null : { code, name: world.regionName(code) },
    tasks: rows.map((row) => taskLine(row, world, names)),
    counts: await countGapTasks(db, viewer.scope),
  }
}

export type TaskListResult = { readonly next: string } | { readonly message: string }

/** Opens a task as the form of the gap board says. @throws Response 400, 401, 403, 404. */
export async function actOnTaskList(context: TaskContext, form: FormData): Promise<TaskListResult> {
  const opened = await openTask(context, form)
  if ('id' in opened) return { next: paths.task(opened.id) }
  return { message: messagesFor(context.locale).tasks.refused[opened.refused] }
}
