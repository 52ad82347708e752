import type { DbClient } from '#db/client.ts'
import { insertMou } from '#db/queries/mou.ts'
import type { MouClauseRow, MouRow } from '#db/schema/proposal.ts'
import { NOW } from './actor-rows.ts'

/** An MoU as stored, of nobody and without dates unless told. */
export async function addMou(
  client: DbClient,
  over: Partial<MouRow> & Pick<MouRow, 'id'>,
  clauses: readonly Partial<MouClauseRow>[] = [],
): Promise<void> {
  const row: MouRow = {
    is_demo: 0,
    partner_id: null,
    title: 'MoU Uji',
    number: null,
    parties: null,
    regions: '[]',
    regency_code: null,
    model_district: null,
    starts_on: null,
    ends_on: null,
    document_name: null,
    document_type: null,
    document_file: null,
    document_bytes: null,
    document_url: null,
    note: null,
    created_by: null,
    created_at: NOW,
    updated_at: NOW,
    ...over,
  }
  const rows = clauses.map((clause, position) => ({
    id: `${over.id}-${position + 1}`,
    mou_id: over.id,
    position,
    quantity: 1,
    need_id: null,
    regions: '[]',
    by_day: null,
    words: null,
    ...clause,
  }))
  await insertMou(client.db, row, rows)
}
