import type { ExpressionBuilder } from 'kysely'
import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '../client.ts'
import type { GapTaskEventRow, GapTaskRow } from '../schema/gap-task.ts'
import type { Database } from '../schema/index.ts'

/** Tasks within a scope: a province those of it and of its kabupaten and kota; who reaches everything all of them. */
function reached(db: Db, scope: Scope) {
  const query = db.selectFrom('gap_task')
  switch (scope.reach) {
    case 'all':
      return query
    case 'province':
      return query.where((eb) =>
        eb.or([eb('region_code', '=', scope.province), eb('region_code', 'like', `${scope.province}.%`)]),
      )
    default:
      return query.where('id', '=', '')
  }
}

export interface TaskFilter {
  readonly closed: boolean
  /** A province, or a kabupaten or kota. */
  readonly region?: string | null
  readonly limit: number
}

/** When a task ended: an offer closed it, or its gap was gone; null while it is open. */
const ended = (eb: ExpressionBuilder<Database, 'gap_task'>) => eb.fn.coalesce('closed_at', 'gone_at')

const isOpen = (eb: ExpressionBuilder<Database, 'gap_task'>) => eb(ended(eb), 'is', null)

/** Open tasks, those of most unserved actors first; or ended ones, the latest first. */
export async function findGapTasks(db: Db, scope: Scope, { closed, region, limit }: TaskFilter): Promise<GapTaskRow[]> {
  let query = reached(db, scope).selectAll().limit(limit)
  query = closed
    ? query.where((eb) => eb(ended(eb), 'is not', null)).orderBy((eb) => ended(eb), 'desc')
    : query.where(isOpen).orderBy('unserved', 'desc')
  if (region)
    query = query.where((eb) => eb.or([eb('region_code', '=', region), eb('region_code', 'like', `${region}.%`)]))
  return query.orderBy('id').execute()
}

/** How many tasks of a scope are open, and how many have ended. */
export async function countGapTasks(db: Db, scope: Scope): Promise<{ readonly open: number; readonly closed: number }> {
  const row = await reached(db, scope)
    .select((eb) => [eb.fn.countAll().as('all'), eb.fn.count(ended(eb)).as('closed')])
    .executeTakeFirstOrThrow()
  return { open: Number(row.all) - Number(row.closed), closed: Number(row.closed) }
}

/** Every open task: for the matcher. */
export async function findOpenGapTasks(db: Db): Promise<GapTaskRow[]> {
  return db.selectFrom('gap_task').selectAll().where(isOpen).orderBy('id').execute()
}

/** The tasks of one gap, open ones first, then those closed last. */
export async function findTasksOfGap(
  db: Db,
  gap: Pick<GapTaskRow, 'region_code' | 'cluster_id' | 'sector_id' | 'need_id'>,
): Promise<GapTaskRow[]> {
  let query = db.selectFrom('gap_task').selectAll().where('need_id', '=', gap.need_id)
  for (const column of ['region_code', 'cluster_id', 'sector_id'] as const) {
    const value = gap[column]
    query = value === null ? query.where(column, 'is', null) : query.where(column, '=', value)
  }
  return query
    .orderBy((eb) => eb.case().when(isOpen(eb)).then(0).else(1).end())
    .orderBy((eb) => ended(eb), 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** One task within a scope, or undefined. */
export async function getReachedTask(db: Db, scope: Scope, id: string): Promise<GapTaskRow | undefined> {
  return reached(db, scope).selectAll().where('id', '=', id).executeTakeFirst()
}

/** The open task of a subject, or undefined. */
export async function getOpenTask(db: Db, subjectKey: string): Promise<GapTaskRow | undefined> {
  return db.selectFrom('gap_task').selectAll().where('subject_key', '=', subjectKey).where(isOpen).executeTakeFirst()
}

export async function insertGapTask(trx: Db, row: GapTaskRow, event: GapTaskEventRow): Promise<void> {
  await trx.insertInto('gap_task').values(row).execute()
  await trx.insertInto('gap_task_event').values(event).execute()
}

export interface TaskStep {
  readonly id: string
  /** The version it was read at. */
  readonly version: number
  readonly event: Pick<GapTaskEventRow, 'step' | 'account_id' | 'role' | 'note' | 'at'>
}

type TaskChange = Partial<Pick<GapTaskRow, 'note' | 'taken_by' | 'taken_at'>>
/** The offer that matches and for how many; or that the gap is gone. */
type TaskEnd = { readonly offer: string; readonly actors: number } | 'gone'

/**
 * Takes a step of an open task; `end` is the matcher's alone.
 * @returns false when somebody else changed or closed it meanwhile.
 */
export async function stepGapTask(trx: Db, step: TaskStep, change: TaskChange, end?: TaskEnd): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('gap_task')
    .set({
      ...change,
      version: step.version + 1,
      updated_at: step.event.at,
      ...(end === 'gone' ? { gone_at: step.event.at } : {}),
      ...(end && end !== 'gone'
        ? { closed_at: step.event.at, closed_offer_id: end.offer, closed_actors: end.actors }
        : {}),
    })
    .where('id', '=', step.id)
    .where('version', '=', step.version)
    .where(isOpen)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) return false
  await trx
    .insertInto('gap_task_event')
    .values({ task_id: step.id, version: step.version + 1, ...step.event })
    .execute()
  return true
}

/** What happened to a task, the first step first. */
export async function findTaskEvents(db: Db, taskId: string): Promise<GapTaskEventRow[]> {
  return db.selectFrom('gap_task_event').selectAll().where('task_id', '=', taskId).orderBy('version').execute()
}
