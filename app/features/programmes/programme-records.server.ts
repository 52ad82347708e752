import { can } from '#app/domain/access/permissions.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { goalsOf } from '#app/domain/planning/scenario.ts'
import { compareWaiting } from '#app/domain/planning/waiting-order.ts'
import type { PlannedPlace } from '#app/domain/programmes/entries.ts'
import { planOutdated } from '#app/domain/programmes/outdated-plan.ts'
import { OPEN_TO_CHANGE } from '#app/domain/programmes/states.ts'
import type { ProgrammeFacts } from '#app/domain/programmes/transitions.ts'
import { readPlan, type StoredPlan } from '#app/features/plans/store-plan.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { findProgrammeParts, getReachedProgramme, type ProgrammeParts } from '#db/queries/programmes.ts'
import type { ProgrammeRow } from '#db/schema/programme.ts'

/** On whose behalf a programme is read or changed, and when. */
export type ProgrammeContext = Pick<RequestContext, 'client' | 'db' | 'viewer' | 'locale' | 'today' | 'now'>

export interface ProgrammeRecord {
  readonly row: ProgrammeRow
  readonly parts: ProgrammeParts
}

/** What every programme begins with, whether drawn up or copied. */
export function newDraft({ viewer, now }: Pick<ProgrammeContext, 'viewer' | 'now'>) {
  return {
    state: 'draft',
    version: 1,
    consultation: null,
    closing_note: null,
    created_by: viewer.accountId,
    created_at: now,
    updated_at: now,
    published_at: null,
    closed_at: null,
  } as const satisfies Partial<ProgrammeRow>
}

/** How far a viewer's reach over programmes goes: administrators keep accounts and read what everybody reads. */
export function programmeScope(viewer: Viewer): Viewer['scope'] {
  return viewer.role === 'admin' ? { reach: 'none' } : viewer.scope
}

/** A programme within the viewer's reach with its parts, or undefined. */
export async function getProgrammeRecord(db: Db, viewer: Viewer, id: string): Promise<ProgrammeRecord | undefined> {
  const row = await getReachedProgramme(db, programmeScope(viewer), id)
  return row && { row, parts: (await findProgrammeParts(db, [id])).get(id)! }
}

/** Whether a programme is the viewer's to draft: the ministry each, a province its own. */
export function mayDraft(viewer: Viewer, row: Pick<ProgrammeRow, 'province_code'>): boolean {
  if (!can(viewer, 'programmes:draft')) return false
  const { scope } = viewer
  return scope.reach === 'all' || (scope.reach === 'province' && row.province_code === scope.province)
}

/** Whether the viewer reads what is for officers only: its makers always, other offices once it is published. */
export function seesInternal(viewer: Viewer, row: Pick<ProgrammeRow, 'province_code' | 'state'>): boolean {
  return mayDraft(viewer, row) || (can(viewer, 'gaps:read') && !OPEN_TO_CHANGE.includes(row.state))
}

/** A programme, once it is sure that the viewer may work on it. @throws Response 401, 403, 404. */
export async function demandDraftable(db: Db, viewer: Viewer, id: string): Promise<ProgrammeRecord> {
  demand(viewer, 'programmes:draft')
  const record = await getProgrammeRecord(db, viewer, id)
  if (!record) throw notFound()
  if (!mayDraft(viewer, record.row)) throw forbidden()
  return record
}

/** The same while its content is still open. @throws Response 401, 403, 404; 403 for one that is published or closed. */
export async function demandChangeable(db: Db, viewer: Viewer, id: string): Promise<ProgrammeRecord> {
  const record = await demandDraftable(db, viewer, id)
  if (!OPEN_TO_CHANGE.includes(record.row.state)) throw forbidden()
  return record
}

/**
 * The places a stored plan gives, each with the district she was of when it was made; null when it gives no plan. Those
 * pinned by hand come first and the others in the order of the fair rule, so that who stays out where places have become
 * fewer is who comes last by it.
 */
export function placesOfPlan({
  answer,
  basis,
  scenario,
}: Pick<StoredPlan, 'answer' | 'basis' | 'scenario'>): readonly PlannedPlace[] | null {
  if (answer.outcome !== 'solved') return null
  const { actors, regencies } = basis.demand
  const at = new Map(actors.ids.map((id, position) => [id, position]))
  const order = compareWaiting(scenario.seed, goalsOf(scenario).includes('never_helped'))
  const waiting = (id: string) => ({ id, since: actors.since[at.get(id)!]!, first: actors.first[at.get(id)!]! })
  return answer.awards
    .map((award) => ({ ...award, ...waiting(award.actor) }))
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || (a.actor === b.actor ? 0 : order(a, b)))
    .map(({ actor, offer, need }) => ({ actor, offer, need, regency: regencies[actors.regency[at.get(actor)!]!]! }))
}

/** The places the programme's plan gives; null where it has none or the plan was refused. */
export async function plannedPlaces(
  db: Db,
  row: Pick<ProgrammeRow, 'plan_result_id'>,
): Promise<readonly PlannedPlace[] | null> {
  const plan = row.plan_result_id === null ? null : await readPlan(db, row.plan_result_id)
  return plan && placesOfPlan(plan)
}

/** What the state machine asks of a programme. */
export function factsOf(
  { row, parts }: ProgrammeRecord,
  places: readonly PlannedPlace[] | null,
  entriesUntried: number,
): ProgrammeFacts {
  return {
    aim: row.aim,
    offers: parts.offers.length,
    regencies: parts.regions.length,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    placesPlanned: places === null ? null : places.length,
    planOutdated:
      places !== null &&
      planOutdated(
        { offers: places.map(({ offer }) => offer), regencies: places.map(({ regency }) => regency) },
        {
          offers: parts.offers.map((offer) => offer.offer_id),
          regencies: parts.regions.map((region) => region.regency_code),
        },
      ),
    entriesUntried,
  }
}
