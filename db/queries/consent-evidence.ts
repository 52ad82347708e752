import type { Db } from '../client.ts'
import type { ConsentEvidenceRow } from '../schema/consent.ts'

/** Evidence of all consents of an actor, first things first. */
export async function findEvidence(db: Db, actorId: string): Promise<ConsentEvidenceRow[]> {
  return db
    .selectFrom('consent_evidence')
    .innerJoin('consent_receipt', 'consent_receipt.id', 'consent_evidence.receipt_id')
    .selectAll('consent_evidence')
    .where('consent_receipt.actor_id', '=', actorId)
    .orderBy('consent_evidence.added_at')
    .orderBy('consent_evidence.id')
    .execute()
}

/** Names of the files that hold them. */
export async function findEvidenceFiles(db: Db, actorId: string): Promise<string[]> {
  return (await findEvidence(db, actorId)).map((row) => row.file)
}

export async function insertEvidence(trx: Db, row: ConsentEvidenceRow): Promise<void> {
  await trx.insertInto('consent_evidence').values(row).execute()
}

/** Every piece of evidence with the name of its file, by id; for a change of the key. */
export async function findAllEvidenceFiles(db: Db): Promise<{ readonly id: string; readonly file: string }[]> {
  return db.selectFrom('consent_evidence').select(['id', 'file']).orderBy('id').execute()
}

/** Says under which name the file of a piece of evidence lies from now on. */
export async function moveEvidenceFile(trx: Db, id: string, file: string): Promise<void> {
  await trx.updateTable('consent_evidence').set({ file }).where('id', '=', id).execute()
}
