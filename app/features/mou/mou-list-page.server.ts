import { can } from '#app/domain/access/permissions.ts'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { balanceOn, type MouState, mouState, mouWarning } from '#app/domain/loop/commitments.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { findPartners } from '#db/queries/partners.ts'
import { findModelDistricts } from '#db/queries/reference.ts'
import { findMouRecords, regionNamer } from './mou-records.server.ts'

export interface MouLine {
  readonly id: string
  readonly title: string
  readonly isDemo: boolean
  readonly partnerName: string | null
  readonly places: readonly string[]
  readonly endsOn: string | null
  readonly state: MouState
  /** Days to the end once a warning has been reached; null before. */
  readonly endsIn: number | null
  /** Committed less delivered today; null where nothing is promised in numbers. */
  readonly balance: number | null
}

export interface ModelLine {
  readonly n: number
  readonly place: string | null
  readonly mouId: string | null
}

export interface MouListPage {
  readonly mous: readonly MouLine[]
  /** Model districts of the viewer's reach; empty where she may record none. */
  readonly models: readonly ModelLine[]
  readonly mayWrite: boolean
}

/** The MoUs within the viewer's scope, and the model districts whose MoU she may record. @throws 401, 403. */
export async function loadMouList({
  db,
  viewer,
  today,
}: Pick<RequestContext, 'db' | 'viewer' | 'today'>): Promise<MouListPage> {
  demand(viewer, 'mou:read')
  const records = await findMouRecords(db, viewer.scope)
  const nameOf = await regionNamer(db)
  const partnerIds = [...new Set(records.flatMap(({ row }) => row.partner_id ?? []))]
  const partners = new Map((await findPartners(db, partnerIds)).map((one) => [one.id, one.name]))
  const mayWrite = can(viewer, 'mou:write')
  const byModel = new Map(records.map(({ row }) => [row.model_district, row.id]))
  const districts = mayWrite ? await findModelDistricts(db) : []
  return {
    mous: records.map(({ row, mou, allocations }) => ({
      id: row.id,
      title: row.title,
      isDemo: row.is_demo === 1,
      partnerName: row.partner_id === null ? null : (partners.get(row.partner_id) ?? row.partner_id),
      places: mou.regions.map(nameOf),
      endsOn: row.ends_on,
      state: mouState(mou, today),
      endsIn: mouWarning(mou, today) === null ? null : daysBetween(today, row.ends_on),
      balance: mou.clauses.length === 0 ? null : balanceOn(mou, allocations, today).balance,
    })),
    models: districts
      .filter((district) => coversRegency(viewer.scope, district.region_code))
      .map((district) => ({
        n: district.n,
        place: district.region_code === null ? null : nameOf(district.region_code),
        mouId: byModel.get(district.n) ?? null,
      })),
    mayWrite,
  }
}
