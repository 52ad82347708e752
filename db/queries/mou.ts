import type { ExpressionBuilder } from 'kysely'
import type { Scope } from '#app/domain/access/viewer.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import type { Db } from '../client.ts'
import type { Database } from '../schema/index.ts'
import type { MouClauseRow, MouRow } from '../schema/proposal.ts'

/**
 * MoUs within a scope: a province those of it or of a regency of it; a district those kept by it or naming it or its
 * province; both those without a limit of place; a partner its own; everybody else none.
 */
function reached(db: Db, scope: Scope) {
  const query = db.selectFrom('mou')
  switch (scope.reach) {
    case 'all':
      return query
    case 'province':
      return query.where((eb) =>
        eb.or([
          placeless(eb),
          eb('regency_code', 'like', `${scope.province}.%`),
          eb('regions', 'like', `%"${scope.province}"%`),
          eb('regions', 'like', `%"${scope.province}.%`),
        ]),
      )
    case 'regency':
      return query.where((eb) =>
        eb.or([
          placeless(eb),
          eb('regency_code', '=', scope.regency),
          eb('regions', 'like', `%"${scope.regency}"%`),
          eb('regions', 'like', `%"${provinceOf(scope.regency)}"%`),
        ]),
      )
    case 'partner':
      return query.where('partner_id', '=', scope.partnerId)
    default:
      return query.where('id', '=', '')
  }
}

/** Of no region, no district's own and no model district's: without a limit of place. */
const placeless = (eb: ExpressionBuilder<Database, 'mou'>) =>
  eb.and([eb('regions', '=', '[]'), eb('regency_code', 'is', null), eb('model_district', 'is', null)])

/** The MoUs within a scope, those that end first before the others, unknown ends last. */
export async function findMous(db: Db, scope: Scope): Promise<MouRow[]> {
  return reached(db, scope)
    .selectAll()
    .orderBy((eb) => eb.case().when('ends_on', 'is', null).then(1).else(0).end())
    .orderBy('ends_on')
    .orderBy('title')
    .orderBy('id')
    .execute()
}

/** One MoU within a scope, or undefined. */
export async function getReachedMou(db: Db, scope: Scope, id: string): Promise<MouRow | undefined> {
  return reached(db, scope).selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every MoU of these partners, whoever may read it. */
export async function findPartnerMous(db: Db, partnerIds: readonly string[]): Promise<MouRow[]> {
  if (partnerIds.length === 0) return []
  return db.selectFrom('mou').selectAll().where('partner_id', 'in', partnerIds).orderBy('id').execute()
}

/** MoUs whose end is known and not before a day. */
export async function findMousEnding(db: Db, from: string): Promise<MouRow[]> {
  return db.selectFrom('mou').selectAll().where('ends_on', '>=', from).orderBy('id').execute()
}

/** The MoU of a model district by its number, or undefined. */
export async function getModelMou(db: Db, modelDistrict: number): Promise<MouRow | undefined> {
  return db.selectFrom('mou').selectAll().where('model_district', '=', modelDistrict).orderBy('id').executeTakeFirst()
}

/** The clauses of MoUs, in their order. */
export async function findMouClauses(db: Db, mouIds: readonly string[]): Promise<MouClauseRow[]> {
  if (mouIds.length === 0) return []
  return db
    .selectFrom('mou_clause')
    .selectAll()
    .where('mou_id', 'in', mouIds)
    .orderBy('mou_id')
    .orderBy('position')
    .execute()
}

/** One woman referred to a partner. */
export interface PartnerDelivery {
  readonly id: string
  readonly partnerId: string
  readonly isDemo: boolean
  readonly on: string
  readonly regency: string
  readonly needs: readonly string[]
}

/** Everybody ever referred to these partners, in the order of days: what commitments are counted down by. */
export async function findPartnerDeliveries(db: Db, partnerIds: readonly string[]): Promise<PartnerDelivery[]> {
  if (partnerIds.length === 0) return []
  const rows = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .select([
      'proposal.id',
      'proposal.partner_id',
      'proposal.is_demo',
      'proposal.referred_on',
      'proposal_actor.position',
      'proposal_actor.regency_code',
      'proposal_actor.needs',
    ])
    .where('proposal.partner_id', 'in', partnerIds)
    .where('proposal.referred_on', 'is not', null)
    .where('proposal_actor.left_on', 'is', null)
    .orderBy('proposal.referred_on')
    .orderBy('proposal.id')
    .orderBy('proposal_actor.position')
    .execute()
  return rows.map((row) => ({
    id: `${row.id}:${row.position}`,
    partnerId: row.partner_id,
    isDemo: row.is_demo === 1,
    on: row.referred_on!,
    regency: row.regency_code,
    needs: JSON.parse(row.needs),
  }))
}

/** Stores a new MoU with its clauses; call it in the transaction of the deed. */
export async function insertMou(trx: Db, row: MouRow, clauses: readonly MouClauseRow[]): Promise<void> {
  await trx.insertInto('mou').values(row).execute()
  await insertClauses(trx, clauses)
}

/**
 * Changes an MoU from the state somebody read, and puts these clauses in place of the old ones.
 * @returns false when somebody has changed it since: nothing was written.
 */
export async function replaceMou(
  trx: Db,
  id: string,
  readAt: string,
  change: Partial<Omit<MouRow, 'id'>>,
  clauses: readonly MouClauseRow[],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('mou')
    .set(change)
    .where('id', '=', id)
    .where('updated_at', '=', readAt)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) return false
  await trx.deleteFrom('mou_clause').where('mou_id', '=', id).execute()
  await insertClauses(trx, clauses)
  return true
}

/** Points an MoU at its document; who has its form open has read an older state from now on. */
export async function putMouDocument(
  trx: Db,
  id: string,
  document: {
    readonly file: string
    readonly name: string
    readonly type: string
    readonly bytes: number
    readonly at: string
  },
): Promise<void> {
  await trx
    .updateTable('mou')
    .set({
      document_file: document.file,
      document_name: document.name,
      document_type: document.type,
      document_bytes: document.bytes,
      updated_at: document.at,
    })
    .where('id', '=', id)
    .execute()
}

async function insertClauses(trx: Db, clauses: readonly MouClauseRow[]): Promise<void> {
  if (clauses.length === 0) return
  await trx
    .insertInto('mou_clause')
    .values([...clauses])
    .execute()
}

/** Names of the files of every MoU; for a change of the key. */
export async function findAllMouFiles(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('mou').select('document_file').orderBy('id').execute()
  return rows.flatMap((row) => row.document_file ?? [])
}
