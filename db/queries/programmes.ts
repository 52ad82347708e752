import type { Scope } from '#app/domain/access/viewer.ts'
import type { ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import type { ProgrammeState } from '#app/domain/programmes/states.ts'
import type { Db } from '../client.ts'
import type {
  ProgrammeDocumentRow,
  ProgrammeEventRow,
  ProgrammeKpiRow,
  ProgrammeOfferRow,
  ProgrammeRegionRow,
  ProgrammeRow,
} from '../schema/programme.ts'

/** What a programme consists of besides its own row. */
export interface ProgrammeParts {
  readonly offers: readonly Omit<ProgrammeOfferRow, 'programme_id' | 'position'>[]
  readonly regions: readonly Omit<ProgrammeRegionRow, 'programme_id' | 'position'>[]
  readonly kpis: readonly Omit<ProgrammeKpiRow, 'programme_id' | 'position'>[]
  readonly documents: readonly Omit<ProgrammeDocumentRow, 'programme_id' | 'position'>[]
  readonly labels: readonly ProgrammeLabel[]
}

/**
 * Programmes within a scope. Published ones everybody; those in consultation also the offices of their districts and the
 * partners of their offers; drafts the ministry, and a province its own.
 */
function reached(db: Db, scope: Scope) {
  const query = db.selectFrom('programme')
  const wasPublished = 'published_at' as const
  switch (scope.reach) {
    case 'all':
      return query
    case 'province':
      return query.where((eb) =>
        eb.or([
          eb(wasPublished, 'is not', null),
          eb('province_code', '=', scope.province),
          eb.and([
            eb('state', '=', 'consulted'),
            eb(
              'id',
              'in',
              eb
                .selectFrom('programme_region')
                .select('programme_id')
                .where('regency_code', 'like', `${scope.province}.%`),
            ),
          ]),
        ]),
      )
    case 'regency':
      return query.where((eb) =>
        eb.or([
          eb(wasPublished, 'is not', null),
          eb.and([
            eb('state', '=', 'consulted'),
            eb(
              'id',
              'in',
              eb.selectFrom('programme_region').select('programme_id').where('regency_code', '=', scope.regency),
            ),
          ]),
        ]),
      )
    case 'partner':
      return query.where((eb) =>
        eb.or([
          eb(wasPublished, 'is not', null),
          eb.and([
            eb('state', '=', 'consulted'),
            eb(
              'id',
              'in',
              eb.selectFrom('programme_offer').select('programme_id').where('partner_id', '=', scope.partnerId),
            ),
          ]),
        ]),
      )
    default:
      return query.where(wasPublished, 'is not', null)
  }
}

/** The programmes within a scope, the last changed first. */
export async function findProgrammes(
  db: Db,
  scope: Scope,
  only: { readonly states?: readonly ProgrammeState[] } = {},
): Promise<ProgrammeRow[]> {
  let query = reached(db, scope)
  if (only.states) query = query.where('state', 'in', only.states)
  return query.selectAll().orderBy('updated_at', 'desc').orderBy('id').execute()
}

/** One programme within a scope, or undefined. */
export async function getReachedProgramme(db: Db, scope: Scope, id: string): Promise<ProgrammeRow | undefined> {
  return reached(db, scope).selectAll().where('id', '=', id).executeTakeFirst()
}

export async function getProgramme(db: Db, id: string): Promise<ProgrammeRow | undefined> {
  return db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The parts of programmes by programme id; every id asked for has its entry. */
export async function findProgrammeParts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ProgrammeParts>> {
  if (ids.length === 0) return new Map()
  const of = <T extends { programme_id: string }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.programme_id === id)
  const offers = await db
    .selectFrom('programme_offer')
    .selectAll()
    .where('programme_id', 'in', ids)
    .orderBy('position')
    .execute()
  const regions = await db
    .selectFrom('programme_region')
    .selectAll()
    .where('programme_id', 'in', ids)
    .orderBy('position')
    .execute()
  const kpis = await db
    .selectFrom('programme_kpi')
    .selectAll()
    .where('programme_id', 'in', ids)
    .orderBy('position')
    .execute()
  const documents = await db
    .selectFrom('programme_document')
    .selectAll()
    .where('programme_id', 'in', ids)
    .orderBy('position')
    .execute()
  const labels = await db
    .selectFrom('programme_label')
    .selectAll()
    .where('programme_id', 'in', ids)
    .orderBy('label')
    .execute()
  return new Map(
    ids.map((id) => [
      id,
      {
        offers: of(offers, id),
        regions: of(regions, id),
        kpis: of(kpis, id),
        documents: of(documents, id),
        labels: of(labels, id).map((row) => row.label),
      },
    ]),
  )
}

/** Stores a new programme with its parts and its first event; call it in the transaction of the deed. */
export async function insertProgramme(
  trx: Db,
  row: ProgrammeRow,
  parts: ProgrammeParts,
  event: ProgrammeEventRow,
): Promise<void> {
  await trx.insertInto('programme').values(row).execute()
  await insertParts(trx, row.id, parts)
  await trx.insertInto('programme_event').values(event).execute()
}

/**
 * Changes a programme from the version somebody read, with the event that says so; `parts` are put in place of the old ones.
 * @returns false when somebody has changed it since: nothing was written.
 */
export async function changeProgrammeFrom(
  trx: Db,
  id: string,
  version: number,
  change: Partial<Omit<ProgrammeRow, 'id' | 'version'>>,
  event: Omit<ProgrammeEventRow, 'version' | 'programme_id'>,
  parts?: ProgrammeParts,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('programme')
    .set({ ...change, version: version + 1, updated_at: event.at })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) return false
  await trx
    .insertInto('programme_event')
    .values({ ...event, programme_id: id, version: version + 1 })
    .execute()
  if (parts) {
    for (const table of [
      'programme_offer',
      'programme_region',
      'programme_kpi',
      'programme_document',
      'programme_label',
    ] as const)
      await trx.deleteFrom(table).where('programme_id', '=', id).execute()
    await insertParts(trx, id, parts)
  }
  return true
}

