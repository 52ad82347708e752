import { can } from '#app/domain/access/permissions.ts'
import { coversRegency, type Scope, type Viewer } from '#app/domain/access/viewer.ts'
import { type Allocation, allocateAmong, type Mou } from '#app/domain/loop/commitments.ts'
import { type NeedId, provinceOf } from '#app/domain/values/actor.ts'
import type { Db } from '#db/client.ts'
import { findMouClauses, findMous, findPartnerDeliveries, findPartnerMous, getReachedMou } from '#db/queries/mou.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import type { MouClauseRow, MouRow } from '#db/schema/proposal.ts'

/** An MoU as stored, as the domain counts it, and which referral counts for which clause. */
export interface MouRecord {
  readonly row: MouRow
  readonly mou: Mou
  readonly clauseRows: readonly MouClauseRow[]
  readonly allocations: readonly Allocation[]
}

/**
 * MoUs with the referrals that count for them. A referral counts once, whoever looks: also the partner's MoUs that are not
 * asked for have their share. Invented referrals of the demo count for invented MoUs only, and real ones for real ones.
 */
export async function mouRecords(db: Db, rows: readonly MouRow[]): Promise<MouRecord[]> {
  const partnerIds = [...new Set(rows.flatMap((row) => row.partner_id ?? []))]
  const all = [...rows.filter((row) => row.partner_id === null), ...(await findPartnerMous(db, partnerIds))]
  const clauses = await findMouClauses(
    db,
    all.map((row) => row.id),
  )
  const clausesOf = (row: MouRow) => clauses.filter((clause) => clause.mou_id === row.id)
  const mous = new Map(all.map((row) => [row.id, toMou(row, clausesOf(row))]))
  const deliveries = await findPartnerDeliveries(db, partnerIds)
  const allocations = new Map<string, readonly Allocation[]>()
  for (const partnerId of partnerIds)
    for (const demo of [true, false]) {
      const own = all.filter((row) => row.partner_id === partnerId && (row.is_demo === 1) === demo)
      const counted = deliveries
        .filter((one) => one.partnerId === partnerId && one.isDemo === demo)
        .map(({ id, on, regency, needs }) => ({ id, on, regency, needs: needs as NeedId[] }))
      const found = allocateAmong(
        own.map((row) => mous.get(row.id)!),
        counted,
      )
      for (const [id, its] of found) allocations.set(id, its)
    }
  return rows.map((row) => ({
    row,
    mou: mous.get(row.id)!,
    clauseRows: clausesOf(row),
    allocations: allocations.get(row.id) ?? [],
  }))
}

function toMou(row: MouRow, clauseRows: readonly MouClauseRow[]): Mou {
  return {
    id: row.id,
    partnerId: row.partner_id,
    regions: JSON.parse(row.regions),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    clauses: clauseRows.map((clause) => ({
      id: clause.id,
      quantity: clause.quantity,
      need: clause.need_id as NeedId | null,
      regions: JSON.parse(clause.regions),
      by: clause.by_day,
    })),
  }
}

/** All MoUs within a scope, with their referrals. */
export async function findMouRecords(db: Db, scope: Scope): Promise<MouRecord[]> {
  return mouRecords(db, await findMous(db, scope))
}

/** One MoU within a scope with its referrals, or undefined. */
export async function getMouRecord(db: Db, scope: Scope, id: string): Promise<MouRecord | undefined> {
  const row = await getReachedMou(db, scope, id)
  return row && (await mouRecords(db, [row]))[0]
}

/**
 * Whether the viewer may change an MoU she can read: the ministry each, a province those that lie wholly within it, a
 * district those it keeps. A partner none.
 */
export function mayChangeMou(viewer: Viewer, row: Pick<MouRow, 'regency_code' | 'regions'>): boolean {
  if (!can(viewer, 'mou:write')) return false
  const { scope } = viewer
  if (coversRegency(scope, row.regency_code)) return true
  const regions: readonly string[] = JSON.parse(row.regions)
  return (
    scope.reach === 'province' && regions.length > 0 && regions.every((code) => provinceOf(code) === scope.province)
  )
}

/** Says the name of a region by its code; the code itself when nobody knows it. */
export async function regionNamer(db: Db): Promise<(code: string) => string> {
  const names = new Map((await findRegions(db)).map((region) => [region.code, regionLabel(region)]))
  return (code) => names.get(code) ?? code
}
