import type { Db } from '../client.ts'
import type { AttachmentRow } from '../schema/proposal.ts'

/** The files of a proposal, first things first. */
export async function findAttachments(db: Db, proposalId: string): Promise<AttachmentRow[]> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function getAttachment(db: Db, proposalId: string, id: string): Promise<AttachmentRow | undefined> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertAttachment(trx: Db, row: AttachmentRow): Promise<void> {
  await trx.insertInto('attachment').values(row).execute()
}

/** Ids of the files of every proposal; for a change of the key. */
export async function findAllAttachmentIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('attachment').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}
