import type { Selectable } from 'kysely'
import type { Db } from '../client.ts'
import type { DistrictTeamTable } from '../schema/district-team.ts'

export type DistrictTeamRow = Selectable<DistrictTeamTable>

export async function findDistrictTeams(db: Db): Promise<DistrictTeamRow[]> {
  return db.selectFrom('district_team').selectAll().orderBy('regency_code').execute()
}

export async function getDistrictTeam(db: Db, regency: string): Promise<DistrictTeamRow | undefined> {
  return db.selectFrom('district_team').selectAll().where('regency_code', '=', regency).executeTakeFirst()
}

/** Writes the decision of a kabupaten or kota in place of the one before. */
export async function putDistrictTeam(trx: Db, row: DistrictTeamRow): Promise<void> {
  const { regency_code: _, ...rest } = row
  await trx
    .insertInto('district_team')
    .values(row)
    .onConflict((conflict) => conflict.column('regency_code').doUpdateSet(rest))
    .execute()
}

export async function deleteDistrictTeam(trx: Db, regency: string): Promise<void> {
  await trx.deleteFrom('district_team').where('regency_code', '=', regency).execute()
}
