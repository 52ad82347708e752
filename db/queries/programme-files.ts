import type { Db } from '../client.ts'
import type { ProgrammeFileRow } from '../schema/programme.ts'

/** The files of a programme, first things first. */
export async function findProgrammeFiles(db: Db, programmeId: string): Promise<ProgrammeFileRow[]> {
  return db
    .selectFrom('programme_file')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('at')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function insertProgrammeFile(trx: Db, row: ProgrammeFileRow): Promise<void> {
  await trx.insertInto('programme_file').values(row).execute()
}

/** @returns whether there was one. */
export async function deleteProgrammeFile(trx: Db, programmeId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('programme_file')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(numDeletedRows) > 0
}

/** Ids of the files of every programme; for a change of the key. */
export async function findAllProgrammeFileIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('programme_file').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}
