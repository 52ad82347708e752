import type { Db } from '../client.ts'

/**
 * Takes the words about an actor out of proposals, while their course, reasons as codes and outcome stay: what was said of
 * her own outcome, why a person decided otherwise about her, and, of proposals that concern her alone, every message,
 * note, reason in words and attachment. Call it before her rows lose her id.
 * @returns ids of the attachments whose bytes have to go.
 */
export async function forgetInProposals(trx: Db, actorId: string): Promise<string[]> {
  await trx.updateTable('override_entry').set({ reason_text: '' }).where('actor_id', '=', actorId).execute()
  await trx.updateTable('proposal_actor').set({ outcome_text: null }).where('actor_id', '=', actorId).execute()
  const rows = await trx
    .selectFrom('proposal_actor as her')
    .select('her.proposal_id as id')
    .where('her.actor_id', '=', actorId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('proposal_actor as other')
            .select('other.position')
            .whereRef('other.proposal_id', '=', 'her.proposal_id')
            .whereRef('other.position', '!=', 'her.position')
            .where('other.actor_id', 'is not', null),
        ),
      ),
    )
    .execute()
  const files: string[] = []
  for (const { id } of rows) {
    await trx.updateTable('proposal').set({ note: null, end_text: null }).where('id', '=', id).execute()
    await trx.updateTable('proposal_event').set({ reason_text: null }).where('proposal_id', '=', id).execute()
    await trx.updateTable('proposal_message').set({ body: '' }).where('proposal_id', '=', id).execute()
    const attachments = await trx.selectFrom('attachment').select('id').where('proposal_id', '=', id).execute()
    files.push(...attachments.map((attachment) => attachment.id))
    await trx.deleteFrom('attachment').where('proposal_id', '=', id).execute()
  }
  return files
}
