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

/** Names of the files of every piece of evidence; for a change of the key. */
export async function findAllEvidenceFiles(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('consent_evidence').select('file').orderBy('file').execute()
  return rows.map((row) => row.file)
}