async function insertParts(trx: Db, programme_id: string, parts: ProgrammeParts): Promise<void> {
  for (const [position, offer] of parts.offers.entries())
    await trx
      .insertInto('programme_offer')
      .values({ programme_id, position, offer_id: offer.offer_id, partner_id: offer.partner_id })
      .execute()
  for (const [position, region] of parts.regions.entries())
    await trx
      .insertInto('programme_region')
      .values({ programme_id, position, regency_code: region.regency_code, target: region.target })
      .execute()
  for (const [position, { measure, percent, words }] of parts.kpis.entries())
    await trx.insertInto('programme_kpi').values({ programme_id, position, measure, percent, words }).execute()
  for (const [position, { title, url, note, is_public }] of parts.documents.entries())
    await trx.insertInto('programme_document').values({ programme_id, position, title, url, note, is_public }).execute()
  for (const label of parts.labels) await trx.insertInto('programme_label').values({ programme_id, label }).execute()
}

/** What was done to a programme, first things first. */
export async function findProgrammeEvents(db: Db, programmeId: string): Promise<ProgrammeEventRow[]> {
  return db
    .selectFrom('programme_event')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('version')
    .execute()
}

/** Programmes that are replications of one, those within a scope. */
export async function findReplications(db: Db, scope: Scope, programmeId: string): Promise<ProgrammeRow[]> {
  return reached(db, scope).selectAll().where('copied_from', '=', programmeId).orderBy('created_at').execute()
}

/** A programme with all it was copied from and all that was copied from those: one first programme and its copies. */
export async function findProgrammeFamily(db: Db, programme: ProgrammeRow): Promise<readonly ProgrammeRow[]> {
  let first = programme
  for (let before: ProgrammeRow | undefined = first; before; ) {
    first = before
    before = first.copied_from === null ? undefined : await getProgramme(db, first.copied_from)
  }
  const family = [first]
  for (let ids = [first.id]; ids.length > 0; ) {
    const copies = await db.selectFrom('programme').selectAll().where('copied_from', 'in', ids).orderBy('id').execute()
    family.push(...copies)
    ids = copies.map(({ id }) => id)
  }
  return family
}
